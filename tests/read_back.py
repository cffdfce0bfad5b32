"""What people and programs read in each output: every quote with the place it is said to come from."""

import csv
import html as entities
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator

from lxml import etree
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from markdown_it.token import Token

from keii.presenting import csv_, docx, html, json_, lines, markdown, timelinejs, word, xlsx
from keii.presenting.display import shown
from keii.values.chronology import Chronology
from keii.values.document import Document
from keii.values.span import Span

Documents = dict[str, Document]
Key = tuple[str, int, int]


def read_json(rows: Chronology, docs: Documents) -> Iterator[tuple[Key, str]]:
    for row in json.loads(json_.chronology(rows))["rows"]:
        yield from zip((tuple(place) for place in row["evidence"]), row["quotes"], strict=True)


def read_csv(rows: Chronology, docs: Documents) -> Iterator[tuple[Key, str]]:
    text = csv_.chronology(rows).decode("utf-8-sig")
    for *_, evidence, quotes in list(csv.reader(io.StringIO(text, newline="")))[1:]:
        at = 0
        for doc, start, end in (re.fullmatch(r"'?(.*):(\d+)-(\d+)", place, re.DOTALL).groups() for place in evidence.split("; ")):
            size = int(end) - int(start)
            assert quotes[at] == "「"
            assert quotes[at + size + 1] == "」"
            yield (doc, int(start), int(end)), quotes[at + 1 : at + 1 + size]
            at += size + 3


def cells(data: bytes, number: int) -> list[list[str]]:
    """The rows of a sheet as Excel reads them: shared strings with `_xHHHH_` undone."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    space = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    strings = ["".join(item.itertext()) for item in etree.fromstring(archive.read("xl/sharedStrings.xml")).findall("m:si", space)]
    undone = [re.sub("_x([0-9A-Fa-f]{4})_", lambda code: chr(int(code[1], 16)), text) for text in strings]
    sheet = etree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
    assert not sheet.findall(".//m:f", space), "no cell is a formula"
    return [[undone[int(cell.findtext("m:v", "", space))] if cell.get("t") == "s" else cell.findtext("m:v", "", space)
             for cell in row.findall("m:c", space)] for row in sheet.findall(".//m:row", space)]


def read_xlsx(rows: Chronology, docs: Documents) -> Iterator[tuple[Key, str]]:
    for _, _, doc, _, _, start, end, quote, _ in cells(xlsx.chronology(rows, docs), 2)[1:]:
        yield (doc, int(start), int(end)), quote


def read_html(rows: Chronology, docs: Documents) -> Iterator[tuple[Key, str]]:
    page = lxml_html.document_fromstring(html.chronology(rows, docs).encode(), parser=lxml_html.HTMLParser(encoding="utf-8"))
    for mark in page.iter("mark"):
        yield (mark.get("data-doc"), int(mark.get("data-start")), int(mark.get("data-end"))), mark.text_content()


def footnote_quotes(data: bytes) -> list[list[str]]:
    """The quotes of each footnote: stretches of runs in the style Quotation, hidden ones included."""
    w = f"{{{word.NAMESPACE}}}"
    notes = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/footnotes.xml"))
    found = []
    for note in notes.findall(f"{w}footnote")[2:]:
        quotes, within = [], False
        for run in note.iter(f"{w}r"):
            style = run.find(f"{w}rPr/{w}rStyle")
            quoted = style is not None and style.get(f"{w}val") == "Quotation"
            if quoted and not within:
                quotes.append("")
            if quoted:
                quotes[-1] += "".join({f"{w}t": part.text or "", f"{w}br": "\n", f"{w}tab": "\t"}.get(part.tag, "") for part in run)
            within = quoted
        found.append(quotes)
    return found


def read_docx(rows: Chronology, docs: Documents) -> Iterator[tuple[Key, str]]:
    found = [quote for note in footnote_quotes(docx.chronology(rows, docs)) for quote in note]
    spans = [span for entry in rows.entries for doc in dict.fromkeys(span.doc for span in lines.evidence(entry))
             for span in [span for span in lines.evidence(entry) if span.doc == doc][:3]]
    yield from zip(((span.doc, span.start, span.end) for span in spans), found, strict=True)


def read_timelinejs(rows: Chronology, docs: Documents) -> Iterator[tuple[Key, str]]:
    slides = json.loads(timelinejs.chronology(rows))["events"]
    for entry, slide in zip(rows.entries, slides, strict=True):
        quotes = re.findall("<blockquote>(.*?)</blockquote>", slide["text"]["text"], re.DOTALL)
        yield from zip((key(span) for span in lines.evidence(entry)), map(entities.unescape, quotes), strict=True)


def read_markdown(rows: Chronology, docs: Documents) -> Iterator[tuple[Key, str]]:
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown.chronology(rows))
    quotes = [plain(tokens[at + 2]) for at, token in enumerate(tokens) if token.type == "blockquote_open"]
    yield from zip((key(span) for entry in rows.entries for span in lines.evidence(entry)), quotes, strict=True)


def plain(inline: Token) -> str:
    """The text of an inline token; anything but text and line breaks would be markup that escaped us."""
    kinds = {child.type for child in inline.children or ()}
    assert kinds <= {"text", "softbreak", "text_special"}, kinds
    return "".join("\n" if child.type == "softbreak" else child.content for child in inline.children or ())


def key(span: Span) -> Key:
    return span.doc, span.start, span.end


def exact(text: str) -> str:
    return text


READERS: list[tuple[Callable[[Chronology, Documents], Iterator[tuple[Key, str]]], Callable[[str], str]]] = [
    (read_json, exact), (read_csv, exact), (read_xlsx, shown), (read_html, shown), (read_docx, shown),
    (read_timelinejs, shown), (read_markdown, shown)]
NAMES = [reader.__name__ for reader, _ in READERS]


def check(reader, form, rows: Chronology, docs: Documents, *, all_spans: bool = True) -> None:
    found = dict(reader(rows, docs))
    for (doc, start, end), quote in found.items():
        assert quote == form(docs[doc].text[start:end])
    if all_spans:
        assert set(found) == {key(span) for entry in rows.entries for span in lines.evidence(entry)}
