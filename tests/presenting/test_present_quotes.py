"""Every quote in every output is the text of its document at its offsets, whatever characters it is made of."""

import io
import zipfile

import pytest
from chronology_sample import chronology as sample
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from keii.presenting import docx
from keii.values.chronology import Chronology, Citation, Entry
from keii.values.document import Block, Document
from keii.values.event import Event
from keii.values.occurrence import Occurrence
from keii.values.source import Source
from read_back import NAMES, READERS, Documents, check, footnote_quotes, read_xlsx

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
