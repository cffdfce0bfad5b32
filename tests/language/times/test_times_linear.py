"""No text drives the search beyond linear time."""

import pytest

import cost
from keii.language.times import find

LENGTH = 200_000
HOSTILE = ["1", "一", "十", "年", "〜", "（", "「", "。", "同", "数", "約", " ", "\n", "その", "1、", "12～", "10.", "2018-", "(2018", "平成",
           "| ", "第1", "http://a", "【", "あ\n", "月", "前", "千", "・", "H1", "から"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_long_runs(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    assert cost.seconds(lambda: find(text, published="2018-06-13"), under=4) < 4  # about two


@pytest.mark.parametrize("piece", ["12日、", "昨年と", "1日から", "2018年\n", "|2018年|3月|\n", "その3日後、"])
def test_time_grows_with_the_text(piece: str) -> None:
    most = 40 * max(cost.seconds(lambda: find(piece * 400, published="2018-06-13")), 0.01)
    assert cost.seconds(lambda: find(piece * 4_000, published="2018-06-13"), under=most) < most
