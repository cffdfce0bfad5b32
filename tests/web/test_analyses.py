"""The analyses in the browser: every one of them, its rows with their words, cross tables, figures and files."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from keii.workbench.analysing import NAMES

SILENT = frozenset({"proposals"})
"""Of these the samples tell nothing."""
COUNTING = frozenset({"periods", "field", "relations", "instruments"})
"""These hold numbers that count rows."""


@pytest.mark.parametrize("name", [name for name in NAMES if name not in SILENT])
def test_every_analysis_is_a_page_whose_rows_open_their_words(reading: TestClient, name: str) -> None:
    assert f'href="/analyses/{name}"' in reading.get("/analyses").text
    query = "?actors=JPN,PRK" if name == "relations" else ""
    text = reading.get(f"/analyses/{name}{query}").text
    assert re.search(r'<tr id="row-1">', text), text[-2000:]
    assert "<mark data-doc=" in text
    for target in re.findall(r'class="matrix".*?</table>', text, re.DOTALL):
        assert all(f'id="row-{number}"' in text for number in re.findall(r'href="#row-(\d+)"', target))


@pytest.mark.parametrize("name", [name for name in NAMES if name not in SILENT])
def test_the_marks_of_a_figure_open_the_rows_they_count(reading: TestClient, name: str) -> None:
    query = "?actors=JPN%2CPRK" if name == "relations" else ""
    text = reading.get(f"/analyses/{name}{query}").text
    figure = re.findall(r'<figure class="drawn".*?</figure>', text, re.DOTALL)[0]
    assert not re.search(r"\sstyle=|<style|<script|xlink:href=\"keii:", figure), "the policy of the page lets no style of its own through"
    marks = set(re.findall(r'href="(/analyses/[^"]+)" aria-label="([^"]+)"', figure))
    assert len(marks) > (3 if name in COUNTING else 0)
    for place, called in sorted(marks)[:12]:
        opened = reading.get(unescape(place))
        assert opened.status_code == 200
        assert called.startswith(unescape(re.findall(r"<h1>(.*?)</h1>", opened.text)[0]))
        rows, told = len(re.findall(r'<tr id="r-', opened.text)), re.findall(r" (\d+) 件$", called)
        assert rows == int(told[0]) if told else "<mark data-doc=" in opened.text


def test_a_figure_is_saved_as_a_file_without_links(reading: TestClient) -> None:
    answer = reading.get("/analyses/periods.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "keii:" not in answer.text
    assert "/rows?" not in answer.text


@pytest.mark.parametrize("name", [name for name in NAMES if name not in SILENT])
def test_every_number_of_a_table_leads_to_its_rows(reading: TestClient, name: str) -> None:
    query = "?actors=JPN,PRK" if name == "relations" else ""
    text = reading.get(f"/analyses/{name}{query}").text
    body = "".join(re.findall(r'<table class="rows analysis">.*?</table>', text, re.DOTALL))
    bare = re.findall(r"<td>(-?\d+(?:\.\d+)?)</td>", body)
    assert set(bare) <= {"0"}, "a number that leads nowhere"
    places = re.findall(r'<a class="n" href="([^"]+)">([^<]+)</a>', body)
    assert places or name not in COUNTING
    for place, number in places[::max(1, len(places) // 12)]:
        opened = reading.get(unescape(place))
        assert opened.status_code == 200
        rows = re.findall(r'<tr id="r-', opened.text)
        assert rows or "<mark data-doc=" in opened.text
        if "&amp;is=" in place and number.isdigit():
            assert len(rows) == int(number)


@pytest.mark.parametrize("query", ["", "?line=0", "?line=999", "?line=1&table=none", "?line=1&of=pillar&is=none-such", "?line=%F0%9F%98%80"])
def test_a_number_that_is_not_there_is_told(reading: TestClient, query: str) -> None:
    answer = reading.get(f"/analyses/periods/rows{query}")
    assert answer.status_code == 404
    assert "分析の頁から" in answer.text


def test_numbers_of_periods_open_their_entries(reading: TestClient) -> None:
    links = re.findall(r'href="(/entries/[0-9a-f]{16})"', reading.get("/analyses/periods").text)
    assert links
    assert reading.get(links[0]).status_code == 200


@pytest.mark.parametrize("form", ["docx", "xlsx", "html", "csv", "json"])
def test_an_analysis_can_be_saved(reading: TestClient, form: str) -> None:
    answer = reading.get(f"/analyses/provisions.{form}?save=1")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["content-disposition"]


@pytest.mark.parametrize("path", ["/analyses/none", "/analyses/none.csv", "/analyses/periods.exe"])
def test_an_analysis_that_is_not_there_is_told(reading: TestClient, path: str) -> None:
    assert reading.get(path).status_code in (400, 404)


def test_a_focus_that_is_not_two_sides_is_told_on_the_page(reading: TestClient) -> None:
    answer = reading.get("/analyses/field?actors=PRK")
    assert answer.status_code == 200
    assert 'role="alert"' in answer.text


def test_an_analysis_that_finds_nothing_says_so(reading: TestClient) -> None:
    for name in SILENT:
        answer = reading.get(f"/analyses/{name}")
        assert answer.status_code == 200
        assert 'class="nothing"' in answer.text
