import json
from pathlib import Path

import pytest
from conftest import TEST, Keii

from keii.presenting.width import width


@pytest.fixture
def filled(keii: Keii, papers: Path) -> Keii:
    keii("add", papers)
    return keii


def rows(keii: Keii) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(keii("chronology", "--format", "json").out)["rows"]
    return found


def test_a_row_is_explained_by_its_events(filled: Keii) -> None:
    row = next(row for row in rows(filled) if row["date"] == "2006-10-09")
    ran = filled("explain", row["id"])
    assert ran.code == 0
    assert "2006年10月9日" in ran.out
    assert "核実験" in ran.out
    assert f"項目 {row['id']}" in ran.out


def test_the_same_as_data(filled: Keii) -> None:
    row = rows(filled)[0]
    told = json.loads(filled("explain", row["id"], "--format", "json").out)
    assert told["row"] == row["id"]
    event = told["events"][0]
    assert {step["field"] for step in event["trace"]} >= {"date", "action"}
    again = json.loads(filled("explain", event["id"], "--format", "json").out)
    assert again["id"] == event["id"]
    assert [one["id"] for one in again["events"]] == [event["id"]]


def test_a_beginning_will_do_and_too_short_a_one_lists_what_it_could_mean(filled: Keii) -> None:
    id = rows(filled)[0]["id"]
    assert filled("explain", id[:10]).out == filled("explain", id).out
    ran = filled("explain", "")
    assert (ran.code, ran.out) == (2, "")
    assert id in ran.err


def test_a_place_in_a_document_will_do(filled: Keii, papers: Path) -> None:
    at = (papers / "memo.md").read_text(encoding="utf-8").index("核実験")
    ran = filled("explain", f"memo:{at}")
    assert ran.code == 0
    assert TEST.strip().rstrip("。")[-4:] in ran.out


def test_a_row_of_two_sources_tells_what_ties_them(filled: Keii) -> None:
    row = next(row for row in rows(filled) if row["date"] == "2002-09-17" and len(row["sources"]) == 2)
    told = filled("explain", row["id"]).out
    assert "2 件の事象を一つの出来事と見ました（独立した出所 2）" in told
    assert "rule:" in told
    assert "時 +" in told
    assert all(width(line) <= 100 for line in told.splitlines())


def test_what_is_not_there(filled: Keii) -> None:
    ran = filled("explain", "zzzz")
    assert (ran.code, ran.out) == (2, "")
    assert "「zzzz」で始まる事象も項目もありません" in ran.err
