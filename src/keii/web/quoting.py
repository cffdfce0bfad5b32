"""Spans into the passages a page shows: each with its page printed, its notes, the paragraph around it."""

from collections.abc import Iterable, Sequence

from keii.presenting.analysis.shown import Look
from keii.presenting.layout import Layout
from keii.presenting.passages import Passage, passages
from keii.values.span import Span
from keii.workbench import Browser


class Quoter:
    """Quotes from the documents that these spans are of; each is fetched once."""

    def __init__(self, browser: Browser, spans: Iterable[Span]) -> None:
        documents = browser.outlines(dict.fromkeys(span.doc for span in spans))
        self._look = Look(browser.settings.lang, documents=documents)
        self._layout = Layout(documents)

    def __call__(self, spans: Sequence[Span]) -> tuple[Passage, ...]:
        """The passages of these spans, in their order."""
        return tuple(passages(tuple(self._look.citation(span) for span in spans), self._layout))

    def language(self, doc: str) -> str | None:
        found = self._look.documents.get(doc)
        return found.source.language if found else None
