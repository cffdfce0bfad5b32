"""The within-document half: what one document tells in several places is one event with several spans."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace

from keii.values.event import Event, Step
from keii.values.occurrence import Occurrence
from keii.values.span import Span
from keii.weaving.best import exactness, fullest_first
from keii.weaving.gather import gather
from keii.weaving.suggest import suggest


def within(events: Iterable[Event]) -> tuple[Occurrence, ...]:
    """Events of one document that tell the same happening as one occurrence each, in the order of first evidence."""
    events = tuple(events)
    found = gather(events, suggest(events))
    return tuple(sorted(found, key=lambda each: (min(event.evidence[0].start for event in each.events), each.id)))


def _spans(events: Iterable[Event]) -> tuple[Span, ...]:
    """All spans of one document, best first, each once; a stretch inside one that is already there adds nothing."""
    kept: list[Span] = []
    starts: list[int] = []
    ends: list[int] = []
    for span in (span for event in events for span in event.evidence):
        at = bisect_right(starts, span.start)
        if at and span.end <= ends[at - 1]:
            continue
        kept.append(span)
        low, high = bisect_left(starts, span.start), bisect_right(ends, span.end)  # those within it hold nothing it does not
        starts[low : max(low, high)], ends[low : max(low, high)] = [span.start], [span.end]
    return tuple(kept)


def told(occurrence: Occurrence) -> Event:
    """One event of one document: the fields of the best telling, the most exact date, all spans, keys and notes."""
    events = fullest_first(occurrence.events)
    best, dated = events[0], min(events, key=exactness)
    if len(events) == 1:
        return best
    steps = [step for step in dated.trace if step.field == "date"]
    steps.append(Step("date", dated.date, "weaving:most-exact", dated.evidence[0]))
    return replace(
        best, date=dated.date, mod=dated.mod, evidence=_spans(events),
        key=tuple(dict.fromkeys(each for event in events for each in event.key)),
        notes=tuple(sorted({number for event in events for number in event.notes})),
        trace=best.trace if dated is best else (*best.trace, *steps))
