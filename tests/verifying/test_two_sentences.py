"""Claims that no sentence tells alone: two that go on with one date do together, and lend nobody what is another's."""

import pytest

from store import Desk

REPORT = """往来の記録

2003年6月12日、鳥取県は羅先市の港湾当局と定期航路の開設に合意した。航路は月2便とし、冷凍貨物を運ぶと定めた。
2004年9月3日、モンゴルの首相は平壌を訪れた。滞在中に農業大学を視察し、種いも40トンの寄贈を申し出た。
2007年11月20日、韓国は開城の工場に電力の供給を始めた。同じ会議で、中国は鉄道の補修を見送った。
北海日報（2010年2月8日付）

・元山港で新しい浮きドックの建造が進む
・清津の製鉄所で高炉の火が消えた

2011年5月17日、国連の食糧機関は報告書を公表した。北朝鮮では610万人が食糧を必要としているという。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("two"), {"report": REPORT})


@pytest.mark.parametrize("claim", [
    "2003年6月12日、鳥取県が羅先市の港湾当局と開設に合意した定期航路は、月2便で冷凍貨物を運ぶと定められた。",
    "2004年9月に平壌を訪れたモンゴルの首相は、農業大学を視察し、種いも40トンの寄贈を申し出た。",
    "2011年5月17日に公表された国連の食糧機関の報告書では、北朝鮮で610万人が食糧を必要としている。",
])
def test_borne_out(desk: Desk, claim: str) -> None:
    assert desk.one(claim).verdict == "supported"


@pytest.mark.parametrize("claim", [
    "2003年6月12日、鳥取県が羅先市の港湾当局と開設に合意した定期航路は、月8便で冷凍貨物を運ぶと定められた。",
    "2004年9月に平壌を訪れたロシアの首相は、農業大学を視察し、種いも40トンの寄贈を申し出た。",
    "2004年10月に平壌を訪れたモンゴルの首相は、農業大学を視察し、種いも40トンの寄贈を申し出た。",
    "2007年11月20日、中国は開城の工場に電力の供給を始めた。",
    "2007年11月20日、韓国は鉄道の補修を見送った。",
    "2007年11月20日、韓国は開城の工場に鉄道の補修を始めた。",
    "清津の製鉄所で高炉の火が消えたと、2010年3月8日付の北海日報が伝えた。",
    "2011年5月17日に公表された国連の食糧機関の報告書では、北朝鮮で810万人が食糧を必要としている。",
])
def test_not_borne_out(desk: Desk, claim: str) -> None:
    assert desk.one(claim).verdict != "supported"
