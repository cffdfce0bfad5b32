"""The list of documents, those without a date among them, and dating by hand; the codebook."""

import re
from pathlib import Path

from starlette.testclient import TestClient
from visiting import SAMPLES, TOKEN, Enter, csrf

from keii.settings import Settings
from keii.web.gate import Gate
from keii.web.shop import make_shop
from keii.workbench import Workbench


def test_every_document_is_listed_with_how_often_it_is_cited(reading: TestClient) -> None:
    text = reading.get("/sources").text
    assert text.count('href="/documents/') == 16
    assert re.search(r'href="/\?doc=nenpyo-2001-2025">\d+', text)


def test_a_document_is_dated_by_hand_and_its_relative_dates_resolve(tmp_path: Path, enter: Enter) -> None:
    file = tmp_path / "undated.txt"
    file.write_text("昨年9月17日、小泉首相は平壌を訪れ、金正日総書記と会談した。\n", encoding="utf-8")
    settings = Settings(tmp_path / "dated.db")
    Workbench(settings).add([file])
    client = enter(make_shop(settings, Gate(TOKEN, "田中")))
    assert "/documents/undated" in client.get("/sources?undated=1").text
    facts = {"csrf": csrf(client), "doc": "undated", "published": "2003-04"}
    assert client.post("/sources/date", data=facts).status_code == 200
    assert "/documents/undated" not in client.get("/sources?undated=1").text
    assert "2002</span>-09-17" in client.get("/").text or "2002-09-17" in client.get("/").text


def test_a_date_that_is_none_and_a_document_that_is_not_there_are_told(writing: TestClient) -> None:
    for facts, status in (({"doc": "kaiso-2004", "published": "昨日"}, 400), ({"doc": "none", "published": "2004"}, 404)):
        assert writing.post("/sources/date", data={"csrf": csrf(writing), **facts}).status_code == status


def test_a_document_whose_file_is_gone_can_be_dated_all_the_same(tmp_path: Path, enter: Enter) -> None:
    file = tmp_path / "gone.txt"
    file.write_bytes((SAMPLES / "kaiso-2004.txt").read_bytes())
    settings = Settings(tmp_path / "gone.db")
    Workbench(settings).add([file])
    file.unlink()
    client = enter(make_shop(settings, Gate(TOKEN, "田中")))
    assert client.post("/sources/date", data={"csrf": csrf(client), "doc": "gone", "published": "2004"}).status_code == 200
    assert "/documents/gone" not in client.get("/sources?undated=1").text


def test_the_codebook_is_looked_through_searched_and_checked(reading: TestClient) -> None:
    for part in ("actors", "actions", "issues", "pillars", "approaches", "levels", "offices"):
        assert reading.get(f"/codebook?part={part}").text.count("<tr>") > 2
    found = reading.get("/codebook?words=小泉").text
    assert "小泉" in found
    assert found.count("<tr>") < 20
    assert re.search(r'href="/\?actors=PRK">\d+', reading.get("/codebook?words=PRK").text)
    assert '<ul class="lint">' in reading.get("/codebook?part=lint").text
