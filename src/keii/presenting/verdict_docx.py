"""The text that was checked as a Word file: the whole of it in its order, a mark at each claim and its words underlined by
the verdict, the reason and the exact words of the sources in footnotes; then the verdicts in a list, and the citations."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from keii.presenting import verdict_flow, verdicts, word, word_parts
from keii.presenting.layout import Layout
from keii.presenting.width import one_line
from keii.presenting.words import say
from keii.values.claim import Check, Checked

_WIDTHS = (620, 1500, 3900, 3050)
_STYLES = ("TableLeft",) * 4


def docx(check: Check, layout: Layout, *, lang: str = "ja") -> bytes:
    """The file. `layout` reads the quotes of the documents."""
    title = say("verify.title", lang, name=check.name)
    notes: list[str] = []
    first, *rest = verdicts.summary(check, lang)
    cited = verdicts.citations(check, lang)
    body = [_block(title, "Title"), *(_block(line, "BodyText") for line in (first, *(line for line in rest if line not in cited)))]
    if check.checked:
        body += [_block(say("verify.text", lang), "Heading1"), *verdict_flow.whole(check, layout, lang, notes)]
        body += [_block(say("verify.listed", lang), "Heading1"), _list(check, lang)]
    if cited:
        body += [_block(say("verify.cited", lang), "Heading1"), *(_block(line, "BodyText") for line in cited)]
    content = (f'{word.HEAD}<w:document xmlns:w="{word.NAMESPACE}"><w:body>{"".join(body)}{word_parts.SECTION}</w:body></w:document>')
    return word.package({
        "[Content_Types].xml": word_parts.TYPES, "_rels/.rels": word_parts.RELATIONS,
        "docProps/core.xml": word_parts.core(escape(title), lang), "word/document.xml": content,
        "word/_rels/document.xml.rels": word_parts.DOCUMENT_RELATIONS, "word/styles.xml": word_parts.STYLES,
        "word/settings.xml": word_parts.SETTINGS, "word/fontTable.xml": word_parts.FONTS,
        "word/footnotes.xml": word.footnotes(notes), "word/footer1.xml": word_parts.FOOTER})


def _block(text: str, style: str) -> str:
    return word.paragraph(word.run(text), style)


def _list(check: Check, lang: str) -> str:
    heads = (say("column.claim_number", lang), say("column.verdict", lang), say("column.claim", lang), say("column.sources_say", lang))
    return word.table(heads, (list(_row(number, one, lang)) for number, one in enumerate(check.checked, 1)), _WIDTHS, _STYLES)


def _row(number: int, one: Checked, lang: str) -> Iterator[str]:
    yield word.run(str(number))
    yield word.run(f"{verdicts.mark(one)} {verdicts.name(one, lang)}")
    yield word.run(said(one))
    yield word.run("\n".join(verdicts.reasons(one, lang)))


def said(one: Checked) -> str:
    """The claim's words; the cells of a row one below the other."""
    if one.claim.kind != "row":
        return one_line(one.claim.text)
    return "\n".join(cell for part in one.claim.text.split("|") if (cell := one_line(part)))
