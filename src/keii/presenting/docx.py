"""The chronology as a Word file to hand in: title, scope and method, the table, footnotes with the exact words, the
appendix of conflicts, the sources.

A4 upright: four columns fit, and the footnotes, which hold most of the text, keep a measure that can be read. An entry
has one footnote for each of its sources, with that source's best passages (`_MOST_QUOTES`) and the pages of the others.
The first note on a source gives its full reference, later ones its number. In a quote, white space of the source's
layout is kept as hidden text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from keii.presenting import cite, lines, word, word_parts
from keii.presenting.layout import Layout
from keii.presenting.rows import Names, date_of, reviewed, side, sides
from keii.presenting.scope import method
from keii.presenting.width import one_line
from keii.presenting.words import label, say
from keii.values.chronology import Chronology, Citation, Entry
from keii.values.document import Document

_MOST_QUOTES = 3
_MOST_NOTE = 160
_WIDTHS = (2500, 4320, 980, 1270)
_CONFLICT_WIDTHS = (2500, 2220, 1010, 3340)
_ENDS = ("。", "．", ".", "…", "！", "？", "!", "?")


@dataclass
class Notes:
    """The footnotes written so far, and the sources already given in full."""

    layout: Layout
    numbering: cite.Numbering
    lang: str
    written: list[str] = field(default_factory=list)
    told: set[str] = field(default_factory=set)

    def add(self, citations: Sequence[Citation]) -> str:
        """Write the footnote of one source of one entry; returns the sign that calls it."""
        number = len(self.written) + 1
        self.written.append(word.footnote(number, "".join(self._content(citations))))
        return word.footnote_mark(number)

    def say(self, words: str) -> str:
        """Write a footnote of plain words; returns the sign that calls it."""
        number = len(self.written) + 1
        self.written.append(word.footnote(number, word.run(words)))
        return word.footnote_mark(number)

    def _content(self, citations: Sequence[Citation]) -> Iterator[str]:
        doc = citations[0].span.doc
        comma = say("join.clause", self.lang)
        yield word.run(self._named(doc))
        for citation in citations[:_MOST_QUOTES]:
            page = cite.page(citation, self.lang)
            yield word.run(comma + (page if page else ""))
            yield from self._quote(citation)
        if rest := citations[_MOST_QUOTES:]:
            yield word.run(comma + self._rest(rest))
        if rest or not citations[-1].span.quote.endswith(_ENDS):
            yield word.run(say("cite.stop", self.lang))
        yield word.run("".join(self._chain(citations[:_MOST_QUOTES])))

    def _named(self, doc: str) -> str:
        """The full reference the first time, the number after that."""
        if doc in self.told:
            return self.numbering.label(doc, self.lang)
        self.told.add(doc)
        known = self.numbering.numbers.get(doc, 0)
        return self.numbering.reference(doc, self.lang) + say("cite.hereafter", self.lang, number=known)

    def _quote(self, citation: Citation) -> Iterator[str]:
        yield word.run(say("quote.open", self.lang))
        for stretch, seen in self.layout.stretches(citation.span):
            for part in re.split("(\r+)", stretch):
                yield word.run(part, "Quotation", hidden=not seen or part.startswith("\r"))
        yield word.run(say("quote.close", self.lang))

    def _rest(self, citations: Sequence[Citation]) -> str:
        pages = dict.fromkeys(page for citation in citations if (page := cite.page(citation, self.lang)))
        key = "cite.more_pages" if pages else "cite.more"
        return say(key, self.lang, n=len(citations), pages=say("join.list", self.lang).join(pages))

    def _chain(self, citations: Sequence[Citation]) -> Iterator[str]:
        """What the notes of the source's own sentences rest on, each once."""
        told = dict.fromkeys((number, cite.note_text(citation, self.layout.documents.get(citation.span.doc), number))
                             for citation in citations for number in citation.notes)
        for number, text in told:
            if not text:
                yield say("cite.note_alone", self.lang, number=number)
                continue
            short = text if len(text) <= _MOST_NOTE else text[:_MOST_NOTE] + "…"
            ends = "" if short.endswith(_ENDS) else say("cite.stop", self.lang)
            yield say("cite.note_text", self.lang, number=number, text=" ".join(short.split())) + ends


def chronology(chronology: Chronology, documents: Mapping[str, Document], *, lang: str = "ja",
               names: Names = None) -> bytes:
    """The .docx file; the same bytes for the same values."""
    numbering = cite.Numbering.of(chronology)
    notes = Notes(Layout(documents), numbering, lang)
    title = one_line(chronology.title or say("title.chronology", lang))
    body = [word.paragraph(word.run(title), "Title"),
            word.paragraph(word.run(method(chronology, lang, notes=True)), "BodyText"),
            word.table([say(f"column.{name}", lang) for name in ("date", "summary", "status", "sources")],
                       [_row(entry, notes, lang) for entry in chronology.entries], _WIDTHS,
                       ("TableLeft", "TableText", "TableLeft", "TableLeft")),
            *_appendix(chronology, numbering, lang, names), *_sources(numbering, lang)]
    content = (f'{word.HEAD}<w:document xmlns:w="{word.NAMESPACE}"><w:body>{"".join(body)}{word_parts.SECTION}'
               "</w:body></w:document>")
    return word.package({
        "[Content_Types].xml": word_parts.TYPES, "_rels/.rels": word_parts.RELATIONS,
        "docProps/core.xml": word_parts.core(escape(title), lang), "word/document.xml": content,
        "word/_rels/document.xml.rels": word_parts.DOCUMENT_RELATIONS, "word/styles.xml": word_parts.STYLES,
        "word/settings.xml": word_parts.SETTINGS, "word/fontTable.xml": word_parts.FONTS,
        "word/footnotes.xml": word.footnotes(notes.written), "word/footer1.xml": word_parts.FOOTER})


def _row(entry: Entry, notes: Notes, lang: str) -> Iterator[str]:
    lead = entry.occurrence.lead
    yield word.run(date_of(entry, lang, long=True))
    yield word.run(one_line(lead.summary) + (say("mark.conflict", lang) if entry.conflicts else ""))
    asserted = lead.factuality == "asserted"
    held = "" if asserted else say("status.held", lang, how=label("factuality", lead.factuality, lang))
    yield word.run(label("status", lead.status, lang) + held)
    yield word.run("\n").join(_cited(entry, notes, lang))


def _cited(entry: Entry, notes: Notes, lang: str) -> Iterator[str]:
    """Each source of the entry by number with its footnote, the source of the best passage first."""
    by_source: dict[str, list[Citation]] = {}
    for citation in lines.citations(entry):
        by_source.setdefault(citation.span.doc, []).append(citation)
    for doc, citations in by_source.items():
        yield word.run(notes.numbering.label(doc, lang)) + notes.add(citations)
    if entry.independent_sources <= 1:
        yield word.run(say("count.one_short" if entry.independent_sources else "count.none_short", lang))
    if told := reviewed(entry, lang):
        yield word.run(told)


def _appendix(chronology: Chronology, numbering: cite.Numbering, lang: str, names: Names) -> Iterator[str]:
    rows = [list(_conflict(entry, at, numbering, lang, names))
            for entry in chronology.entries for at in range(len(entry.conflicts))]
    if rows:
        yield word.paragraph(word.run(say("title.appendix", lang)), "Heading1")
        yield word.table([say(f"column.{name}", lang) for name in ("date", "summary", "field", "told")], rows,
                         _CONFLICT_WIDTHS, ("TableLeft",) * 4)


def _conflict(entry: Entry, at: int, numbering: cite.Numbering, lang: str, names: Names) -> Iterator[str]:
    found = entry.conflicts[at]
    docs = {doc: numbering.label(doc, lang) for doc in numbering.numbers}
    yield word.run(date_of(entry, lang, long=True))
    yield word.run(one_line(entry.occurrence.lead.summary))
    yield word.run(label("field", found.field, lang))
    told = [say("conflict.side", lang, value=side(found.field, value, lang, names),
                docs=say("join.list", lang).join(who)) for value, who in sides(found, docs).items()]
    yield word.run("\n".join([*told, *([say("conflict.remark", lang, note=found.note)] if found.note else [])]))


def _sources(numbering: cite.Numbering, lang: str) -> Iterator[str]:
    yield word.paragraph(word.run(say("title.sources", lang)), "Heading1")
    for doc in numbering.numbers:
        line = f"{numbering.label(doc, lang)}\t{numbering.reference(doc, lang)}{say('cite.stop', lang)}"
        yield word.paragraph(word.run(line), "Bibliography")
