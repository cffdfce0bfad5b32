"""Claims in other words than the source's: what still bears them out, and what never does."""

import pytest

from keii.verifying import check
from store import Desk

REPORT = """外務委員会の記録

日本は、2015年2月10日に人の往来の規制を含む独自の措置を決定し、4月2日にもこれを強化した。
2015年5月8日、北朝鮮は核計画の申告書を中国に提出し、翌日、寧辺の冷却塔を爆破した。
2015年6月1日、露朝は包括的協力条約に署名した。同条約は7月4日に発効した。
作業部会は2015年8月に北京で、9月にハノイで開かれた。
2015年10月2日、安保理で制裁の延長決議案がロシアの拒否権により否決された。
2015年10月20日、米財務省が丹東銀行を資金洗浄の懸念先に指定した。
2015年11月5日、シンガポールで米朝首脳会談が開かれた。
2015年11月9日に訪朝したケリー国務長官に、北朝鮮は談話で反発した。
2015年11月20日、北朝鮮の崔善姫外相は、日本との対話に関心はないとの談話を出した。
2015年12月1日、金正恩委員長は、ボストーチヌイ宇宙基地でプーチン大統領と会談した。
2015年12月3日に発射された弾道ミサイルは、高度4,000kmを大きく超え、約1,000km飛翔した。
2015年12月7日、北朝鮮は米兵の遺骨55柱を返還した。
2015年12月9日、北朝鮮は人工衛星の打上げを試みたが、失敗した。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("wording"), {"report": REPORT})


@pytest.mark.parametrize("claim", [
    "2015年4月2日、日本は独自の制裁を強化している。",  # 措置, これを
    "2015年5月8日、平壌は核計画の申告書を中国側へ出した。",  # the capital for the government
    "2015年6月1日に署名された露朝の包括的協力条約は、同年7月4日に発効した。",  # two dates, 同条約
    "2015年8月の作業部会は北京で行われた。",
    "2015年9月の作業部会はハノイで行われた。",  # parallel clauses
    "2015年10月、ロシアが拒否権を発動し、制裁は延長されなかった。",  # 延長決議案が否決
    "2015年11月9日、ケリー国務長官が訪朝した。",  # the head of a relative clause
    "2015年12月7日、米兵の遺骨が北朝鮮から返された。",
])
def test_borne_out_in_other_words(desk: Desk, claim: str) -> None:
    assert desk.one(claim).verdict == "supported"


@pytest.mark.parametrize(("claim", "field"), [
    ("2015年5月8日、北朝鮮は核計画の申告書を米国に提出した。", "actor"),
    ("2015年9月の作業部会は北京で行われた。", "place"),
    ("2015年10月20日、米国務省が丹東銀行を資金洗浄の懸念先に指定した。", "actor"),
    ("2015年11月20日、崔善姫外相は日本との対話に前向きな姿勢を示した。", "status"),
    ("2015年12月1日、金正恩委員長はボストーチヌイ宇宙基地で習近平国家主席と会談した。", "actor"),
    ("2015年12月7日、北朝鮮は米兵の遺骨200柱を返還した。", "number"),
    ("2015年12月9日、北朝鮮は人工衛星の打ち上げに成功した。", "status"),
])
def test_excluded_in_other_words(desk: Desk, claim: str, field: str) -> None:
    found = desk.one(claim)
    assert found.verdict == "contradicted", found
    assert field in found.differs


@pytest.mark.parametrize("claim", [
    "2015年11月、金正恩委員長はシンガポールでリー・シェンロン首相と会談した。",  # the host is no side
    "2015年12月3日に発射された弾道ミサイルの高度は4475kmだった。",  # over 4,000 km leaves it open
    "2015年10月20日、北朝鮮は米財務省の指定に反発した。",
    "2015年6月1日、露朝は軍事協力条約に署名した。",
    "2015年11月、ケリー国務長官は日本を訪れ、首相に訪朝の結果を説明した。",
])
def test_neither_borne_out_nor_excluded(desk: Desk, claim: str) -> None:
    assert desk.one(claim).verdict == "not_found"


def test_what_goes_on_too_long_is_said_not_to_be_checked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "_LONGEST", 60)
    found = desk.one("2016年1月6日、北朝鮮は4回目の核実験を行った。" * 4)
    assert found.verdict == "not_found"
    assert [one.why for one in found.findings][-1] == "long"


@pytest.mark.parametrize("claim", [
    "北朝鮮は4回目の核実験を行い、" * 40 + "発表した。",
    "".join(f"{year}年1月6日、" for year in range(2000, 2013)) + "北朝鮮は4回目の核実験を行った。",
], ids=["characters", "dates"])
def test_a_part_that_is_no_sentence_is_said_not_to_be_checked_and_the_next_is(desk: Desk, claim: str) -> None:
    found = desk.one(f"{claim}2015年11月9日、ケリー国務長官が訪朝した。")
    assert [(one.verdict, one.why) for one in found.findings] == [("not_found", "crowded"), ("supported", "")]
