"""Columns on a terminal: width, cutting, wrapping by the Japanese rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keii.presenting.width import balanced, one_line, pad, truncate, width, wrap


@pytest.mark.parametrize(("text", "columns"), [
    ("abc", 3), ("日本", 4), ("ｱｲｳ", 3), ("ＡＢ", 4), ("か\u3099", 2), ("e\u0301", 1), ("👍", 2), ("●", 1), ("…", 1), ("", 0),
    ("葛\U000e0100", 2), ("𠮷野", 4), ("\u200b", 0), ("한국", 4),
])
def test_width(text: str, columns: int):
    assert width(text) == columns


def test_a_terminal_may_draw_ambiguous_characters_wide():
    assert width("●→…", ambiguous=2) == 6


@pytest.mark.parametrize(("text", "columns", "cut"), [
    ("日本と北朝鮮", 7, "日本と…"), ("日本", 4, "日本"), ("か\u3099き\u3099く\u3099", 3, "か\u3099…"), ("abc", 2, "a…"), ("abc", 0, ""),
])
def test_truncate(text: str, columns: int, cut: str):
    assert truncate(text, columns) == cut


def test_pad():
    assert pad("日", 4) == "日  "
    assert pad("12", 4, right=True) == "  12"
    assert pad("日本国", 4) == "日本国"


@pytest.mark.parametrize(("text", "columns", "rows"), [
    ("北朝鮮は、発射した。", 8, ["北朝鮮", "は、発射", "した。"]),
    ("会談（平壌）を開く", 6, ["会談", "（平", "壌）を", "開く"]),
    ("決議2321を採択", 8, ["決議2321", "を採択"]),
    ("the Security Council", 9, ["the", "Security", "Council"]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
])
def test_wrap(text: str, columns: int, rows: list[str]):
    assert wrap(text, columns) == rows


def test_no_last_line_of_one_character():
    assert wrap("あいうえおかきくけこさ", 20)[-1] == "さ"
    assert balanced("あいうえおかきくけこさ", 20) == ["あいうえおかき", "くけこさ"]


@pytest.mark.parametrize(("text", "line"), [
    ("北朝\n鮮は\r\n 2016年", "北朝鮮は2016年"), ("決議1\n695", "決議1695"), ("in\nthe", "in the"), (" a \t b ", "a b"),
    ("\x1b[31m赤", "\ufffd[31m赤"), ("a\u202eb", "a\ufffdb"),
])
def test_one_line_is_safe_to_print(text: str, line: str):
    assert one_line(text) == line


@given(st.text(max_size=80), st.integers(min_value=2, max_value=40))
def test_lines_fit_and_lose_nothing(text: str, columns: int):
    line = one_line(text)
    rows = wrap(line, columns)
    assert "".join("".join(rows).split()) == "".join(line.split())
    assert all(width(row) <= columns for row in rows)
    assert width(truncate(line, columns)) <= columns
    assert len(balanced(line, columns)) == len(rows)
