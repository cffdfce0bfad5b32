import json
import re
from pathlib import Path

import pytest
from command_lines import TEST, Keii

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
    assert "(規則による)" in told
    assert not re.search(r"JPN,|realised|date\.|rule:", told)
    assert "時 +" in told
    assert all(width(line) <= 100 for line in told.splitlines())


def test_the_beginning_of_a_documents_name_will_do(filled: Keii, papers: Path) -> None:
    at = (papers / "memo.md").read_text(encoding="utf-8").index("核実験")
    assert filled("explain", f"me:{at}").out == filled("explain", f"memo:{at}").out


@pytest.mark.parametrize(("asked", "said"), [
    ("memo:9999", "資料「memo」の 9999 字目を根拠とする事象はありません。近いもの: memo:"),
    ("notes:3", "「notes」で始まる名前の資料はありません。あるもの: kaisetsu, memo, shimbun"),
    ("k:9998", "資料「kaisetsu」の 9998 字目を根拠とする事象はありません。近いもの: kaisetsu:"),
])
def test_a_place_at_which_nothing_is_told(filled: Keii, asked: str, said: str) -> None:
    ran = filled("explain", asked)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_beginning_that_several_documents_have(filled: Keii, papers: Path) -> None:
    (papers / "memoir.txt").write_text(TEST, encoding="utf-8")
    filled("add", papers)
    ran = filled("explain", "mem:3")
    assert ran.code == 2
    assert "「mem」で始まる名前の資料は一つではありません: memo, memoir" in ran.err
    assert filled("explain", "memo:14").code == 0


def test_the_names_are_those_of_the_codebook_asked_for(filled: Keii, tmp_path: Path) -> None:
    filled("codebook", "copy", "mybook")
    states = tmp_path / "mybook" / "actors" / "states.yaml"
    states.write_text(states.read_text(encoding="utf-8").replace("names: [北朝鮮,", "names: [朝鮮某国, 北朝鮮,"), encoding="utf-8")
    row = next(row for row in rows(filled) if row["date"] == "2006-10-09")
    assert "朝鮮某国" not in filled("explain", row["id"]).out
    assert "朝鮮某国" in filled("chronology", "--actors", "朝鮮某国", "--codebook", "mybook", "-o", "a.md").out + (
        tmp_path / "a.md").read_text(encoding="utf-8")


def test_what_is_not_there(filled: Keii) -> None:
    ran = filled("explain", "zzzz")
    assert (ran.code, ran.out) == (2, "")
    assert "「zzzz」で始まる事象も項目もありません" in ran.err
