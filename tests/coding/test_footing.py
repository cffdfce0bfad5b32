"""On what footing sides meet: who is a head, what channel the words tell."""

import pytest
from made_events import coded


def footing(text: str) -> set[tuple[str | None, str | None]]:
    return {(event.rank, event.channel) for event in coded(text)}


@pytest.mark.parametrize("text", [
    "2004年5月22日、小泉首相は再び訪朝した。",
    "2007年10月2日、盧武鉉大統領は平壌を訪れ、金正日国防委員長と会談した。",
    "2018年5月7日、金正恩委員長は大連で習近平国家主席と会った。",
    "2019年6月20日、習近平国家主席は北朝鮮を訪問した。",
])
def test_heads_who_meet_hold_a_summit(text: str) -> None:
    assert ("summit", "official") in footing(text)


@pytest.mark.parametrize("text", [
    "2018年7月6日、ポンペオ国務長官は訪朝した。",
    "2009年8月4日、クリントン元大統領は訪朝した。",
    "2005年6月17日、鄭東泳統一相は金正日国防委員長と会談した。",
    "2002年10月29日、小泉首相と金正日国防委員長は国交正常化交渉を再開した。",
])
def test_others_hold_none(text: str) -> None:
    assert all(rank != "summit" for rank, _ in footing(text))


@pytest.mark.parametrize(("text", "channel"), [
    ("2002年1月、日本と北朝鮮は大連で秘密接触を行った。", "informal"),
    ("2011年7月、米国と北朝鮮はニューヨーク・チャンネルを通じて協議した。", "informal"),
    ("2014年3月、日本と北朝鮮は第三国で非公式に協議した。", "informal"),
    ("1990年9月24日、金丸信元副総理を団長とする議員団が北朝鮮を訪問した。", "track1.5"),
    ("2016年10月21日、米国と北朝鮮の専門家会合がクアラルンプールで開かれ、双方が協議した。", "track2"),
    ("2014年5月26日、日本と北朝鮮はストックホルムで政府間協議を行った。", "official"),
    ("2004年11月9日、日本と北朝鮮は平壌で実務者協議を開いた。", "official"),
])
def test_the_channel_is_told_by_its_words(text: str, channel: str) -> None:
    assert channel in {found for _, found in footing(text)}


def test_where_nothing_tells_the_channel_it_is_not_known() -> None:
    assert footing("2011年7月28日、米国と北朝鮮はニューヨークで協議した。") == {(None, None)}
