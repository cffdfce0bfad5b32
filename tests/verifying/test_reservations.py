"""Claims that have the words of a source and quote, count, plan or attribute otherwise."""

import pytest

from store import Desk

REPORT = """交渉の経過

2009年4月2日、崔文浩外相は会見し、見返りに禁輸の一部解除を求めたと説明した。
2012年6月8日、双方は羅津で協議して合意に達し、北朝鮮は全ての漂着船の記録を渡すと約束した。
2013年7月4日、北朝鮮は時計を20分進めた。
2014年3月末、日本とモンゴルは漁業協定を結んだ。
漁業をめぐる協議は続いていた。2013年3月末、両国は情報を分け合う協定も結んだ。
南北は2015年8月9日に貨物列車を試運転することで合意した。
2008年のロケット燃焼実験（5月）と第一回地下実験（9月）を契機に、北朝鮮への輸出は絞られた。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("reserved"), {"report": REPORT})


@pytest.mark.parametrize(("claim", "supported"), [
    ("2009年4月2日、崔文浩外相は「禁輸の一部解除を求めた」と説明した。", True),
    ("2009年4月2日、崔文浩外相は「禁輸の全面撤廃を要求された」と説明した。", False),
    ("2012年6月の羅津での協議で、全ての漂着船の記録を渡すと約束したのは北朝鮮だった。", True),
    ("2012年6月の羅津での協議で、全ての漂着船の記録を渡すと約束したのは日本側だった。", False),
    ("2013年7月4日、北朝鮮は時計を20分進めた。", True),
    ("2013年7月4日、北朝鮮は時計を2時間進めた。", False),
    ("2014年3月末、日本とモンゴルは漁業協定を結んだ。", True),
    ("2013年3月末、日本とモンゴルは漁業協定を結んだ。", False),
    ("2015年8月9日、南北は貨物列車を予定どおり試運転した。", False),
    ("北朝鮮の最初の地下実験は2008年9月だった。", True),
    ("北朝鮮の最初の地下実験は2008年5月だった。", False),
])
def test_what_nothing_else_stands_for(desk: Desk, claim: str, supported: bool) -> None:
    assert (desk.one(claim).verdict == "supported") is supported
