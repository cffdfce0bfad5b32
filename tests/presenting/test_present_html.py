"""The page: complete in itself, safe, and marked where sources disagree."""

import base64
import hashlib
import re

import pytest
from chronology_sample import chronology
from lxml import html as lxml_html

from keii.presenting import html
from keii.values.chronology import Chronology, Citation, Entry
from keii.values.document import Block, Document
from keii.values.event import Event
from keii.values.occurrence import Occurrence
from keii.values.source import Source


@pytest.fixture(scope="module")
def text() -> str:
    return html.chronology(*chronology())


@pytest.fixture(scope="module")
def page(text: str):
    return lxml_html.document_fromstring(text)


def test_nothing_is_loaded_from_elsewhere(text: str, page):
    assert not page.xpath("//@src | //link | //img | //iframe")
    assert all(link.startswith("#") for link in page.xpath("//@href"))
    assert "url(" not in text
    assert "@import" not in text


def test_the_policy_names_the_very_style_and_script(text: str, page):
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        inner = re.search(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)[1]
        assert base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode() in policy
    assert not page.xpath("//@style | //@onclick")


def test_rows_sources_and_conflicts(page):
    rows, _ = chronology()
    assert page.get("lang") == "ja"
    assert [body.get("id") for body in page.iter("tbody")] == [f"e-{entry.occurrence.id}" for entry in rows.entries]
    assert len(page.xpath("//tbody[@data-disputed]")) == 3
    assert page.xpath("//p[@class='conflict']/text()")[0] == "日付：2004年5月22日 (資料1) / 2004年5月21日 (資料6)"
    assert len(page.xpath("//ol[@class='sources']/li")) == len(rows.sources)
    for link in page.xpath("//a/@href"):
        assert page.get_element_by_id(link[1:]) is not None


def test_a_quote_stands_in_its_paragraph(page):
    quote = next(mark for mark in page.iter("mark") if mark.text_content().startswith("同年10月15日"))
    paragraph = quote.getparent().text_content().replace("\n", "")
    assert paragraph.startswith("2002年9月17日、小泉総理大臣が平壌を訪問して")


def test_a_year_said_before_is_set_back(page):
    dates = page.xpath("//td[@class='date']")
    assert dates[0].find("span") is None
    assert (dates[2].find("span").text, dates[2].text_content()) == ("2002", "2002-10-15")


def test_filters_know_labels_and_codes(page):
    words = page.xpath("//tbody/@data-words")[4]
    assert "韓国" in words
    assert "協議" in words


def test_documents_cannot_write_markup():
    evil = '<script>alert(1)</script>"\'&<img src=x>'
    document = Document(evil, evil * 3, Source(evil, (evil,), evil, evil, url=evil, language='"><b>'),
                        (Block("paragraph", ((0, len(evil) * 3),)),))
    span = document.span(2, 30)
    event = Event(evil, "2016", None, evil, (f"ORG:{evil}",), (), (), "TEST", "none", "realised", "asserted", (span,))
    rows = Chronology((Entry(Occurrence((event,)), (Citation(span, evil),), 1),), ((evil, document.source),), (("from", evil),), evil)
    page = lxml_html.document_fromstring(html.chronology(rows, {evil: document}))
    assert len(page.xpath("//script")) == 1
    assert not page.xpath("//img | //b")


def test_a_long_paragraph_is_cut_at_sentences_and_several_quotes_share_it():
    text = "前の文です。" * 80 + "安保理は採択した。" + "中の文。" + "北朝鮮は反発した。" + "後の文です。" * 80
    document = Document("001", text, Source(), (Block("paragraph", ((0, len(text)),)),))
    spans = tuple(document.span(text.index(words), text.index(words) + len(words)) for words in ("安保理は採択した。", "北朝鮮は反発した。"))
    event = Event("001", "2016", None, "採択", ("UNSC",), (), (), "SANCTION", "none", "realised", "asserted", spans)
    rows = Chronology((Entry(Occurrence((event,)), tuple(Citation(span) for span in spans), 1),), ())
    quotes = lxml_html.document_fromstring(html.chronology(rows, {"001": document})).xpath("//blockquote")
    assert len(quotes) == 1
    context = quotes[0].text_content()
    assert context.startswith("…前の文です。")
    assert context.endswith("後の文です。…")
    assert 400 < len(context) < 500


def test_same_text_each_time(text: str):
    assert html.chronology(*chronology()) == text
