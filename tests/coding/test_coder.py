"""What holds for every event, and the rules that need more than one sentence."""

from hypothesis import given, settings
from hypothesis import strategies as st
from made_events import FINDER, coded, document, events

from keii import language
from keii.codebooks import load
from keii.coding import Coder

_WORDS = [
    "北朝鮮", "日本", "国連安保理", "は", "が", "と", "に", "2016年3月2日", "同年",
    "（9月）", "核実験", "首脳会談", "決議2270", "を", "採択", "した", "行った", "し、", "。", "、", "「", "」", "（", "）",
    "すると発表した", "予定だ", "されるとみられる", "第5回", "𠮷", "\n", "　", "|"]


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=40).map("".join))
def test_every_event_rests_on_its_words(text: str) -> None:
    for event in coded(text):
        assert event.evidence
        assert all(span.holds(text) for span in event.evidence)
        assert event.actors
        assert set(event.initiator) | set(event.target) <= set(event.actors)
        assert {step.field for step in event.trace} >= {"date", "action", "pillar", "status", "factuality"}


def test_the_same_text_gives_the_same_events() -> None:
    text = "2002年9月17日、小泉首相は平壌を訪れ、金正日総書記と会談した。"
    assert coded(text) == coded(text)
    assert [event.id for event in coded(text)] == [event.id for event in Coder(load())(
        document([("paragraph", text)]), language.read(document([("paragraph", text)]), FINDER))]


def test_a_sentence_goes_on_telling() -> None:
    told = events([("paragraph", "2016年2月10日、韓国は開城工業団地を閉鎖した。北朝鮮はこれを非難した。")])
    assert ("2016-02-10~", "ACCUSE", ("PRK",)) in [(event.date, event.action, event.initiator) for event in told]


def test_a_list_item_tells_nothing_of_the_next() -> None:
    told = events([("item", "2016年2月10日、韓国は開城工業団地を閉鎖した。"), ("item", "北朝鮮は日本を非難した。")])
    assert len(told) == 1


def test_dates_that_close_what_they_date() -> None:
    review = "北朝鮮は特使を派遣した。韓国は特使を受け入れ、会談した（3月）。米国は制裁を強化した（5月）。中国は北朝鮮を支持した（6月）。"
    told = events([("paragraph", f"2018年の情勢を振り返る。{review}")], kind="annual-review", published="2018-12")
    assert {event.date for event in told} >= {"2018-03", "2018-05", "2018-06"}


def test_a_resolution_has_one_date() -> None:
    told = events([("paragraph", "国連安保理は2016年11月30日、決議2321を採択した。"),
                   ("paragraph", "決議2321は石炭の輸出を制限した。")])
    assert {event.date for event in told} == {"2016-11-30"}


def test_a_chronology_leaves_the_doer_of_tests_unsaid() -> None:
    told = events([("item", "2013年2月12日　北朝鮮、第3回核実験。"), ("item", "2016年1月6日　第4回核実験。")])
    assert [(event.date, event.initiator) for event in told] == [("2013-02-12", ("PRK",)), ("2016-01-06", ("PRK",))]


def test_two_months_are_two_visits() -> None:
    told = events([("paragraph", "金正恩委員長は2018年5月、6月に訪中した。")])
    assert [event.date for event in told] == ["2018-05", "2018-06"]


def test_what_should_be_is_no_event() -> None:
    assert not coded("日本は2017年も北朝鮮に対する制裁を強化すべきである。")
    assert not coded("2017年、日米韓は対話を再開しなければならない。")


def test_without_a_date_nothing_is_told() -> None:
    assert not coded("北朝鮮は核実験を行った。")
    assert not events([("paragraph", "昨年、北朝鮮は核実験を行った。")])


def test_what_is_carried_says_so() -> None:
    (test,) = coded("2009年4月5日、日本の上空を越える弾道ミサイルが発射された。")
    assert test.initiator == ("PRK",)
    assert [step.rule for step in test.trace if step.field == "initiator"] == ["the only one to do so in the field of the codebook"]
    talks = coded("2007年3月、日朝の作業部会の会合が開かれた。第2回会合は同年9月5日に始まった。")[-1]
    assert sorted(talks.initiator) == ["JPN", "PRK"]
    assert {step.rule for step in talks.trace if step.field == "initiator"} == {"the sides of the talks last named"}


def test_a_verb_the_codebook_lacks_says_so() -> None:
    (event,) = coded("2019年5月9日、金正恩委員長は防御部隊の動きを統べた。")
    assert [step.rule for step in event.trace if step.field == "action"] == ["verb 統べる, none of the codebook's"]


def test_a_missile_whose_launcher_is_named_elsewhere_is_not_given_away() -> None:
    told = coded("2017年5月14日、米国は大陸間弾道ミサイルの発射実験を行った。同月30日には迎撃ミサイルの発射実験が行われた。")
    assert {code for event in told for code in event.initiator} == {"USA"}
