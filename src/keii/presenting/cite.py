"""From a span to the words that tell a reader where to find it: document, page printed, note it is told by."""

from collections.abc import Mapping
from dataclasses import dataclass

from keii.presenting.bibliography import reference
from keii.presenting.words import say
from keii.values.chronology import Chronology, Citation
from keii.values.document import Document, NoteMark
from keii.values.source import Source


def short(citation: Citation, lang: str = "ja") -> str:
    """`001 p.255`, `002 注11による`: the document's name and the place in it."""
    parts = [citation.span.doc]
    if citation.page:
        parts.append(say("cite.short_page", lang, page=citation.page))
    if citation.notes:
        parts.append(note(citation, lang))
    return " ".join(parts)


def note(citation: Citation, lang: str = "ja") -> str:
    """`注11による`, the numbers of the notes its sentence carries; "" where it carries none."""
    if not citation.notes:
        return ""
    numbers = say("cite.notes_join", lang).join(str(number) for number in citation.notes)
    return say("cite.note", lang, number=numbers)


def page(citation: Citation, lang: str = "ja") -> str:
    return say("cite.page", lang, page=citation.page) if citation.page else ""


def full(citation: Citation, source: Source, lang: str = "ja") -> str:
    """The whole citation: 著者「題」発行者、2018年12月、255頁、注11による."""
    parts = [reference(source, citation.span.doc, lang), page(citation, lang), note(citation, lang)]
    return say("join.sentence" if lang == "ja" else "join.list", lang).join(part for part in parts if part)


def note_text(citation: Citation, document: Document | None, number: int) -> str:
    """What the note a sentence carries says, as it reads in its block; "" where the document does not hold it.

    Where numbering starts anew by chapter, the marker nearest to the end of the span is the one meant.
    """
    if document is None:
        return ""
    marks = [mark for mark in document.marks if mark.number == number and mark.note is not None]
    if not marks:
        return ""
    nearest = min(marks, key=lambda mark: _distance(mark, citation))
    return document.cleaned[nearest.note].text.strip() if nearest.note is not None else ""


def _distance(mark: NoteMark, citation: Citation) -> int:
    span = citation.span
    return 0 if span.start <= mark.start <= span.end else min(abs(mark.start - span.end), abs(mark.start - span.start))


@dataclass(frozen=True)
class Numbering:
    """The sources of a chronology by number, in the order they are listed: 資料1, 資料2, …"""

    numbers: Mapping[str, int]
    sources: Mapping[str, Source]

    @classmethod
    def of(cls, chronology: Chronology) -> "Numbering":
        """Numbers the chronology's sources, then documents that are cited without being listed there."""
        sources = dict(chronology.sources)
        for entry in chronology.entries:
            for doc in entry.occurrence.docs:
                sources.setdefault(doc, Source())
        return cls({doc: index for index, doc in enumerate(sources, 1)}, sources)

    def label(self, doc: str, lang: str = "ja") -> str:
        """`資料3`; the document's own name where it has no number."""
        return say("cite.number", lang, number=self.numbers[doc]) if doc in self.numbers else doc

    def reference(self, doc: str, lang: str = "ja") -> str:
        """The source's reference in the form of the field, without its full stop."""
        return reference(self.sources.get(doc, Source()), doc, lang)
