"""The report as a Word file: chapters, a table a theme, the exact words in footnotes, the sources."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from keii.presenting import cite, word, word_parts
from keii.presenting.analysis import figure
from keii.presenting.analysis.shown import Look
from keii.presenting.dates import short_date
from keii.presenting.docx import Notes
from keii.presenting.width import one_line
from keii.presenting.word_pictures import Pictures
from keii.presenting.words import say
from keii.values.chronology import Citation
from keii.values.report import Item, Report, Section

_WIDTHS = (1750, 5520, 1800)


def report(found: Report, look: Look) -> bytes:
    """The .docx file; the same bytes for the same values."""
    numbering = cite.Numbering({doc: at for at, (doc, _) in enumerate(found.sources, 1)}, dict(found.sources))
    notes = Notes(look.layout, numbering, look.lang)
    pictures = Pictures(sum(_WIDTHS))
    body = [word.paragraph(word.run(found.title), "Title"), word.paragraph(word.run(found.method), "BodyText")]
    for chapter in found.chapters:
        body += [word.paragraph(word.run(chapter.title), "Heading1"), word.paragraph(word.run(chapter.method), "BodyText")]
        for section in chapter.sections:
            body += _section(section, look, notes)
        for drawn, caption in chapter.figures:
            body += [pictures.add(figure.analysis(drawn, look, "png"), look.title(drawn)), word.paragraph(word.run(caption), "TableLeft")]
    body += _sources(numbering, look.lang)
    content = f'{word.HEAD}<w:document xmlns:w="{word.NAMESPACE}"><w:body>{"".join(body)}{word_parts.SECTION}</w:body></w:document>'
    return word.package({
        "_rels/.rels": word_parts.RELATIONS, **pictures.parts(),
        "docProps/core.xml": word_parts.core(escape(found.title), look.lang), "word/document.xml": content,
        "word/styles.xml": word_parts.STYLES,
        "word/settings.xml": word_parts.SETTINGS, "word/fontTable.xml": word_parts.FONTS,
        "word/footnotes.xml": word.footnotes(notes.written), "word/footer1.xml": word_parts.FOOTER})


def _section(section: Section, look: Look, notes: Notes) -> Iterator[str]:
    if section.title:
        yield word.paragraph(word.run(one_line(section.title)), "Heading2")
    if not section.items:
        yield word.paragraph(word.run(section.empty), "BodyText")
        return
    if section.text:
        yield word.paragraph(word.run(one_line(section.text)), "BodyText")
    heads = [say(f"column.{name}", look.lang) for name in ("date", "text", "remark")]
    yield word.table(heads, [list(_cells(item, look, notes)) for item in section.items], _WIDTHS, ("TableLeft",) * len(_WIDTHS))


def _cells(item: Item, look: Look, notes: Notes) -> Iterator[str]:
    by_doc: dict[str, list[Citation]] = {}
    for span in item.evidence:
        by_doc.setdefault(span.doc, []).append(look.citation(span))
    yield word.run(short_date(item.date, lang=look.lang) if item.date else "")
    yield word.run(one_line(item.text)) + "".join(notes.add(citations) for citations in by_doc.values())
    yield word.run(one_line(item.tail))


def _sources(numbering: cite.Numbering, lang: str) -> Iterator[str]:
    yield word.paragraph(word.run(say("title.sources", lang)), "Heading1")
    for doc in numbering.numbers:
        line = f"{numbering.label(doc, lang)}\t{numbering.reference(doc, lang)}{say('cite.stop', lang)}"
        yield word.paragraph(word.run(line), "Bibliography")
