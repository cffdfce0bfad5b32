"""Finding what a person asks to have explained, and gathering what explains it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from keii import weaving
from keii.errors import UsageError
from keii.values.event import Event
from keii.values.few import few
from keii.values.judgement import Judgement
from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.workbench.outcomes import Explanation

_PLACE = re.compile(r"(.+):(\d+)$")
_MOST_NEAR = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A character of a document."""

    doc: str
    offset: int

    def told_by(self, event: Event) -> bool:
        return any(span.doc == self.doc and span.start <= self.offset < span.end for span in event.evidence)


def place_of(asked: str, docs: Iterable[str]) -> Place | None:
    """The place that `doc:offset` asks for, None where it asks for an id. The beginning of a document's name will do.

    Raises UsageError where no document or more than one is meant.
    """
    match = _PLACE.match(asked)
    if match is None:
        return None
    docs = sorted(docs)
    found = [doc for doc in docs if doc == match[1]] or [doc for doc in docs if doc.startswith(match[1])]
    if not found:
        raise UsageError("usage.no_such_doc", value=match[1], known=few(docs))
    if len(found) > 1:
        raise UsageError("usage.several_docs", value=match[1], known=", ".join(found))
    return Place(found[0], int(match[2]))


def nothing_at(place: Place, occurrences: Iterable[Occurrence]) -> UsageError:
    """The fault to raise where no event is told at a place; it names those nearest to it."""
    spans = {(span.start, span.end) for occurrence in occurrences for event in occurrence.events
             for span in event.evidence if span.doc == place.doc}
    nearest = sorted(spans, key=lambda span: max(span[0] - place.offset, place.offset - span[1]))[:_MOST_NEAR]
    near = ", ".join(f"{place.doc}:{start}" for start, _ in sorted(nearest))
    return UsageError("usage.nothing_told" if near else "usage.no_events", doc=place.doc, offset=place.offset, near=near)


def asked_for(asked: str | Place, occurrence: Occurrence) -> tuple[bool, tuple[Event, ...]]:
    """Whether the row itself is asked for, and which of its events: by the beginning of an id, or by a place."""
    if isinstance(asked, Place):
        return False, tuple(event for event in occurrence.events if asked.told_by(event))
    return (occurrence.id.startswith(asked),
            tuple(event for event in occurrence.events if event.id.startswith(asked)))


def explanation(occurrence: Occurrence, sources: Mapping[str, Source], judgements: Sequence[Judgement]) -> Explanation:
    members = {event.id for event in occurrence.events}
    why = tuple(judgement for judgement in judgements if {judgement.a, judgement.b} & members)
    return Explanation(occurrence, tuple((doc, sources[doc]) for doc in occurrence.docs), why,
                       weaving.support(occurrence, sources))
