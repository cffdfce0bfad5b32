"""What a claim says did not come about and a source says did, on that day; and the other way round."""

from pathlib import Path

import pytest

from keii.verifying.opposing import contraries
from store import Desk

REPORT = """経過

産経新聞によると、北朝鮮は2012年4月13日に「人工衛星」と主張するロケットを発射した。
2014年6月9日、国連安全保障理事会は、北朝鮮の発射に対する非難決議案(決議第3099号)を全会一致で採択した。
2015年8月3日、日本は迎撃ミサイルを配置していたが、北朝鮮のミサイルへの破壊処置は行われなかった。
2016年5月10日に予定されていた南北の赤十字会談は、北朝鮮の通告により中止された。
2016年7月7日、日朝の外務省局長級協議が北京で開かれた。
2017年3月3日、北朝鮮の代表団は仁川のアジア大会の開会式に出席した。
2018年8月、北朝鮮のグアムに向けたミサイルの発射は行われなかった。
2013年9月に予定された日本人妻の里帰りの第5陣は、世論が硬化するなか取りやめとなり、そのまま途絶えている。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("contraries"), {"keika": REPORT})


@pytest.mark.parametrize("claim", [
    "2012年4月13日に予定されていた北朝鮮の「人工衛星」打ち上げは直前に取りやめられた。",
    "2014年6月、北朝鮮の発射を非難する安保理決議3099の案は中国とロシアの反対で否決された。",
    "2015年8月3日、日本は配備していた迎撃ミサイルで北朝鮮のミサイルを破壊した。",
    "2016年5月10日、南北の赤十字会談が予定どおり開かれた。",
    "2016年7月7日に予定されていた日朝の外務省局長級協議は見送られた。",
    "2016年7月7日、日朝の局長級協議は開かれなかった。",
    "2017年3月3日、北朝鮮の代表団は仁川のアジア大会の開会式に出席しなかった。",
    "2018年8月、北朝鮮は予告したとおりグアムの沖合にミサイルを撃ち込んだ。",
    "2013年9月、日本人妻の里帰りの第5陣が予定どおり日本を訪れた。",
])
def test_the_contrary_is_told(desk: Desk, claim: str) -> None:
    found = desk.one(claim)
    assert (found.verdict, found.findings[0].differs) == ("contradicted", ("status",))


@pytest.mark.parametrize("claim", [
    "2016年9月7日に予定されていた日朝の外務省局長級協議は見送られた。",
    "2012年4月20日に予定されていた北朝鮮の「人工衛星」打ち上げは直前に取りやめられた。",
    "2016年7月8日、日朝の外務省局長級協議は開かれなかった。",
    "2016年6月10日、南北の赤十字会談が予定どおり開かれた。",
])
def test_of_another_day_it_is_not(desk: Desk, claim: str) -> None:
    assert desk.one(claim).verdict != "contradicted" or desk.one(claim).findings[0].differs == ("date",)


@pytest.mark.parametrize(("claim", "contrary"), [
    ("合同訓練は中止された。", "合同訓練が行われた。"),
    ("合同訓練は結局、延期となった。", "合同訓練が行われた。"),
    ("米国は合同訓練を見送った。", "米国は合同訓練を行った。"),
    ("5月2日に予定されていた会談は流会に終わった。", None),
    ("決議案はロシアの拒否権により否決された。", "決議案は採択された。"),
    ("特使は平壌を訪れなかった。", "特使は平壌を訪れた。"),
    ("双方は共同声明を読まなかった。", "双方は共同声明を読んだ。"),
    ("会談は予定どおり行われた。", "会談は行われなかった。"),
    ("会談の中止を発表した。", "会談の中止を発表しなかった。"),
])
def test_contraries(claim: str, contrary: str | None) -> None:
    assert next(iter(contraries(claim)), None) == contrary


def test_the_course_of_things_is_nothing_that_fell_through(tmp_path: Path) -> None:
    desk = Desk(tmp_path, {"keika": "2018年3月、北朝鮮は米国と会談を行う意向があることを韓国側に伝えた。"})
    assert desk.one("2018年3月、米朝会談の流れの中で北朝鮮は意向を伝えた。").verdict != "contradicted"
    assert desk.one("2018年3月、北朝鮮が韓国側に伝えた米国との会談の意向は流れた。").verdict != "supported"
