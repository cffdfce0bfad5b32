"""`keii review` and `keii project` on the command line."""

import json
import re
from pathlib import Path

import pytest
from command_lines import SECOND, VISIT, Keii


@pytest.fixture
def filled(keii: Keii, papers: Path, monkeypatch: pytest.MonkeyPatch) -> Keii:
    monkeypatch.setenv("KEII_BY", "田中")
    assert keii("add", papers).code == 0
    return keii


def waiting(keii: Keii, *arguments: str) -> list[dict[str, object]]:
    ran = keii("review", "list", "--format", "json", *arguments)
    assert ran.code == 0
    rows: list[dict[str, object]] = json.loads(ran.out)["rows"]
    return rows


def test_without_a_command_it_lists_what_waits(filled: Keii) -> None:
    rows = waiting(filled)
    ran = filled("review")
    assert ran.code == 0
    assert all(str(row["id"])[:10] in ran.out for row in rows)
    assert filled("review", "--limit", "1").out.count("未確認") == 1


def test_what_is_decided_leaves_the_queue_and_says_who(filled: Keii) -> None:
    row = waiting(filled)[0]
    ran = filled("review", "edit", row["id"], "--date", "2002-09-18", "--note", "時差", "--seen", row["version"])
    assert (ran.code, ran.err) == (0, "")
    assert "田中 修正" in ran.out
    assert len(waiting(filled)) < len(waiting(filled, "--standing", "all"))
    assert "修正: 田中" in filled("chronology", "--from", "2002-09-18", "--to", "2002-09-18").out
    shown = json.loads(filled("chronology", "--format", "json", "--from", "2002-09-18", "--to", "2002-09-18").out)["rows"][0]
    assert shown["review"][0]["changes"] == [{"field": "date", "old": [row["date"]], "new": ["2002-09-18"]}]


@pytest.mark.parametrize("form", ["table", "md", "csv", "html", "timelinejs"])
def test_every_form_says_who_corrected_a_row(filled: Keii, form: str) -> None:
    filled("review", "edit", waiting(filled)[0]["id"], "--summary", "直した要約")
    told = filled("chronology", "--format", form, "--text", "直した要約").out
    assert "修正: 田中" in told


def test_what_is_rejected_is_shown_on_demand(filled: Keii) -> None:
    row = waiting(filled)[0]
    assert filled("review", "reject", row["id"], "--by", "佐藤").code == 0
    assert str(row["summary"]) not in filled("chronology", "--text", row["summary"]).out
    assert "却下: 佐藤" in filled("chronology", "--rejected").out
    assert filled("review", "undo", row["id"]).code == 0
    assert "却下" not in filled("chronology", "--rejected").out


def test_who_was_overtaken_is_told_by_whom_and_nothing_is_done(filled: Keii) -> None:
    row = waiting(filled)[0]
    filled("review", "accept", row["id"])
    ran = filled("review", "reject", row["id"], "--by", "佐藤", "--seen", row["version"])
    assert (ran.code, ran.out) == (2, "")
    assert "田中 の判断" in ran.err
    assert len(filled("review", "history", row["id"]).out.splitlines()) == 1


@pytest.mark.parametrize(("arguments", "said"), [
    (["accept"], "ID の指定が必要です"),
    (["accept", "nope"], "「nope」で始まる事象も項目もありません"),
    (["edit", "@"], "何をどう直すか"),
    (["edit", "@", "--date", "2002-13"], "日付として読めません"),
    (["edit", "@", "--status", "たぶん"], "使えません"),
    (["merge", "@"], "二つ以上"),
    (["note", "@", "  "], "覚え書きの文"),
    (["add", "--doc", "shimbun", "--date", "2002"], "どの資料のどこに"),
    (["add", "--doc", "shimbun", "--quote", "言っていないこと", "--date", "2002", "--action", "CONSULT"], "本文にありません"),
    (["date", "nowhere", "2002"], "「nowhere」"),
    (["undo", "ffff"], "「ffff」"),
    (["list", "--standing", "おそらく"], "使えません"),
    (["accept", "@", "--by", "rule:weave"], "受け付けられません"),
])
def test_what_means_nothing_is_one_sentence(filled: Keii, arguments: list[str], said: str) -> None:
    id = waiting(filled)[0]["id"]
    ran = filled("review", *(id if word == "@" else word for word in arguments))
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_project_goes_out_and_comes_in(filled: Keii, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = waiting(filled)[0]
    filled("review", "accept", row["id"])
    assert "判断 1 件" in filled("project", "export", tmp_path / "p.keii", "--with-documents").out
    monkeypatch.setenv("KEII_DB", str(tmp_path / "other.db"))
    ran = filled("project", "import", tmp_path / "p.keii")
    assert (ran.code, ran.err) == (0, "")
    assert "資料の追加 3 件" in ran.out
    assert "採用" in filled("review", "history", row["id"]).out
    assert "まだ" not in filled("review", "questions").out


def test_a_file_that_is_no_project_is_told(filled: Keii, tmp_path: Path) -> None:
    (tmp_path / "x.keii").write_text("no", "utf-8")
    ran = filled("project", "import", tmp_path / "x.keii")
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert "x.keii" in ran.err


def test_an_open_decision_is_put_upon_what_is_there_now(filled: Keii, tmp_path: Path) -> None:
    row = next(one for one in waiting(filled) if str(one["date"]) == "2004-05-22")
    assert filled("review", "edit", row["id"], "--summary", "直した要約").code == 0
    file = tmp_path / "資料" / "shimbun.txt"
    file.write_text(VISIT + SECOND.replace("小泉首相は平壌を再び", "日本の首相が平壌を"), encoding="utf-8")
    assert filled("add", file).code == 0
    asked = filled("review", "questions").out
    decision, likely = asked.split()[0], re.findall(r"近い事象: (\w+)", asked)
    assert "keii review settle" in asked
    ran = filled("review", "settle", decision, likely[0], "--note", "改めて")
    assert (ran.code, ran.err) == (0, "")
    assert "直した要約" in filled("chronology").out
    assert filled("review", "questions").out == "判断を待つ問いはありません。\n"
    assert filled("review", "settle", decision, likely[0]).code == 2
    ran = filled("review", "keep", decision)
    assert (ran.code, ran.out) == (2, "")
    assert "答えの要るものはありません" in ran.err


def test_who_names_a_row_as_it_was_is_told_how_to_take_the_decision_back(filled: Keii) -> None:
    id = waiting(filled)[0]["id"]
    assert filled("review", "edit", id, "--action", "ACCUSE").code == 0
    ran = filled("review", "undo", id)
    assert ran.code == 2
    assert filled("review", "undo", re.search(r"keii review undo (\w+)", ran.err)[1]).code == 0  # type: ignore[index]
    assert filled("review", "accept", id).code == 0
