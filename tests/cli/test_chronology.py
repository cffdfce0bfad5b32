import json
import zipfile
from pathlib import Path

import pytest
from command_lines import Keii

from keii.presenting.width import width

ROW = {"id", "date", "summary", "actors", "initiator", "target", "action", "pillar", "status", "factuality", "sources",
       "independent_sources", "conflicts", "evidence", "quotes", "support"}


@pytest.fixture
def filled(keii: Keii, papers: Path) -> Keii:
    assert keii("add", papers).code == 0
    return keii


def dates(keii: Keii, *filters: str) -> list[str]:
    return [row["date"] for row in json.loads(keii("chronology", "--format", "json", *filters).out)["rows"]]


def test_a_row_has_the_published_keys_and_quotes_its_documents(filled: Keii, papers: Path) -> None:
    ran = filled("chronology", "--format", "json")
    rows = json.loads(ran.out)["rows"]
    texts = {"shimbun": (papers / "shimbun.txt").read_text(encoding="utf-8"),
             "kaisetsu": (papers / "kaisetsu.txt").read_bytes().decode("cp932"),
             "memo": (papers / "memo.md").read_text(encoding="utf-8")}
    assert (ran.code, ran.err) == (0, "")
    assert rows
    for row in rows:
        assert set(row) == ROW
        assert [texts[doc][start:end] for doc, start, end in row["evidence"]] == row["quotes"]
        assert {doc for doc, _, _ in row["evidence"]} == set(row["sources"])


def test_rows_stand_in_the_order_of_time(filled: Keii) -> None:
    found = dates(filled)
    assert found == sorted(found)
    assert {"2002-09-17", "2004-05-22", "2006-10-09"} <= set(found)


def test_a_window_and_actors_choose_rows(filled: Keii) -> None:
    assert set(dates(filled, "--from", "2004", "--to", "2004-05")) == {"2004-05-22"}
    assert "2006-10-09" not in dates(filled, "--actors", "JPN", "PRK")
    assert dates(filled, "--actors", "JPN", "PRK") == dates(filled, "--actors", "日本", "北朝鮮")
    assert dates(filled, "--actors", "日朝") == dates(filled, "--actors", "JPN,PRK")
    assert set(dates(filled, "--action", "TEST")) == {"2006-10-09"}
    assert dates(filled, "--pillar", "抑止") == dates(filled, "--pillar", "deterrence")
    assert set(dates(filled, "--text", "再び訪問")) == {"2004-05-22"}
    assert set(dates(filled, "--doc", "memo")) == {"2006-10-09"}
    assert dates(filled, "--from", "2030") == []


def test_what_two_sources_tell_is_one_row_of_two(filled: Keii) -> None:
    found = dates(filled, "--min-sources", "2")
    assert "2002-09-17" in found
    assert not set(found) & set(dates(filled, "--single-source"))


def test_the_table_lines_up_and_fits(filled: Keii) -> None:
    told = filled("chronology").out.splitlines()
    assert told
    assert all(width(line) <= 100 for line in told)


@pytest.mark.parametrize(("name", "start"), [
    ("a.xlsx", b"PK"), ("a.docx", b"PK"), ("a.html", b"<!DOCTYPE html>"), ("a.json", b'{\n "rows"'), ("a.md", b"# "),
    ("a.csv", b"\xef\xbb\xbf"), ("a.txt", b"2002-09-17"),
])
def test_the_suffix_tells_the_format(filled: Keii, tmp_path: Path, name: str, start: bytes) -> None:
    ran = filled("chronology", "-o", name)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(start)


def test_the_format_goes_before_the_suffix(filled: Keii, tmp_path: Path) -> None:
    filled("chronology", "--format", "timelinejs", "-o", "a.json", "--title", "日朝交渉")
    told = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert told["events"]


def test_a_name_that_tells_no_format_will_do_with_one(filled: Keii, tmp_path: Path) -> None:
    assert filled("chronology", "-o", "a.pdf").code == 2
    assert not (tmp_path / "a.pdf").exists()
    assert filled("chronology", "--format", "md", "-o", "a.pdf").code == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"# ")


def test_a_word_file_says_what_was_chosen(filled: Keii, tmp_path: Path) -> None:
    filled("chronology", "--actors", "日朝", "--conflicts", "-o", "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        assert "主体：日本・北朝鮮" in archive.read("word/document.xml").decode()


@pytest.mark.parametrize(("arguments", "said"), [
    (["--from", "2018-13"], "「2018-13」は日付として読めません"),
    (["--from", "2018/2019"], "日付として読めません"),
    (["--from", "2019", "--to", "2018"], "期間の終わり（2018）が始まり（2019）より前です"),
    (["--actors", "ソビエト某"], "「ソビエト某」という主体はコードブックにありません"),
    (["--pillar", "商売"], "--pillar に「商売」は使えません"),
    (["--format", "pdf"], "--format に「pdf」は使えません"),
    (["--min-sources", "多"], "--min-sources の値が正しくありません"),
    (["-o", "a.pdf"], "a.pdf: この名前からは出力の形式が分かりません。使える拡張子: .docx .xlsx .html"),
    (["-o", "chronology"], "chronology: この名前からは出力の形式が分かりません"),
    (["-o", "nowhere/a.md"], "nowhere/a.md: 書き出せません"),
    (["--frm", "2018"], "「--frm」という指定はありません"),
])
def test_a_wrong_command_line_ends_with_2_and_says_why(filled: Keii, arguments: list[str], said: str) -> None:
    ran = filled("chronology", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
