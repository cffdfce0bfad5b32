"""What the documents bear out, what they exclude, and what they do not settle."""

from pathlib import Path

import pytest

from store import Desk

CHRONOLOGY = """北朝鮮をめぐる動き

2016年1月6日、北朝鮮が4回目の核実験を行った。3月2日、国連安保理が決議2270を採択した。
2016年11月23日、日本と韓国が軍事情報包括保護協定（GSOMIA）に署名した。
同月30日に採択された決議2321は、石炭の輸出に年間約4億ドルまたは750万トンの上限を設けた。
2018年5月24日、トランプ大統領は米朝首脳会談の中止を書簡で通告した。
2018年6月12日、シンガポールで史上初の米朝首脳会談が開かれた。
2019年2月27日から28日にかけてハノイで2回目の米朝首脳会談が開かれたが、合意に至らなかった。
2004年5月22日、小泉首相が平壌を訪問し、金正日総書記と会談した。
2014年7月4日、日本は対北朝鮮制裁の一部を解除した。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("verify"), {"nenpyo": CHRONOLOGY})


@pytest.mark.parametrize("claim", [
    "2016年1月6日、北朝鮮が4回目の核実験を実施した。",
    "2016年3月、国連安保理は決議2270を採択。",
    "平成28年11月23日、日韓がGSOMIAを締結した。",
    "決議2321は石炭輸出に年間約4億ドルまたは750万トンの上限を設けた。",
    "2018年6月12日、シンガポールで米朝首脳会談が行われた。",
    "2004年5月22日、小泉首相は訪朝して金正日総書記と会談した。",
    "2014年7月4日、日本は対北朝鮮制裁の一部を解除した。",
])
def test_borne_out(desk: Desk, claim: str) -> None:
    found = desk.one(claim)
    assert found.verdict == "supported", found
    assert found.evidence
    assert found.independent == 1


@pytest.mark.parametrize(("claim", "field"), [
    ("2016年1月9日、北朝鮮が4回目の核実験を実施した。", "date"),
    ("国連安保理は2016年5月2日に決議2270を採択した。", "date"),
    ("2016年11月23日、日本と中国がGSOMIAに署名した。", "actor"),
    ("2004年5月22日、小泉首相が平壌を訪問し、金正恩氏と会談した。", "actor"),
    ("2018年5月24日、金正恩委員長は米朝首脳会談の中止を書簡で通告した。", "actor"),
    ("2018年6月12日、ハノイで史上初の米朝首脳会談が開かれた。", "place"),
    ("決議2321は石炭の輸出に年間約8億ドルまたは750万トンの上限を設けた。", "number"),
    ("2019年2月のハノイでの2回目の米朝首脳会談で合意に至った。", "status"),
])
def test_excluded(desk: Desk, claim: str, field: str) -> None:
    found = desk.one(claim)
    assert (found.verdict, found.differs) == ("contradicted", (field,))
    assert found.evidence


@pytest.mark.parametrize("claim", [
    "2021年7月、日朝の外相がバンコクで会談した。",
    "2016年4月、ブルンジで北朝鮮の武器輸出が摘発された。",
    "2024年12月、岸田首相が平壌を訪問した。",
    "2013年5月、飯島勲内閣官房参与が訪朝した。",
    "2017年9月3日、北朝鮮が6回目の核実験を行った。",
    "2020年10月、菅首相は条件を付けずに会談する考えを示した。",
])
def test_not_settled(desk: Desk, claim: str) -> None:
    found = desk.one(claim)
    assert found.verdict == "not_found"
    assert found.differs == ()


@pytest.mark.parametrize("claim", [
    "具体的には、以下のような状況があります。", "どうしますか?", "会談が行われた。", "関係は改善した。", "北朝鮮は反発した。",
    "2016年1月6日", "2016年3月2日、北朝鮮が4回目の核実験を行った。", "2016年11月23日、日本と韓国が決議2270に署名した。",
    "2018年6月12日、米朝首脳会談の中止が通告された。", "2016年1月6日、韓国が4回目の核実験を行った。",
])
def test_what_is_vague_or_mixed_up_is_never_borne_out(desk: Desk, claim: str) -> None:
    assert desk.one(claim).verdict != "supported"


def test_every_quote_is_the_text_at_its_place(desk: Desk) -> None:
    for one in desk.check(CHRONOLOGY.replace("4回目", "5回目")).checked:
        for span in one.evidence:
            assert span.holds(CHRONOLOGY)


def test_a_text_is_no_support_for_itself(tmp_path: Path) -> None:
    desk = Desk(tmp_path, {"answer": CHRONOLOGY})
    check = desk.check(CHRONOLOGY)
    assert check.itself
    assert check.count("supported") == 0


def test_an_answer_of_an_ai_counts_as_no_independent_source(tmp_path: Path) -> None:
    desk = Desk(tmp_path, {"chat": CHRONOLOGY}, {"chat": "ai-answer"})
    found = desk.one("2016年11月23日、日本と韓国がGSOMIAに署名した。")
    assert (found.verdict, found.independent, found.circular) == ("supported", 0, True)


def test_of_a_claim_in_parts_the_worst_decides(desk: Desk) -> None:
    found = desk.one("2016年1月6日、北朝鮮が4回目の核実験を行った。2018年6月12日、ハノイで史上初の米朝首脳会談が開かれた。")
    assert [one.verdict for one in found.findings] == ["supported", "contradicted"]
    assert found.verdict == "contradicted"


def test_a_claim_of_ten_thousand_characters(desk: Desk) -> None:
    assert desk.one("2016年1月6日に核実験が" * 900).verdict in ("supported", "not_found", "contradicted")
