"""Every quote in every output is the text of its document at its offsets, whatever characters it is made of."""

import csv
import html as entities
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator

import pytest
from chronology_sample import chronology as sample
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from markdown_it.token import Token

from keii.presenting import csv_, docx, html, json_, lines, markdown, timelinejs, word, xlsx
from keii.presenting.display import shown
from keii.values.chronology import Chronology, Citation, Entry
from keii.values.document import Block, Document
from keii.values.event import Event
from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.values.span import Span

Documents = dict[str, Document]
Key = tuple[str, int, int]
NASTY = ["\r\n", "\n", "\n\n", "\r", "\t", "\x00", "\x0b", "\x1b", "\x85", "\u2028", "\u200b", "\u202e", "\ufffe", "𠮷", "👨‍👩‍👧",
         "か\u3099", "葛\U000e0100", "１２", "　", " ", "=1+1", "@x", "-", "+", "# ", "1. ", "> ", "|", "`", "*a*", "_b_", "[c](d)", "<i>",
         "&amp;", "&#10;", "\\", "~~", "```", "「", "」", "」\n「", '"', "'", ",", ";", "]]>", "<!--", "</mark>", "</script>", "_x000D_",
         "年", "会談", "。", "a", "Z"]
texts = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=3)), min_size=1, max_size=14).map("".join).filter(bool)


@st.composite
def chronologies(draw: st.DrawFn) -> tuple[Chronology, Documents]:
    """Documents of hard characters, blocks cut anywhere, one to three spans in each."""
    docs, entries = {}, []
    for name in draw(st.lists(st.sampled_from(["001", "資料 二", "=cmd|' /C calc'!A0"]), min_size=1, max_size=2, unique=True)):
        text = draw(texts)
        edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
        pieces = tuple(zip(edges[::2], edges[1::2], strict=False))
        docs[name] = Document(name, text, Source(title=draw(texts)), (Block("paragraph", pieces),) if pieces else ())
        spans = draw(st.lists(cuts(len(text)), min_size=1, max_size=3, unique=True))
        evidence = tuple(docs[name].span(low, high) for low, high in spans)
        event = Event(name, "2016-03-02", None, draw(texts), ("PRK",), ("PRK",), (), "TEST", "deterrence", "realised",
                      "asserted", evidence)
        entries.append(Entry(Occurrence((event,)), tuple(Citation(span) for span in evidence), 1))
    return Chronology(tuple(entries), tuple((name, one.source) for name, one in docs.items()), (), draw(texts)), docs


def cuts(length: int) -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(0, length - 1), st.integers(1, length)).filter(lambda cut: cut[0] < cut[1])


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


@pytest.mark.parametrize(("reader", "form"), READERS, ids=NAMES)
def test_the_sample(reader, form):
    check(reader, form, *sample())


def made(text: str, start: int = 0, end: int | None = None) -> tuple[Chronology, Documents]:
    document = Document("001", text, Source(title="題"))
    span = document.span(start, end or len(text))
    event = Event("001", "2016", None, text, ("PRK",), ("PRK",), (), "TEST", "none", "realised", "asserted", (span,))
    entry = Entry(Occurrence((event,)), (Citation(span),), 1)
    return Chronology((entry,), (("001", document.source),)), {"001": document}


@pytest.mark.parametrize(("reader", "form"), READERS, ids=NAMES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(given_=chronologies())
@example(given_=made("=1+1|a\r\n\r\n  b\n> c\x00\x1b\ufffe"))
@example(given_=made(" \n\n - x\n1. y\n    code\n---\n|a|b|\n|-|-|\n```\n[z]: u"))
@example(given_=made("_x000D_<b>&amp;]]></mark></script><!--\u2028𠮷か\u3099"))
def test_any_characters(reader, form, given_):
    check(reader, form, *given_)


def test_a_quote_longer_than_a_cell_goes_on_in_the_next_row():
    rows, docs = made("北" * 40_000)
    parts = list(read_xlsx(rows, docs))
    assert [place[1:] for place, _ in parts] == [(0, 16_000), (16_000, 32_000), (32_000, 40_000)]
    assert all(quote == docs["001"].text[start:end] for (_, start, end), quote in parts)


def test_more_quotes_than_a_footnote_holds_are_named():
    rows, docs = made("一二三四五")
    event = rows.entries[0].occurrence.lead
    spans = tuple(docs["001"].span(at, at + 1) for at in range(5))
    many = Event(event.doc, event.date, None, "五度", event.actors, (), (), "TEST", "none", "realised", "asserted", spans)
    entry = Entry(Occurrence((many,)), tuple(Citation(span, str(span.start)) for span in spans), 1)
    data = docx.chronology(Chronology((entry,), rows.sources), docs)
    assert footnote_quotes(data) == [["一", "二", "三"]]
    text = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/footnotes.xml")).xpath("string()")
    assert "ほか2か所（3頁・4頁）" in text
