"""The page of the chronology: rows, filters that live in the address, the line of time, files of just this view."""

import io
import json
import re
from datetime import date

import pytest
from openpyxl import load_workbook
from starlette.testclient import TestClient
from visiting import csrf

from keii.values.digest import Digest
from keii.values.when import When
from keii.web.timeline import timeline

ROW = re.compile(r'<tr id="r-(\w+)"')


def rows(client: TestClient, query: str) -> list[str]:
    answer = client.get(f"/?{query}")
    assert answer.status_code == 200
    return ROW.findall(answer.text)


def test_all_rows_stand_on_pages_of_two_hundred(reading: TestClient) -> None:
    first, second = rows(reading, ""), rows(reading, "page=2")
    assert len(first) == 200
    assert second
    assert not set(first) & set(second)


@pytest.mark.parametrize("query", ["from=2018&to=2018", "actors=日本・北朝鮮", "pillar=dialogue", "status=proposed", "conflicts=1",
                                   "single=1", "text=拉致", "family=government", "min=2", "issue=abduction",
                                   "from=2002-09&actors=PRK&pillar=dialogue&status=realised"])
def test_a_filter_chooses_the_rows_that_the_command_line_would(reading: TestClient, query: str) -> None:
    shown = rows(reading, query) + rows(reading, f"{query}&page=2")
    written = {row["id"] for row in json.loads(reading.get(f"/chronology.json?{query}").content)["rows"]}
    assert set(shown) == written
    assert written


@pytest.mark.parametrize(("query", "said"), [("from=2018-13", "2018-13"), ("from=2019&to=2018", "2018"), ("actors=火星人", "火星人"),
                                             ("pillar=love", "love"), ("origin=ATLANTIS", "ATLANTIS")])
def test_what_cannot_be_read_is_told_and_left_out(reading: TestClient, query: str, said: str) -> None:
    answer = reading.get(f"/?{query}")
    assert answer.status_code == 200
    alert = answer.text.split('role="alert"', 1)[1].split("</div>", 1)[0]
    assert said in alert
    assert len(ROW.findall(answer.text)) == 200


def test_the_filters_are_told_in_a_sentence(reading: TestClient) -> None:
    text = reading.get("/?from=2018&to=2019&actors=PRK").text
    assert "2018年～2019年" in text.split('class="sum"', 1)[1].split("</p>", 1)[0]


def test_the_line_of_time_has_lanes_and_fading_bars(reading: TestClient) -> None:
    text = reading.get("/?lanes=actor").text
    assert "<span>北朝鮮</span>" in text
    assert 'class="bar' in text
    assert 'url(#fade' in text


def test_a_place_on_the_line_leads_to_the_page_of_its_row(reading: TestClient) -> None:
    answer = reading.get("/at?row=205", follow_redirects=False)
    assert answer.status_code == 303
    page, _, anchor = answer.headers["location"].partition("#r-")
    assert anchor in ROW.findall(reading.get(page).text)


@pytest.mark.parametrize("form", ["docx", "xlsx", "html", "csv", "md"])
def test_just_this_view_can_be_saved(reading: TestClient, form: str) -> None:
    answer = reading.get(f"/chronology.{form}?from=2018&to=2018")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["content-disposition"]
    if form == "xlsx":
        assert "2018" in str([cell.value for cell in load_workbook(io.BytesIO(answer.content)).worksheets[0][2]])
    assert len(answer.content) > 500


def test_a_view_is_saved_under_a_name_and_taken_away(writing: TestClient) -> None:
    facts = {"csrf": csrf(writing), "name": "制裁だけ", "query": "pillar=sanctions&page=3&token=x"}
    assert writing.post("/views", data=facts).status_code == 200
    text = writing.get("/").text
    assert '<a href="/?pillar=sanctions">制裁だけ</a>' in text
    assert writing.post("/views/drop", data=facts).status_code == 200
    assert "制裁だけ" not in writing.get("/").text


def test_every_page_speaks_english_too(reading: TestClient) -> None:
    english = reading.get("/?lang=en")
    assert '<html lang="en">' in english.text
    assert "Chronology" in english.text
    assert '<html lang="en">' in reading.get("/").text
    assert '<html lang="ja">' in reading.get("/?lang=ja").text


def test_the_line_ends_where_the_window_does_however_long_a_row_lasts() -> None:
    def row(low: date, high: date) -> Digest:
        return Digest("x", "2017", None, "会談", ("PRK",), "CONSULT", "dialogue", "realised", "asserted", (), ("a",), (), (), ("press",), 1, (),
                      low, high, low, high, "2017", "会談")

    rows = (row(date(2006, 1, 1), date(2017, 12, 31)), row(date(2017, 5, 1), date(2017, 5, 1)), row(date(2016, 12, 31), date(2017, 1, 1)))
    whole, cut = timeline(rows), timeline(rows, window=When("2017/2018"))
    assert whole
    assert cut
    assert (whole.low.year, whole.high.year) == (2006, 2017)
    assert (cut.low, cut.high) == (date(2017, 1, 1), date(2017, 12, 31))
    assert all(0 <= mark.x <= 100 and mark.x + mark.width <= 101 for mark in cut.marks)
