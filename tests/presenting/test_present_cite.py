"""Citations and references in the form of the field, CSL-JSON and BibTeX."""

import json
import re

import pytest
from chronology_sample import chronology, documents, located

from keii.presenting import bibliography, cite
from keii.values.chronology import Citation
from keii.values.source import Source
from keii.values.span import Span

SPAN = Span("002", 0, 1, "北")


@pytest.mark.parametrize(("citation", "ja", "en"), [
    (Citation(SPAN), "002", "002"), (Citation(SPAN, "255"), "002 p.255", "002 p.255"),
    (Citation(SPAN, None, (11,)), "002 注11による", "002 by n. 11"),
    (Citation(SPAN, "xii", (11, 12)), "002 p.xii 注11・12による", "002 p.xii by n. 11, 12"),
])
def test_short(citation: Citation, ja: str, en: str):
    assert (cite.short(citation), cite.short(citation, "en")) == (ja, en)


@pytest.mark.parametrize(("source", "line"), [
    (Source("朝鮮半島の核", ("山野辺恵", "金英姫"), "国際政治経済研究", "journal-article", published="2019-03"),
     "山野辺恵・金英姫「朝鮮半島の核」『国際政治経済研究』、2019年3月"),
    (Source("北朝鮮が「水爆」実験", (), "東都新聞", "newspaper", published="2016-01-07"),
     "「北朝鮮が『水爆』実験」『東都新聞』、2016年1月7日"),
    (Source("対話の扉", ("相田一郎",), "東洋評論社", "book", published="2025"), "相田一郎『対話の扉』、東洋評論社、2025年"),
    (Source("談話", (), "外務省", "statement", published="2017-21", url="https://example.org/a"),
     "「談話」、外務省、2017年春、https://example.org/a"),
    (Source(kind="ai-answer"), "［題名不明］002、発行年月日不明、AIによる回答"),
    (Source("題", published="昭和某年"), "「題」、昭和某年"),
])
def test_reference(source: Source, line: str):
    assert bibliography.reference(source, "002") == line


def test_full_citation():
    source = Source("対話の扉", ("相田一郎",), None, "book", published="2025")
    assert cite.full(Citation(SPAN, "12", (3,)), source) == "相田一郎『対話の扉』、2025年、12頁、注3による"
    assert cite.full(Citation(SPAN, "12"), source, "en") == "相田一郎, 対話の扉, 2025, p. 12"


def test_what_a_note_says():
    docs = documents()
    paper = docs["kenkyu-sanctions"]
    span = located(paper, "安保理は同月15日に決議1695を採択した")[0]
    assert cite.note_text(Citation(span, None, (1,)), paper, 1) == "S/RES/1695, 15 July 2006."
    assert cite.note_text(Citation(span), paper, 9) == cite.note_text(Citation(span), None, 1) == ""


def test_csl_json_leaves_out_what_is_not_known():
    items = json.loads(bibliography.csl(chronology()[0].sources))
    paper = next(item for item in items if item["id"] == "kenkyu-sanctions")
    assert paper["container-title"] == "国際政治経済研究"
    assert paper["issued"] == {"date-parts": [[2019]]}
    assert items[-1] == {"id": "ai-kaitou", "type": "document", "note": "AIによる回答", "language": "ja"}


@pytest.mark.parametrize(("published", "issued"), [("2016-11-30", (2016, 11, 30)), ("2017-21", (2017,)), ("2013/2015", (2013,)),
                                                   ("199X", ()), (None, ()), ("2018-06~", (2018, 6))])
def test_issued_is_no_more_exact_than_the_source(published: str | None, issued: tuple[int, ...]):
    assert bibliography.as_reference(Source(published=published)).issued == issued


def test_bibtex_escapes_and_never_gives_a_key_twice():
    told = bibliography.bibtex([("資料 1", Source("100% {a} & b_c", ("山 田",))), ("資料 2", Source()), ("資料", Source()), ("源", Source())])
    assert r"title = {{100\% \{a\} \& b\_c}}" in told
    assert "author = {{山 田}}" in told
    assert re.findall(r"@misc\{([^,]+),", told) == ["1", "2", "source", "source-2"]
