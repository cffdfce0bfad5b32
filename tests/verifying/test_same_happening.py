"""What excludes a claim is of the very happening: what is done again and again on other days, by others too or of another rank is not."""

import pytest

from store import Desk

REPORT = """外交日誌

2011年3月14日、ペリー国防長官は韓国を訪れた。
2012年5月20日、ベルリンで日韓の外相会談が開かれた。
2013年6月、崔竜海特使は瀋陽を訪問し、7月にも瀋陽を訪問した。
2014年8月2日、韓国は中国を名指しで非難した。
2015年4月18日、発射された飛翔体は青森県の上空を通過した。
2016年10月9日、ジュネーブで米朝の高官協議が行われた。
2017年7月7日、日本は追加の制裁を発動した。
2018年11月3日、李春植総書記が平壌で死去した。
2019年2月5日、金剛山観光の再開を主張したのは北朝鮮で、韓国は慎重な姿勢を示した。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("happening"), {"report": REPORT})


@pytest.mark.parametrize(("claim", "differs"), [
    ("2011年3月14日、コーエン国防長官は韓国を訪れた。", "actor"),
    ("2014年8月2日、韓国はロシアを名指しで非難した。", "actor"),
    ("2015年4月18日、発射された飛翔体は沖縄県の上空を通過した。", "place"),
    ("2016年10月9日の米朝の高官協議は北京が舞台だった。", "place"),
    ("2016年10月9日に行われた米朝の高官協議の会場は北京だった。", "place"),
    ("2012年5月23日、ベルリンで日韓の外相会談が開かれた。", "date"),
])
def test_of_the_same(desk: Desk, claim: str, differs: str) -> None:
    checked = desk.one(claim)
    assert (checked.verdict, [*checked.findings[0].differs]) == ("contradicted", [differs])


@pytest.mark.parametrize("claim", [
    "2012年5月12日、ベルリンで日韓の局長級協議が開かれた。",
    "2013年5月、崔竜海特使は瀋陽を訪問した。",
    "2017年7月7日、韓国も追加の制裁を発動した。",
])
def test_of_another(desk: Desk, claim: str) -> None:
    assert desk.one(claim).verdict == "not_found"


MORE = """大会の記録

2014年8月、農業勤労者同盟の大会が平壌で開かれ、穀物の増産と土地の改良が報告された。
2015年3月、明成民総理代行が特別代表として平壌を訪れた。
"""


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("happening_more"), {"record": MORE})


@pytest.mark.parametrize(("claim", "differs"), [
    ("農業勤労者同盟の大会が2014年9月に平壌で開かれ、穀物の増産と土地の改良が訴えられた。", "date"),
])
def test_told_with_another_verb(other: Desk, claim: str, differs: str) -> None:
    checked = other.one(claim)
    assert (checked.verdict, [*checked.findings[0].differs]) == ("contradicted", [differs])
