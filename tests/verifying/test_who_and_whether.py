"""Who acts where the source does not say it in the same words, and whether it came about."""

from pathlib import Path

import pytest

from store import Desk

SOURCES = {
    "shinbun": "2006年6月1日には北朝鮮外務省報道官がヒル米国務次官補の平壌訪問を招請したが、米側は２国間の交渉には応じられないと断った。\n",
    "kenkyu": "2017年7月17日には、韓国国防部が軍事当局者会談を21日に開くよう提案したが、北朝鮮側からの回答は得られなかった。\n"
              "2009年4月10日、日本は対北朝鮮措置の期限を１年間延長した。\n",
    "kiroku": "2012年8月9日、北京で日本赤十字社と朝鮮赤十字会が10年ぶりに協議した。\n"
              "中国やロシアからの働きかけを把握することで、日朝交渉に対する北朝鮮の立場の変化が明らかになることも考えられる。\n"
              "1998年9月15日、国連安全保障理事会は発射に遺憾の意を表明する議長の対プレス声明を発出した。\n",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder: Path = tmp_path_factory.mktemp("who")
    return Desk(folder, SOURCES)


@pytest.mark.parametrize("claim", [
    "2006年6月1日、北朝鮮はヒル国務次官補を平壌に招いたが、米国は二国間の交渉には応じないとして断った。",
    "2012年8月、日朝の赤十字は北京で10年ぶりに協議した。",
    "2017年7月17日、韓国国防部は軍事当局者会談を提案した。",
])
def test_who_acts_under_another_name(desk: Desk, claim: str) -> None:
    assert desk.one(claim).verdict == "supported"


@pytest.mark.parametrize(("claim", "field"), [
    ("2017年7月21日、南北の軍事当局者会談が行われた。", "status"),
    ("1998年9月15日、安保理は北朝鮮の発射を非難する決議を採択した。", "status"),
    ("2009年4月10日、日本は北朝鮮に対する措置の期限を半年間延長した。", "number"),
])
def test_what_did_not_come_about_and_how_much(desk: Desk, claim: str, field: str) -> None:
    one = desk.one(claim)
    assert one.verdict == "contradicted"
    assert field in one.differs


@pytest.mark.parametrize("claim", [
    "日本政府が北朝鮮との首脳会談を打診したことが報じられています。",
    "1998年、安保理の報道をめぐる米朝の姿勢の表明",
])
def test_words_of_like_meaning_alone_bear_nothing_out_without_a_day(desk: Desk, claim: str) -> None:
    assert desk.one(claim).verdict == "not_found"
