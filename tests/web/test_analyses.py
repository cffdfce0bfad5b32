"""The analyses in the browser: every one of them, its rows with their words, cross tables, figures and files."""

import re

import pytest
from starlette.testclient import TestClient

from keii.workbench.analysing import NAMES

SILENT = frozenset({"proposals"})
"""Of these the samples tell nothing."""


@pytest.mark.parametrize("name", [name for name in NAMES if name not in SILENT])
def test_every_analysis_is_a_page_whose_rows_open_their_words(reading: TestClient, name: str) -> None:
    assert f'href="/analyses/{name}"' in reading.get("/analyses").text
    query = "?actors=JPN,PRK" if name == "relations" else ""
    text = reading.get(f"/analyses/{name}{query}").text
    assert re.search(r'<tr id="row-1">', text), text[-2000:]
    assert "<mark data-doc=" in text
    for target in re.findall(r'class="matrix".*?</table>', text, re.DOTALL):
        assert all(f'id="row-{number}"' in text for number in re.findall(r'href="#row-(\d+)"', target))


@pytest.mark.parametrize("name", ["periods", "field", "relations", "instruments"])
def test_a_figure_stands_on_the_page(reading: TestClient, name: str) -> None:
    query = "?actors=JPN%2CPRK" if name == "relations" else ""
    text = reading.get(f"/analyses/{name}{query}").text
    source = re.findall(r'<img src="(/analyses/[^"]+\.svg[^"]*)"', text)[0]
    answer = reading.get(source.replace("&amp;", "&"))
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "default-src 'none'" in answer.headers["content-security-policy"]


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
