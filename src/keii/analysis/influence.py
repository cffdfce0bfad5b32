"""What the record shows beside the claims: contacts of the two sides before and after acts of third parties."""

import re
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from keii.analysis.drawing import interval
from keii.analysis.happening import TOLD, Placed, contact, exact, placed, words
from keii.analysis.remarking import Remarks
from keii.values.analysis import Counts, Line, Table
from keii.values.event import Event
from keii.values.material import Material

COLUMNS = ("party", "influence", "months", "acts", "before", "after", "rate_change", "interval_low", "interval_high", "small", "rests")
HORIZONS = (3, 6, 12)
FEW = 10
_FRIENDLY = frozenset(("REQUEST", "CONSULT", "AGREE", "SUPPORT", "AID", "COOPERATE", "CONCEDE", "STATE"))
_HOSTILE = frozenset(("SANCTION", "THREATEN", "ACCUSE", "COERCE", "MOBILIZE", "PROTEST", "REJECT", "ASSAULT"))
_STOOD = ("realised", "ongoing", "proposed", "refused")
_SHOWN = 3


@dataclass(frozen=True)
class _Kind:
    """A third party, what its acts are called, and the words that tell them."""

    party: str
    name: str
    marks: re.Pattern[str]


@dataclass(frozen=True)
class _Contacts:
    """The contacts of the two sides by the day they began."""

    days: tuple[date, ...]
    ids: tuple[str, ...]

    def between(self, start: date, end: date, apart: str) -> tuple[str, ...]:
        """Those that begin from `start` to `end`, both included, `apart` left out."""
        low, high = bisect_left(self.days, start), bisect_right(self.days, end)
        return tuple(id for id in self.ids[low:high] if id != apart)


def record(material: Material, sides: tuple[str, ...]) -> tuple[Table, Remarks]:
    """A row for each third party, kind of act and horizon of 3, 6 and 12 months, and what must be said of them.

    Definition: a contact is what CONSULT or AGREE realised between the two sides, dated to the month at least. An act is one
    of a third party (`influences` of the codebook) towards a side, dated alike, told and neither planned nor called off: 働きかけ
    where it is friendly in kind (asks, meets, agrees, supports, aids, yields) and its words name the two sides together or hold a
    word of urging; 圧力 where it is hostile in kind (sanctions, threatens, accuses, rejects, shows force) or holds a word of
    pressure. before and after = mean over the acts of the contacts in the m months before and after the act / m; rate_change =
    after − before, in contacts a month; interval_low and interval_high = 95 % interval of its mean by bootstrap over the acts (`drawing`).
    Acts whose months the record does not cover on both sides are left out, so the number of acts falls with m.
    Range: acts near one another share months, so the intervals are narrower than they should be; and a change after an act is
    not one through it. Fewer than ten acts are marked as a small sample.
    Source: 働きかけ and 圧力 as a study of the talks of 2001 to 2006 tells them apart; Efron and Tibshirani 1993 for the interval.
    """
    found, _ = placed(material.occurrences())
    dated = [one for one in found if exact(one)]
    held = [one for one in dated if contact(one.lead) and set(sides) <= set(one.lead.actors)]
    contacts = _Contacts(tuple(one.first for one in held), tuple(one.occurrence.id for one in held))
    facts = (("sides", "-".join(sides)),)
    if not dated or not held:
        return Table("record", COLUMNS, ()), (("record.no_contact", facts),)
    first, last = dated[0].first, max(one.last for one in dated)
    lines: list[Line] = []
    for kind in _kinds(material):
        acts = [one for one in dated if kind.party not in sides and _acts(one.lead, kind, sides, material)]
        lines += _lines(kind, acts, contacts, (first, last), material.seed)
    if not lines:
        return Table("record", COLUMNS, ()), (("record.no_act", facts),)
    told: list[tuple[str, tuple[tuple[str, str], ...]]] = [
        ("record.basis", (*facts, ("n", str(len(held))), ("seed", str(material.seed))))]
    if any(line.values[COLUMNS.index("small")] for line in lines):
        told.append(("record.few", (("n", str(FEW)),)))
    return Table("record", COLUMNS, tuple(lines)), tuple(told)


def _kinds(material: Material) -> Iterator[_Kind]:
    for topic in material.codebook.topic_list("influences"):
        party, _, name = topic.id.partition("|")
        yield _Kind(party, name, re.compile("|".join(topic.words) or "(?!)"))


def _acts(event: Event, kind: _Kind, sides: tuple[str, ...], material: Material) -> bool:
    """Whether an event is an act of that kind towards the process of the sides."""
    if kind.party not in event.initiator or event.factuality not in TOLD or event.status not in _STOOD \
            or set(sides) <= set(event.initiator) or set(sides).isdisjoint(event.actors):
        return False
    said = " ".join((event.summary, *(span.quote for span in event.evidence)))
    marked = bool(kind.marks.search(said))
    if kind.name == "pressure":
        return event.action in _HOSTILE or marked
    both = set(sides) <= set(event.actors) or any(set(members) == set(sides) and name in said for name, members in material.codebook.compounds)
    return event.action in _FRIENDLY and (both or marked)


def _lines(kind: _Kind, acts: Sequence[Placed], contacts: _Contacts, reach: tuple[date, date], seed: int) -> Iterator[Line]:
    for months in HORIZONS:
        whole = [(one, start, end) for one in acts
                 if (start := shifted(one.first, -months)) >= reach[0] and (end := shifted(one.last, months)) <= reach[1]]
        if not whole:
            continue
        before = [contacts.between(start, one.first - timedelta(days=1), one.occurrence.id) for one, start, _ in whole]
        after = [contacts.between(one.last + timedelta(days=1), end, one.occurrence.id) for one, _, end in whole]
        changes = [(len(late) - len(early)) / months for early, late in zip(before, after, strict=True)]
        low, high = interval(changes, seed) or (None, None)
        ids = tuple(one.occurrence.id for one, _, _ in whole)
        rests = Counts((("rests", (("acts", ids), ("before", _once(before)), ("after", _once(after)))),))
        spans = dict.fromkeys(span for one, _, _ in whole[:_SHOWN] for span in words(one.occurrence))
        yield Line((kind.party, kind.name, months, len(whole), _mean(before, months), _mean(after, months), round(fmean(changes), 3),
                    low if low is None else round(low, 3), high if high is None else round(high, 3), len(whole) < FEW, rests),
                   tuple(spans), ids)


def _once(held: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for ids in held for id in ids))


def _mean(held: Sequence[tuple[str, ...]], months: int) -> float:
    return round(fmean(len(ids) for ids in held) / months, 3)


def shifted(day: date, months: int) -> date:
    """The same day of another month, or its last where it has no such day."""
    month = day.year * 12 + day.month - 1 + months
    year, at = divmod(month, 12)
    return date(year, at + 1, min(day.day, monthrange(year, at + 1)[1]))
