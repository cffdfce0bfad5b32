import json
from pathlib import Path

import docx
import pytest
from command_lines import Keii

SOURCE = "2016年1月6日、北朝鮮が4回目の核実験を行った。\n"
ANSWER = "- 2016年1月6日、北朝鮮が4回目の核実験を行った。\n- 2016年1月9日、北朝鮮が4回目の核実験を行った（Reuters 2016-01-09）。\n"


@pytest.fixture
def asked(keii: Keii) -> Keii:
    Path("source.txt").write_text(SOURCE, encoding="utf-8")
    Path("answer.md").write_text(ANSWER, encoding="utf-8")
    keii("add", "source.txt")
    return keii


def test_text(asked: Keii) -> None:
    ran = asked("verify", "answer.md")
    assert ran.code == 0
    assert " ✓ 2016年1月6日" in ran.out
    assert " ✗ 2016年1月9日" in ran.out
    assert "日付: 資料では「2016-01-06」" in ran.out
    assert "2 件: 裏付けあり 1、資料と矛盾 1、見当たらない 0" in ran.out
    assert "引用元「Reuters 2016-01-09」は資料中にありません" in ran.out


def test_json(asked: Keii) -> None:
    rows = [json.loads(line) for line in asked("verify", "answer.md", "--format", "json").out.splitlines()]
    assert [row["verdict"] for row in rows] == ["supported", "contradicted"]
    assert all(ANSWER[row["start"] : row["end"]] == row["claim"] for row in rows)
    assert rows[1]["differs"] == ["date"]
    assert rows[1]["found"] == {"date": "2016-01-06"}
    for row in rows:
        assert [SOURCE[start:end] for _, start, end in row["evidence"]] == row["quotes"]


def test_files(asked: Keii) -> None:
    assert asked("verify", "answer.md", "-o", "out.docx").code == 0
    assert asked("verify", "answer.md", "-o", "out.html").code == 0
    made = docx.Document("out.docx")
    (table,) = made.tables
    assert [row.cells[1].text for row in table.rows][1:] == ["✓ 裏付けあり", "✗ 資料と矛盾"]
    told = "\n".join(paragraph.text for paragraph in made.paragraphs)
    assert "✓ 2016年1月6日、北朝鮮が4回目の核実験を行った。" in told
    assert "✗ 2016年1月9日、北朝鮮が4回目の核実験を行った（Reuters 2016-01-09）。" in told
    page = Path("out.html").read_text(encoding="utf-8")
    assert page.count('<section class="claim ') == 2
    assert "script" not in page


def test_word_shows_all_of_the_text(asked: Keii) -> None:
    Path("talk.md").write_text("## 回答\n\n以下に示します。\n\n| 年月日 | 概要 |\n|---|---|\n| 2016年1月6日 | 北朝鮮が4回目の核実験 |\n"
                               "| 2016年1月9日 | 北朝鮮が4回目の核実験 |\n\n以上です。\n", encoding="utf-8")
    assert asked("verify", "talk.md", "-o", "talk.docx").code == 0
    made = docx.Document("talk.docx")
    told = "\n".join(paragraph.text for paragraph in made.paragraphs)
    assert "回答" in told
    assert "以上です。" in told
    text, listed = made.tables
    assert [cell.text for cell in text.rows[0].cells] == ["", "年月日", "概要"]
    assert [[cell.text for cell in row.cells] for row in text.rows[1:]] == [
        ["✓", "2016年1月6日", "北朝鮮が4回目の核実験"], ["✗", "2016年1月9日", "北朝鮮が4回目の核実験"]]
    assert len(listed.rows) == len(text.rows) + 2


def test_what_an_ai_answer_alone_carries_is_no_plain_support(asked: Keii) -> None:
    Path("chat.txt").write_text("2019年4月25日、北朝鮮とロシアの首脳がウラジオストクで会談した。\n", encoding="utf-8")
    Path("chat.meta.yaml").write_text("kind: ai-answer\n", encoding="utf-8")
    asked("add", "chat.txt")
    Path("claim.txt").write_text("2019年4月25日、ロシアと北朝鮮の首脳がウラジオストクで会談した。\n", encoding="utf-8")
    told = asked("verify", "claim.txt").out
    assert " △ 2019年4月25日" in told
    assert "1 件: 裏付けあり 0、AI の回答だけ 1、資料と矛盾 0、見当たらない 0" in told
    assert asked("verify", "claim.txt", "--strict").code == 1
    row = json.loads(asked("verify", "claim.txt", "--format", "json").out)
    assert (row["verdict"], row["ai_only"], row["independent_sources"]) == ("supported", True, 0)


def test_what_is_borne_out_in_part_and_what_states_nothing_are_told_apart(asked: Keii) -> None:
    Path("claims.txt").write_text("2016年1月6日、北朝鮮が4回目の核実験を行った。韓国国会は同日、非難決議を採択した。\n補足・まとめ\n"
                                  "2016年3月に韓国が大使を召還した。\n", encoding="utf-8")
    told = asked("verify", "claims.txt").out
    assert " ◐ 2016年1月6日" in told
    assert " - 補足・まとめ" in told
    assert " ? 2016年3月" in told
    assert "3 件: 裏付けあり 0、一部だけ裏付けあり 1、資料と矛盾 0、見当たらない 1、確かめる事柄なし 1" in told
    assert "「見当たらない」は誤りという意味ではありません" in told
    english = asked("verify", "claims.txt", "--lang", "en").out
    assert "3 claims: 0 supported, 1 partly supported, 0 contradicted, 1 not found, 1 nothing to check" in english
    rows = [json.loads(line) for line in asked("verify", "claims.txt", "--format", "json").out.splitlines()]
    assert [row["verdict"] for row in rows] == ["not_found"] * 3, "the published verdicts are three"


def test_a_claim_without_a_date_says_so(asked: Keii) -> None:
    Path("when.txt").write_text("北朝鮮は核実験を停止した。\n", encoding="utf-8")
    assert "いつのことかを述べていない" in asked("verify", "when.txt").out


def test_html_escapes_what_the_text_holds(asked: Keii) -> None:
    Path("evil.txt").write_text('2016年1月6日、<img src=x onerror="alert(1)">核実験\n', encoding="utf-8")
    assert asked("verify", "evil.txt", "-o", "evil.html").code == 0
    assert "<img" not in Path("evil.html").read_text(encoding="utf-8")


def test_strict_ends_with_1(asked: Keii) -> None:
    assert asked("verify", "answer.md", "--strict").code == 1
    Path("good.txt").write_text(SOURCE.replace("行った", "実施した"), encoding="utf-8")
    assert asked("verify", "good.txt", "--strict").code == 0


def test_bad_input(asked: Keii) -> None:
    assert asked("verify", "missing.md").code == 1
    Path("empty.md").write_text("", encoding="utf-8")
    assert asked("verify", "empty.md").code == 1
    assert asked("verify", "answer.md", "--format", "pdf").code == 2
    assert asked("verify", "answer.md", "-o", "out.pdf").code == 2
