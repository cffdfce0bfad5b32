"""The process cut into periods: by pivots, and beside them by changes in the mix of events."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from keii.analysis.changes import agreement, change_points
from keii.analysis.cutting import Cut, cuts
from keii.analysis.happening import Placed, cited, contact, exact, placed, words
from keii.analysis.remarking import Remarks, remarks
from keii.values.analysis import Analysis, Counts, Line
from keii.values.event import Event
from keii.values.material import Material

COLUMNS = ("start", "end", "label", "days", "opened_by", "closed_by", "counts", "key")
_RANKS = ("summit", "ministerial", "senior", "working", "party", "private")
_INFORMAL = ("informal", "track1.5", "track2")
_MOST_KEY = 3
_LEAST_ROWS, _LEAST_STEPS = 20, 8
_MOST_STEPS = 400
_TOLERANCE = timedelta(days=92)
_PILLARS = ("deterrence", "sanctions", "dialogue", "rights", "none")


def periods(material: Material) -> Analysis:
    """Each period one row: length in days, what opened and closed it, its counts, its key occurrences.

    Definition: a period runs from the day of a pivot to the day before the next; the first begins with the window asked
    for or the first row, the last ends with either. `counts` are rows that lie wholly within it, by pillar, status, actor
    and contact: of what CONSULT and AGREE realised between two or more, `formal` on an official channel or of a stated
    rank, `informal` off it, `unstated` where the sources do not say. Key occurrences: the three told by most sources,
    then of highest rank. Beside it, where the mix of pillars changes: rows of a pillar a month, cut as `changes`
    says; agreement is F1 of pivots and changes at most 92 days apart, from 0 to 1.
    Source: periods cut at summits, as in studies of the Japan–North Korea talks; Braun and Müller 1998 for the changes.
    """
    found, left = placed(material.occurrences())
    if not found:
        told = remarks((), material) if not left else (("periods.undated", (("n", str(left)),)),)
        return Analysis("periods", COLUMNS, (), "measure.periods", None, told)
    made, missed, days = _cut(material, found)
    firsts = [one.first for one in found]
    shares = [found[bisect_left(firsts, first):bisect_left(firsts, next_)] for first, next_ in pairwise(days)]
    lines = tuple(_line(at, days, made, share) for at, share in enumerate(shares))
    counted = {id for line in lines for id in line.ids}
    across = len(found) - len(counted)
    told = (*missed, *_told(left, across, found), *_compared([cut.day for cut in made], found))
    spans = [span for line in lines for span in line.evidence]
    return Analysis("periods", COLUMNS, lines, "measure.periods", None, told, cited(material, spans))


def stretches(material: Material, found: Sequence[Placed]) -> list[tuple[date, date]]:
    """The first and last days of the periods, where anything is found."""
    if not found:
        return []
    return [(first, next_ - timedelta(days=1)) for first, next_ in pairwise(_cut(material, found)[2])]


def _cut(material: Material, found: Sequence[Placed]) -> tuple[list[Cut], Remarks, list[date]]:
    """The cuts that fall within, what must be said of the others, and the first day of each period with the day after the last."""
    made, missed = cuts(material, found)
    start, end = _frame(material, found)
    made = [cut for cut in made if start < cut.day <= end]
    return made, missed, [start, *(cut.day for cut in made), end + timedelta(days=1)]


def _frame(material: Material, found: Sequence[Placed]) -> tuple[date, date]:
    """The days between which periods lie: the window, where it has the end, else what the rows reach."""
    window = material.scope.window
    first, last = window.bounds if window else (None, None)
    return first or min(one.first for one in found), last or max(one.last for one in found)


def _line(at: int, days: list[date], made: Sequence[Cut], found: Sequence[Placed]) -> Line:
    start, end = days[at], days[at + 1] - timedelta(days=1)
    opened = made[at - 1] if at else None
    closed = made[at] if at < len(made) else None
    held = [one for one in found if one.within(start, end)]
    pivots = [cut.occurrence for cut in (opened, closed) if cut]
    apart = {one.id for one in pivots}
    key = sorted((one for one in held if one.occurrence.id not in apart), key=_rank)[:_MOST_KEY]
    evidence = [span for one in [*pivots, *(one.occurrence for one in key)] for span in words(one)]
    label = f"{opened.label if opened else ''}〜{closed.label if closed else ''}" if opened or closed else f"{start}〜{end}"
    return Line((start.isoformat(), end.isoformat(), label, (end - start).days + 1, opened.label if opened else None,
                 closed.label if closed else None, counts(held), tuple(f"{one.lead.date} {one.lead.summary}" for one in key)),
                tuple(dict.fromkeys(evidence)), tuple(one.occurrence.id for one in held))


def _rank(one: Placed) -> tuple[int, int, date]:
    rank = _RANKS.index(one.lead.rank) if one.lead.rank in _RANKS else len(_RANKS)
    return -len(one.occurrence.docs), rank, one.first


def counts(held: Iterable[Placed]) -> Counts:
    """The rows by pillar, status, actor and kind of contact, most first."""
    groups: dict[str, dict[str, list[str]]] = {name: defaultdict(list) for name in ("pillar", "status", "actor", "contact")}
    for one in held:
        id = one.occurrence.id
        groups["pillar"][one.lead.pillar].append(id)
        groups["status"][one.lead.status].append(id)
        for actor in one.lead.actors:
            groups["actor"][actor].append(id)
        if contact(one.lead):
            groups["contact"][formality(one.lead)].append(id)
    return Counts(tuple((name, tuple((id, tuple(rows)) for id, rows in sorted(group.items(), key=lambda held: (-len(held[1]), held[0]))))
                        for name, group in groups.items()))


def formality(event: Event) -> str:
    if event.channel in _INFORMAL:
        return "informal"
    return "formal" if event.channel == "official" or event.rank in _RANKS[:4] else "unstated"


def _told(left: int, across: int, found: Sequence[Placed]) -> Remarks:
    told: list[tuple[str, tuple[tuple[str, str], ...]]] = []
    if len(found) == 1:
        told.append(("periods.one", ()))
    if left:
        told.append(("periods.left", (("n", str(left)),)))
    if across:
        told.append(("periods.across", (("n", str(across)),)))
    return tuple(told)


def _compared(days: Sequence[date], found: Sequence[Placed]) -> Remarks:
    """The changes in the mix of pillars and how far they agree with the cuts."""
    dated = [one for one in found if exact(one)]
    changed = changes(dated)
    if changed is None:
        return (("periods.few", (("n", str(len(dated))),)),)
    hits, score = agreement(days, changed, _TOLERANCE)
    facts = (("changes", "、".join(f"{day:%Y-%m}" for day in changed) or "–"), ("hits", str(hits)), ("cuts", str(len(days))),
             ("n", str(len(changed))), ("score", "–" if score is None else f"{score:.2f}"))
    return (("periods.changes", facts),)


def changes(dated: Sequence[Placed]) -> tuple[date, ...] | None:
    """The first days of the stretches of a changed mix; None where there is too little to tell.

    Rows are counted by month, in long records by quarter or year, so that there are 400 steps at most; what has no row
    tells nothing of the mix and is no step.
    """
    if len(dated) < _LEAST_ROWS:
        return None
    for size in (1, 3, 12):
        held: dict[int, Counter[str]] = defaultdict(Counter)
        for one in dated:
            if one.lead.pillar in _PILLARS:
                held[_month(one.first) // size * size][one.lead.pillar] += 1
        if len(held) <= _MOST_STEPS:
            break
    months = sorted(held)
    if len(months) < _LEAST_STEPS:
        return None
    starts = (months[at] for at in change_points([[held[month][pillar] for pillar in _PILLARS] for month in months]))
    return tuple(date(month // 12, month % 12 + 1, 1) for month in starts)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
