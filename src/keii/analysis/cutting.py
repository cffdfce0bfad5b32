"""Where pivots cut the record: those of the codebook that the record tells, or those a person asked for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from keii.analysis.happening import Placed, exact, happened
from keii.analysis.remarking import Remarks
from keii.values.codebook import Topic
from keii.values.material import Material
from keii.values.occurrence import Occurrence
from keii.values.pivot import Pivot

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TURNING = ("TEST", "AGREE", "SANCTION")


@dataclass(frozen=True)
class Cut:
    """The day on which a period begins, the pivot's name, and the row that is the pivot."""

    day: date
    label: str
    occurrence: Occurrence


def cuts(material: Material, found: Sequence[Placed]) -> tuple[list[Cut], Remarks]:
    """The cuts in the order of time, one a day, and what a reader must know of pivots that do not cut.

    A pivot of the codebook cuts on its day where the record tells it; one asked for cuts at each row that meets it and is
    dated to the day or the month.
    """
    made: list[Cut] = []
    told: list[tuple[str, tuple[tuple[str, str], ...]]] = []
    if material.pivots:
        for pivot in material.pivots:
            met = _asked(pivot, found)
            if not met:
                told.append(("periods.no_match", (("pivot", pivot.asked),)))
            made += met
    else:
        made = _known(material.codebook.topic_list("pivots"), found)
        if not made:
            told.append(("periods.no_pivot", ()))
    apart: list[Cut] = []
    for one in sorted(made, key=lambda cut: cut.day):
        same = apart[-1] if apart and apart[-1].day == one.day else None
        if same is None:
            apart.append(one)
        elif same.label != one.label and same.occurrence.id == one.occurrence.id:
            continue
        elif same.occurrence.id != one.occurrence.id:
            told.append(("periods.overlap", (("day", one.day.isoformat()), ("pivot", one.label), ("other", same.label))))
    return apart, tuple(dict.fromkeys(told))


def _asked(pivot: Pivot, found: Sequence[Placed]) -> list[Cut]:
    return [Cut(one.first, one.lead.summary, one.occurrence) for one in found if exact(one) and pivot.meets(one.lead)]


def _known(topics: Sequence[Topic], found: Sequence[Placed]) -> list[Cut]:
    by_day: dict[date, list[Placed]] = {}
    for one in found:
        if one.first == one.last:
            by_day.setdefault(one.first, []).append(one)
    made = []
    for topic in topics:
        if not (match := _DAY.match(topic.id)):
            continue
        day = date.fromisoformat(match[0])
        rated = [(_likeness(one, topic), at, one) for at, one in enumerate(by_day.get(day, ()))]
        likeness, _, best = max(rated, key=lambda one: (one[0], -one[1]), default=((0, 0, 0), 0, None))
        if best and likeness[0]:
            made.append(Cut(day, topic.label, best.occurrence))
    return made


def _likeness(one: Placed, topic: Topic) -> tuple[int, int, int]:
    """How surely a row of the pivot's day is the pivot: by its words, else by its kind; then by its sources."""
    if not happened(one.lead):
        return 0, 0, 0
    said = [one.lead.summary, *(span.quote for event in one.occurrence.events for span in event.evidence)]
    named = sum(word in words for word in topic.words for words in said)
    kind = one.lead.rank == "summit" or one.lead.action in _TURNING
    return 2 * bool(named) + kind, len(one.occurrence.docs), named
