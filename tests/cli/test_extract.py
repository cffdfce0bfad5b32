import json
from pathlib import Path

import pytest
from command_lines import SECOND, TEST, VISIT, Keii

KEYS = {
    "times": {"doc", "start", "end", "text", "type", "value", "mod", "basis"},
    "events": {"doc", "id", "date", "mod", "summary", "actors", "initiator", "target", "action", "pillar", "approach",
               "level", "issues", "rank", "channel", "status", "factuality", "source", "place", "numbers", "evidence"},
    "actors": {"doc", "start", "end", "text", "actor", "kind"},
    "notes": {"doc", "marker_start", "marker_end", "number", "note_start", "note_end", "reference", "references"},
}


@pytest.mark.parametrize("what", KEYS)
def test_every_line_has_the_published_fields(keii: Keii, tmp_path: Path, what: str) -> None:
    text = VISIT + "日朝平壌宣言が署名された（1）。\r\n\r\n注\n（1）外務省『外交青書』2003年、20頁。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8", newline="")
    ran = keii("extract", "a.txt", "--what", what)
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert (ran.code, ran.err) == (0, "")
    assert rows
    assert all(set(row) == KEYS[what] for row in rows)
    assert {row["doc"] for row in rows} == {"a"}


def test_offsets_are_code_points_of_the_file_as_it_is(keii: Keii, tmp_path: Path) -> None:
    text = "\ufeff𠮷田氏によれば、\r\n" + VISIT.replace("\n", "\r\n") + TEST
    (tmp_path / "a.txt").write_bytes(text.removeprefix("\ufeff").encode("utf-8"))
    for row in map(json.loads, keii("extract", "a.txt", "--what", "times").out.splitlines()):
        assert text.removeprefix("\ufeff")[row["start"]:row["end"]] == row["text"]


def test_several_files_keep_their_order_and_findings_that_of_the_text(keii: Keii, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(VISIT + SECOND, encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEST, encoding="utf-8")
    rows = [json.loads(line) for line in keii("extract", "b.txt", "a.txt", "--what", "events").out.splitlines()]
    assert [row["doc"] for row in rows] == sorted((row["doc"] for row in rows), reverse=True)
    starts = [row["evidence"][0][0] for row in rows if row["doc"] == "b"]
    assert starts == sorted(starts)
    assert "2002-09-17" in {row["date"] for row in rows}


def test_the_day_a_document_was_written_resolves_its_relative_dates(keii: Keii, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("昨年、北朝鮮は核実験を実施した。\n", encoding="utf-8")
    rows = [json.loads(line) for line in
            keii("extract", "a.txt", "--what", "times", "--published", "2007-03").out.splitlines()]
    assert [row["value"] for row in rows] == ["2006"]


def test_japanese_stands_unescaped(keii: Keii, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(VISIT, encoding="utf-8")
    assert "平壌" in keii("extract", "a.txt", "--what", "actors").out


def test_no_store_is_touched(keii: Keii, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(VISIT, encoding="utf-8")
    monkeypatch.setenv("KEII_DB", str(tmp_path / "nowhere" / "store.db"))
    before = sorted(tmp_path.rglob("*"))
    assert keii("extract", "a.txt", "--what", "events").code == 0
    assert sorted(tmp_path.rglob("*")) == before
