"""The text that was checked as a Word file: each claim in its own words with its verdict, the exact words of the sources
in footnotes, the citations that were looked up."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from keii.presenting import verdicts, word, word_parts
from keii.presenting.layout import Layout
from keii.presenting.verdict_text import quoted
from keii.presenting.width import one_line
from keii.presenting.words import label, say
from keii.values.claim import Check, Checked

_WIDTHS = (1420, 4120, 3530)
_STYLES = ("TableLeft",) * 3
_MOST_QUOTES = 3


def docx(check: Check, layout: Layout, *, lang: str = "ja") -> bytes:
    """The file. `layout` reads the quotes of the documents."""
    title = say("verify.title", lang, name=check.name)
    notes: list[str] = []
    rows = [list(_row(one, layout, lang, notes)) for one in check.checked]
    first, *rest = verdicts.summary(check, lang)
    cited = verdicts.citations(check, lang)
    body = [word.paragraph(word.run(title), "Title"),
            *(word.paragraph(word.run(line), "BodyText") for line in (first, *(line for line in rest if line not in cited)))]
    if rows:
        heads = (say("column.verdict", lang), say("column.claim", lang), say("column.sources_say", lang))
        body.append(word.table(heads, rows, _WIDTHS, _STYLES))
    if cited:
        body.append(word.paragraph(word.run(say("verify.cited", lang)), "Heading1"))
        body += [word.paragraph(word.run(line), "BodyText") for line in cited]
    content = (f'{word.HEAD}<w:document xmlns:w="{word.NAMESPACE}"><w:body>{"".join(body)}{word_parts.SECTION}</w:body></w:document>')
    return word.package({
        "[Content_Types].xml": word_parts.TYPES, "_rels/.rels": word_parts.RELATIONS,
        "docProps/core.xml": word_parts.core(escape(title), lang), "word/document.xml": content,
        "word/_rels/document.xml.rels": word_parts.DOCUMENT_RELATIONS, "word/styles.xml": word_parts.STYLES,
        "word/settings.xml": word_parts.SETTINGS, "word/fontTable.xml": word_parts.FONTS,
        "word/footnotes.xml": word.footnotes(notes), "word/footer1.xml": word_parts.FOOTER})


def _row(one: Checked, layout: Layout, lang: str, notes: list[str]) -> Iterator[str]:
    yield word.run(f"{verdicts.MARKS[one.verdict]} {label('claim', one.verdict, lang)}")
    yield word.run(said(one))
    marks = ""
    for span in one.evidence[:_MOST_QUOTES]:
        number = len(notes) + 1
        notes.append(word.footnote(number, word.run(quoted(span, layout, lang).removeprefix("→ "))))
        marks += word.footnote_mark(number)
    yield word.run(verdicts.reason(one, lang)) + marks


def said(one: Checked) -> str:
    """The claim's words; the cells of a row one below the other."""
    if one.claim.kind != "row":
        return one_line(one.claim.text)
    return "\n".join(cell for part in one.claim.text.split("|") if (cell := one_line(part)))
