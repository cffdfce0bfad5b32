"""From an occurrence to citations: each of its spans with the page printed and the notes of its sentence."""

from functools import cache
from typing import Protocol

from keii.values.chronology import Citation
from keii.values.document import Document
from keii.values.event import Event
from keii.values.occurrence import Occurrence
from keii.values.span import Span


class Outlines(Protocol):
    """What holds documents: a store, or a view of one."""

    def outline(self, name: str) -> Document | None: ...


class Citing:
    """Cites from the documents of a store; each is fetched once, without its boxes."""

    def __init__(self, store: Outlines) -> None:
        self._document = cache(store.outline)

    def citations(self, occurrence: Occurrence) -> tuple[Citation, ...]:
        """Every span of every event, the leading event's first, each span once."""
        found = {span: self._cite(event, span) for event in reversed(occurrence.events)
                 for span in reversed(event.evidence)}
        spans = dict.fromkeys(span for event in occurrence.events for span in event.evidence)
        return tuple(found[span] for span in spans)

    def _cite(self, event: Event, span: Span) -> Citation:
        document = self._document(span.doc)
        notes = event.notes if span == event.evidence[0] else ()
        if document is None:
            return Citation(span, None, notes)
        return Citation(span, _page(document, span.start), notes or _notes(document, span))


def _page(document: Document, offset: int) -> str | None:
    """The label of the page, or its number in brackets where none is printed on it."""
    page = document.page_of(offset)
    if page is None:
        return None
    return page.label or f"[{page.index + 1}]"


def _notes(document: Document, span: Span) -> tuple[int, ...]:
    """The numbers of the note markers inside a span or right at its end."""
    return tuple(mark.number for mark in document.marks if span.start <= mark.start <= span.end + 1)
