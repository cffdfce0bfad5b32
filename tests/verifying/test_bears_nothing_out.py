"""What comes near a claim and yet bears it out in nothing: done by others, denied without a word of it, called off, a day inside."""

import pytest

from store import Desk

REPORT = """ミサイルの十年

北朝鮮は2017年に入ると発射を重ねた。7月4日には「火星14」を発射し、9月3日には6回目の核実験を行った。
2003年8月27日、第1回六者会合が北京で始まり、29日に閉幕した。
2019年2月28日のハノイの会談では、昼食会も署名式も取りやめになった。
2014年6月29日のミサイル発射に対し、日本は北京の大使館を通じて抗議した。
2014年5月26日から28日までストックホルムで開かれた協議で双方は合意に達し、北朝鮮は全ての日本人に関する調査の実施を約束した。
"""

VOTES = """採決の記録

その後、2011年4月、監視団の任期の延長についてフランスが拒否権を行使したことから監視団は活動を終えた。このとき、中国は拒否権を行使せず棄権した。
2011年5月、協議の打ち切りを拒んだのはブラジルだった。
2011年の短距離ミサイル発射（3月）と初の核実験（8月）を受け、政府は対策室を設けた。
2011年は初の核実験の年として記憶される。
"""


@pytest.fixture(scope="module")
def votes(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("votes"), {"saiketsu": VOTES})


@pytest.mark.parametrize(("claim", "borne"), [
    ("2011年4月、監視団の任期の延長についてフランスが拒否権を行使した。", True),
    ("2011年4月、監視団の任期の延長を拒否権で阻んだのは中国だった。", False),
    ("2011年4月、中国は監視団の任期の延長を拒否権で阻んだ。", False),
    ("2011年5月、協議の打ち切りを拒んだのはブラジルだった。", True),
    ("2011年5月、協議の打ち切りを拒んだのはチリだった。", False),
    ("最初の核実験は2011年3月であった。", False),
])
def test_who_did_it_not_and_what_was_first(votes: Desk, claim: str, borne: bool) -> None:
    assert (votes.one(claim).verdict == "supported") is borne

TALKS = """モンゴルとペルーの課長級協議が2013年3月4日、ローマのペルー大使館で始まった。
協議は3日間の予定だったが、モンゴル側の都合で初日だけで打ち切られた。
2013年5月7日、モンゴルとペルーの次官級協議がローマのモンゴル大使館で4日間の日程で開かれた。
"""


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("talks"), {"kyogi": TALKS})


@pytest.mark.parametrize(("claim", "verdict", "differs"), [
    ("2013年3月4日、モンゴルとペルーの課長級協議はローマのペルー大使館で開かれた。", "supported", ()),
    ("2013年3月4日、モンゴルとペルーの課長級協議の会場はローマのモンゴル大使館だった。", "contradicted", ("place",)),
    ("2013年3月のモンゴルとペルーの課長級協議は3日間にわたって行われた。", "not_found", ()),
    ("2013年5月7日、モンゴルとペルーの次官級協議が4日間の日程で開かれた。", "supported", ()),
])
def test_in_whose_house_and_how_long_it_was_meant_to_take(talks: Desk, claim: str, verdict: str, differs: tuple[str, ...]) -> None:
    found = talks.one(claim)
    assert (found.verdict, found.differs) == (verdict, differs)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("nothing"), {"report": REPORT})


@pytest.mark.parametrize("claim", [
    "2017年7月4日、北朝鮮が「火星14」を発射した。",
    "2003年8月27日から29日まで、第1回六者会合が北京で開催された。",
    "2014年6月29日のミサイル発射に対し、日本は北京の大使館を通じて抗議した。",
])
def test_what_is_told_is_borne_out(desk: Desk, claim: str) -> None:
    assert desk.one(claim).verdict == "supported"


@pytest.mark.parametrize("claim", [
    "2017年7月4日、米国が「火星14」を発射した。",
    "2003年8月7日から29日まで、第1回六者会合が北京で開催された。",
    "2003年8月27日から29日まで、第1回六者会合は北京で開催されなかった。",
    "2019年2月28日のハノイ会談は、両首脳が文書に署名して終わった。",
    "2014年6月29日のミサイル発射に対し、中国は北京の大使館を通じて抗議した。",
    "2014年5月、日本と韓国はストックホルムで協議し、北朝鮮が全ての日本人に関する調査を約束することで合意した。",
])
def test_what_only_comes_near_is_not(desk: Desk, claim: str) -> None:
    assert desk.one(claim).verdict != "supported"


@pytest.mark.parametrize("claim", [
    "以下に、主な出来事を整理します。", "ご希望であれば、出典ごとに整理することもできます。", "まとめると次の通りです。"])
def test_what_an_answer_says_of_itself_tells_nothing(desk: Desk, claim: str) -> None:
    assert [part.why for part in desk.one(claim).findings] == ["empty"]
