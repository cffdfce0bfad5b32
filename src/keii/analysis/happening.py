"""What the analyses of happenings share: where a row lies in time, its best words, its dyads, what became of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

from keii.analysis.weights import weight
from keii.values.event import Event
from keii.values.material import Material
from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.values.span import Span

HELD = ("realised", "ongoing")
TOLD = ("asserted", "attributed")
CONTACTS = ("CONSULT", "AGREE")
_MOST_SPANS = 2


@dataclass(frozen=True)
class Placed:
    """An occurrence between the first and the last day on which it can lie."""

    occurrence: Occurrence
    first: date
    last: date

    @cached_property
    def lead(self) -> Event:
        return self.occurrence.lead

    @cached_property
    def worth(self) -> float:
        """Its weight between its sides (`weights`)."""
        return weight(self.lead)

    def within(self, start: date, end: date) -> bool:
        return start <= self.first and self.last <= end


def placed(occurrences: Iterable[Occurrence]) -> tuple[list[Placed], int]:
    """Those with a first and a last day, in the order of time, and how many have none."""
    found, left = [], 0
    for one in occurrences:
        first, last = one.lead.when.bounds
        if first is None and last is None:
            left += 1
            continue
        if last is None and one.lead.status == "ongoing":
            left += 1
            continue
        start = first or last
        assert start is not None
        found.append(Placed(one, start, last or start))
    return sorted(found, key=lambda one: (one.first, one.last)), left


def exact(placed: Placed) -> bool:
    """Whether it is dated to the day or the month."""
    return (placed.last - placed.first).days <= 31


def words(occurrence: Occurrence) -> tuple[Span, ...]:
    """Its best passages, one of each source first."""
    firsts = {event.doc: event.evidence[0] for event in reversed(occurrence.events)}
    lead = occurrence.lead.evidence[0]
    return tuple(dict.fromkeys([lead, *firsts.values()]))[:_MOST_SPANS]


def happened(event: Event) -> bool:
    """Whether it is told as having come about, not as planned, wished, expected or inferred."""
    return event.status in HELD and event.factuality in TOLD


def contact(event: Event) -> bool:
    """Whether sides met or agreed."""
    return event.action in CONTACTS and happened(event) and len(event.actors) > 1


def dyads(event: Event) -> Iterator[tuple[str, str]]:
    """The pairs of actors between which it passes: who acts and whom it aims at, or, where all act, each two of them."""
    pairs = ([(one, other) for one in event.initiator for other in event.target if one != other]
             if event.target else combinations(event.initiator, 2))
    seen = dict.fromkeys((min(pair), max(pair)) for pair in pairs if pair[0] != pair[1])
    yield from seen


def cited(material: Material, spans: Sequence[Span]) -> tuple[tuple[str, Source], ...]:
    """The sources of the spans, by name."""
    return tuple((doc, material.sources.get(doc, Source())) for doc in sorted({span.doc for span in spans}))
