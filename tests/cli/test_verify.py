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
    (table,) = docx.Document("out.docx").tables
    assert [row.cells[0].text for row in table.rows][1:] == ["✓ 裏付けあり", "✗ 資料と矛盾"]
    page = Path("out.html").read_text(encoding="utf-8")
    assert page.count('<section class="claim ') == 2
    assert "script" not in page


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
