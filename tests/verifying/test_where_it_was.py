"""Where it was done, by what no codebook holds: a house, a vehicle, a town of arrival, the meeting it was said at."""

import pytest

from store import Desk

REPORT = """地方日誌

2011年5月9日、斎藤元子さんらは、アメリカ・ワシントンのホワイトハウスでオバマ大統領と面会した。
2012年4月13日、北朝鮮は黄海側に位置する東倉里(トンチャンリ)にある発射基地から1発のミサイルを打ち上げた。
金日成主席は2013年7月8日、地方視察に向かう列車の中で心筋梗塞を起こし、死去した。
2013年11月21日、北朝鮮はミサイルを発射し、その一部が与那国島と西表島との間の上空を通過した。
2014年3月3日、李容浩外務次官は、ハノイの米朝対話で米国の学者と意見を交わした。
2014年10月8日、日本人妻の第3陣12人が成田に降り立った。
2014年12月2日、日朝の外務省局長が軽井沢で協議した。
2015年9月12日に金正恩委員長はロシアのハバロフスクを訪問し、プーチン大統領と首脳会談を行った。
2016年2月5日、韓国の代表は羽田空港に到着した。
2016年6月1日、スウェーデンの特使は専用機の機内で記者団に交渉の再開を明らかにした。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("where"), {"nisshi": REPORT})


@pytest.mark.parametrize("claim", [
    "2011年5月9日、斎藤元子さんらは国連本部でオバマ大統領と面会した。",
    "2012年4月13日、北朝鮮は舞水端里から「衛星」と称するミサイルを発射した。",
    "金日成主席は2013年7月8日、平壌の病院で死去した。",
    "2013年11月21日に発射されたミサイルの一部は、北海道の上空を通過した。",
    "2014年3月3日、李容浩外務次官はソウルでの米朝対話で米国の学者と意見を交わした。",
    "2014年10月8日、日本人妻の第3陣12人が新潟に着いた。",
    "2014年10月8日に日本人妻の第3陣12人が着いたのは新潟である。",
    "2014年12月2日、日朝の外務省局長が北京で協議した。",
    "2015年9月12日のプーチン・金正恩会談の舞台はモスクワだった。",
    "2016年6月1日、スウェーデンの特使はホテルで記者団に交渉の再開を明らかにした。",
])
def test_elsewhere(desk: Desk, claim: str) -> None:
    found = desk.one(claim)
    assert (found.verdict, found.findings[0].differs) == ("contradicted", ("place",))


@pytest.mark.parametrize("claim", [
    "2011年5月9日、斎藤元子さんらはホワイトハウスでオバマ大統領と面会した。",
    "金日成主席は2013年7月8日、列車の中で死去した。",
    "2014年12月2日、日朝の外務省局長が軽井沢で協議した。",
    "2014年10月8日、日本人妻の第3陣12人が成田に到着した。",
    "2016年6月1日、スウェーデンの特使は機内で記者団に交渉の再開を明らかにした。",
])
def test_there(desk: Desk, claim: str) -> None:
    assert desk.one(claim).verdict == "supported"


@pytest.mark.parametrize("claim", [
    "2016年2月5日、韓国の代表は東京に到着した。",  # where Haneda is
    "2016年6月1日、スウェーデンの特使は空港で記者団に交渉の再開を明らかにした。",  # where the aeroplane can have stood
])
def test_a_part_of_the_other_excludes_nothing(desk: Desk, claim: str) -> None:
    assert desk.one(claim).verdict != "contradicted"
