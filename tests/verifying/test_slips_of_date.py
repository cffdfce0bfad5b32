"""Another date, or number, for what a source tells once: the first of its kind, what is told at length, what was agreed for a day."""

import pytest

from store import Desk

REPORT = """日誌

2011年5月13日、日本とモンゴルは共同の水質調査を25日に行うことで合意したと発表した。
韓国は北朝鮮との合意で2015年10月、赤十字会談を11月3日に開くと決めた。
朝鮮社会主義女性同盟の大会が2021年6月に5年ぶりに開催され、資本主義、個人主義的風潮を一掃する必要性が報告された。
2013年、北朝鮮は核実験の中止を決定した（4月）ほか、外国メディアに黄州実験場の坑道爆破を公開し（5月）、これらの措置を強調した（6月）。
2006年の弾道ミサイル実験（7月）とパキスタンの第一回核実験（10月）を契機に決議が採択された（12月）。
2012年8月29日及び9月15日に発射された「火星21」は、いずれも九州の上空を通過した。
1976年末に日本を訪問したトルコのデミレル首相は、今後5年間に12億4600万ドルの援助が必要であると訴えた。
2014年12月8日、細野官房長官が鑑定の結果は別人だったと発表した。
2018年4月15日、インドは地下核実験を実施した。
インドによる核実験は1974年・1998年に続いて3回目の実施。
2007年8月12日、安全保障理事会は決議を採択した。
決議には、国連キプロス軍を1万2000人に増強し、活動期限を2008年8月まで延長することが含まれている。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("slips"), {"nisshi": REPORT})


@pytest.mark.parametrize(("claim", "field"), [
    ("2011年5月の協議で、日本とモンゴルは共同の水質調査を同月30日に行うことで合意した。", "date"),
    ("2015年10月、韓国は赤十字会談を11月9日に開くと決めた。", "date"),
    ("朝鮮社会主義女性同盟の大会が2022年9月に開かれ、個人主義的な風潮の一掃が訴えられた。", "date"),
    ("2013年8月、外国メディアの前で黄州実験場の坑道が爆破された。", "date"),
    ("パキスタンの最初の核実験は2006年7月であった。", "date"),
    ("九州の上空を越えていった2発の「火星21」は、どちらも2013年に撃たれたものだ。", "date"),
    ("細野官房長官が鑑定の結果は別人だったと明らかにしたのは、年が明けた2015年1月8日だった。", "date"),
    ("1976年末、訪日したトルコ首相は今後5年間に4億ドルの援助が要ると訴えた。", "number"),
    ("2018年4月15日の地下核実験はインドにとって5回目のものだった。", "number"),
    ("2007年8月の安保理決議は、国連キプロス軍を2万4000人に増強するとした。", "number"),
])
def test_a_slip(desk: Desk, claim: str, field: str) -> None:
    found = desk.one(claim)
    assert (found.verdict, found.findings[0].differs) == ("contradicted", (field,))


@pytest.mark.parametrize("claim", [
    "2011年5月、日本とモンゴルは共同の水質調査を同月25日に行うことで合意した。",
    "2013年5月、黄州実験場の坑道が爆破された。",
    "パキスタンの最初の核実験は2006年10月であった。",
    "2018年4月15日の地下核実験はインドにとって3回目のものだった。",
])
def test_none(desk: Desk, claim: str) -> None:
    assert desk.one(claim).verdict == "supported"


@pytest.mark.parametrize("claim", [
    "1998年、インドは3回目の核実験を実施した。",  # that was one before
    "2008年8月、国連キプロス軍は1万2000人に増強された。",  # until then its time was prolonged
])
def test_what_another_date_is_for_is_not_borne_out(desk: Desk, claim: str) -> None:
    assert desk.one(claim).verdict != "supported"
