"""What a text says of itself is no event; what its sentences tell beside it is."""

import pytest
from made_events import coded, events


@pytest.mark.parametrize("text", [
    "以下は2004年以降に北朝鮮が首脳会談について発言したと報じた記事を整理したものです。",
    "本章では、2002年9月17日の日朝首脳会談を検討する。",
    "次の表は2006年10月14日に安保理が採択した決議の主な内容を示す。",
    "ここでは2018年6月12日の米朝首脳会談を振り返る。",
])
def test_a_text_that_announces_itself_tells_nothing(text: str) -> None:
    assert coded(text) == ()


@pytest.mark.parametrize("text", [
    "本報告書は、2014年2月17日に国連調査委員会が公表した。",
    "2018年6月12日、米朝の両首脳は以下の4項目で合意した。",
])
def test_what_was_done_with_a_paper_is_told(text: str) -> None:
    assert coded(text)


def test_a_heading_that_names_what_stands_under_it_tells_nothing() -> None:
    told = events([("heading", "2004年以降の主な動き"), ("paragraph", "2004年5月22日、小泉首相は北朝鮮を訪問した。")], published="2010-01-01")
    assert [event.date for event in told] == ["2004-05-22"]


def test_the_next_of_what_was_told_is_named_by_its_number() -> None:
    told = coded("北朝鮮は2017年7月4日、火星14を発射した。同月28日に2回目。")
    assert [(event.date, event.action, event.initiator) for event in told] == [
        ("2017-07-04", "TEST", ("PRK",)), ("2017-07-28", "TEST", ("PRK",))]


def test_a_turn_of_phrase_names_its_noun_and_may_be_parted() -> None:
    parted, = coded("2010年3月2日、北朝鮮は批判の矛先を韓国に向けた。")
    assert (parted.action, parted.target) == ("ACCUSE", ("KOR",))
    assert any("矛先を向ける" in step.rule for step in parted.trace if step.field == "action")


def test_a_verb_of_doing_without_an_object_tells_nothing() -> None:
    assert not [event for event in coded("2006年10月9日、北朝鮮は9日に実施した。") if event.action == "AID"]


def test_what_is_done_has_its_object_in_the_line() -> None:
    told = coded("2006年10月11日、政府は北朝鮮からの全品目の輸入禁止を決定し、14日から実施した。")
    assert any("輸入禁止を実施" in event.summary for event in told)
