"""What stands in the review queue, and why."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from keii.values.digest import Digest
from keii.values.judgement import Judgement
from keii.values.occurrence import Occurrence
from keii.values.open_question import OpenQuestion
from keii.values.reviewed import REASONS, Standing
from keii.values.when import When, parse_edtf
from keii.weaving import days_of

Known = dict[str, tuple[Digest, tuple[str, ...]]]
"""Rows with the reasons that each tells by itself."""
_YEAR = 365
_HEDGED = frozenset({"assessed", "forecast"})


def standing_of(row: Occurrence) -> Standing:
    """What people have made of a row."""
    states = [event.review.state if event.review else "open" for event in row.events]
    if all(state == "rejected" for state in states):
        return "rejected"
    looked = [state for state in states if state not in ("open", "noted")]
    if not looked:
        return "open"
    for state in ("corrected", "added"):
        if row.lead.review and row.lead.review.state == state:
            return "corrected" if state == "corrected" else "added"
    return "accepted" if len(looked) == len(states) else "partly"


def unsure(rows: Iterable[Occurrence], judgements: Iterable[Judgement]) -> frozenset[str]:
    """The events that may be one with an event of another row."""
    row_of = {event.id: row.id for row in rows for event in row.events}
    return frozenset(id for one in judgements if one.verdict == "unsure" and row_of.get(one.a) != row_of.get(one.b)
                     for id in (one.a, one.b))


class Reasons:
    """Why rows should be looked at, by the events that may be elsewhere (`unsure`) and the open questions of a moment."""

    def __init__(self, unsure: frozenset[str], questions: Iterable[OpenQuestion], known: Known | None = None) -> None:
        """`known` is what rows told by themselves before."""
        self._known = {} if known is None else known
        self._unsure = unsure
        questions = tuple(questions)
        self._asked = frozenset(id for one in questions for id in one.candidates)
        self._open = frozenset(one.decision.id for one in questions) | {other.id for one in questions for other in one.others}
        self._touched = self._asked | unsure

    def of(self, row: Digest) -> tuple[str, ...]:
        """The reasons for a row, the gravest first."""
        held = self._known.get(row.id)
        if held is None or held[0] is not row:
            held = self._known[row.id] = (row, _named(_alone(row)))
        if self._touched.isdisjoint(row.events) and (not row.decisions or self._open.isdisjoint(row.decisions)):
            return held[1]
        asked = not (self._asked.isdisjoint(row.events) and self._open.isdisjoint(row.decisions))
        return _named(_alone(row) + _BITS["question"] * asked + _BITS["unsure"] * (not self._unsure.isdisjoint(row.events)))


_BITS = {reason: 1 << place for place, reason in enumerate(REASONS)}


def _alone(row: Digest) -> int:
    """The reasons that a row tells by itself."""
    return (_BITS["conflict"] * bool(row.conflicts) + _BITS["ai-only"] * (row.independent == 0) + _BITS["single"] * (row.independent == 1)
            + _BITS["vague"] * _vague(row.date, row.mod) + _BITS["hedged"] * (row.factuality in _HEDGED))


@lru_cache(maxsize=1 << len(REASONS))
def _named(holds: int) -> tuple[str, ...]:
    return tuple(reason for reason in REASONS if holds & _BITS[reason])


@lru_cache(maxsize=65536)
def _vague(date: str, mod: str | None) -> bool:
    when = parse_edtf(date)
    return days_of(when if mod in (None, when.mod) else When(when.value, mod)).length >= _YEAR


@lru_cache(maxsize=1 << len(REASONS))
def urgency(reasons: tuple[str, ...]) -> tuple[int, int]:
    """Sorts the gravest first, and among equals the one with more reasons."""
    return (REASONS.index(reasons[0]) if reasons else len(REASONS), -len(reasons))


@dataclass(frozen=True)
class Queue:
    """Rows in brief, those with the gravest reasons to be looked at first, and among equals in the order of time; `by_reason`
    tells how many rows have each of the reasons."""

    rows: tuple[Digest, ...]
    why: Reasons
    by_reason: Mapping[str, int]

    def only(self, reasons: Collection[str]) -> "Queue":
        """The rows with one of `reasons`; all where none is given."""
        if not reasons:
            return self
        return queued([row for row in self.rows if not set(reasons).isdisjoint(self.why.of(row))], self.why)


def queued(rows: Sequence[Digest], why: Reasons) -> Queue:
    """Rows, of which equals are in the order of time, as a queue."""
    heaps = defaultdict[tuple[str, ...], list[tuple[int, Digest]]](list)
    for place, row in enumerate(rows):
        heaps[why.of(row)].append((place, row))
    piles = defaultdict[tuple[int, int], list[tuple[int, Digest]]](list)
    for reasons, heap in heaps.items():
        piles[urgency(reasons)] += heap
    ordered = tuple(row for _, pile in sorted(piles.items()) for _, row in sorted(pile, key=itemgetter(0)))
    return Queue(ordered, why, Counter({reason: sum(len(heap) for held, heap in heaps.items() if reason in held) for reason in REASONS}))
