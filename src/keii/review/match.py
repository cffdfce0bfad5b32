"""Which event of a document is the one a decision was about, after it was coded anew."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from keii.review.subjects import Subject
from keii.values.event import Event
from keii.values.span import Span

ENOUGH = 5.0
"""Points (of 12) from which an event at the same words counts as the one meant."""
MARGIN = 1.0
"""By how many points it must lead the next."""


@dataclass(frozen=True, slots=True)
class Match:
    """`event` is the one meant, None where none is sure; `candidates` then are those told at its words that nobody else
    claims."""

    event: Event | None
    candidates: tuple[Event, ...] = ()


def matches(wanted: Mapping[int, tuple[Subject, Span]], events: Sequence[Event]) -> Mapping[int, Match]:
    """For each subject, with where its words stand now, the event of the document that is meant, each event once.

    An event of the same id is; of the others the one at the same words that is likest in its fields, where it is like
    enough and no second is as like.
    """
    by_id = {event.id: event for event in events}
    found: dict[int, Match] = {}
    claimed: set[str] = set()
    for key, (subject, _) in wanted.items():
        if same := sorted(subject.seen_ids & by_id.keys()):
            newest = next((anchor.seen.id for anchor in reversed(subject.anchors) if anchor.seen and anchor.seen.id in by_id), same[0])
            found[key] = Match(by_id[newest])
            claimed.add(newest)
    left = {key: pair for key, pair in wanted.items() if key not in found and pair[0].seen_ids}
    scored = sorted(_scored(left, [event for event in events if event.id not in claimed]), key=lambda one: (-one[0], one[1], one[2].id))
    for points, key, event in scored:
        if key in found or event.id in claimed or points < ENOUGH:
            continue
        rivals = [other for score, of, other in scored if of == key and other.id not in claimed and other.id != event.id
                  and points - score < MARGIN]
        if rivals:
            found[key] = Match(None, (event, *rivals))
        else:
            found[key] = Match(event)
            claimed.add(event.id)
    for key in left.keys() - found.keys():
        found[key] = Match(None, tuple(event for _, of, event in scored if of == key and event.id not in claimed))
    return found


def _scored(left: Mapping[int, tuple[Subject, Span]], events: Iterable[Event]) -> Iterable[tuple[float, int, Event]]:
    for event in events:
        for key, (subject, span) in left.items():
            if any(span.overlaps(said) for said in event.evidence):
                yield max(likeness(anchor.seen, span, event) for anchor in subject.anchors if anchor.seen), key, event


def likeness(seen: Event, span: Span | None, event: Event) -> float:
    """Points (of 12) for how like `event` is to the one that was seen, whose words stand at `span` now."""
    points = 3.0 * (seen.action == event.action) + 1.0 * (seen.status == event.status) + 1.0 * (event.evidence[0] == span)
    points += 2.0 if seen.date == event.date else 1.0 if seen.when.overlaps(event.when) else 0.0
    points += _shared(seen.initiator, event.initiator) + _shared(seen.target, event.target)
    return points + 3.0 * SequenceMatcher(None, seen.summary, event.summary, autojunk=False).ratio()


def _shared(ones: tuple[str, ...], others: tuple[str, ...]) -> float:
    both = set(ones) | set(others)
    return len(set(ones) & set(others)) / len(both) if both else 1.0
