"""What is asked of an act is told by the act itself: not by its announcement, another test, or another's journey."""

from collections.abc import Callable

from keii.presenting.answers import sentences
from keii.workbench import Asker


def test_an_announcement_is_no_meeting(asked: Callable[[str], Asker]) -> None:
    said = sentences(asked(
        "2014年7月1日、日本と北朝鮮は北京で局長級協議を開いた。\n\n2014年9月24日、岸田外相は日本と北朝鮮の局長級協議を29日に開くと発表した。\n\n"
        "2014年9月29日、日本と北朝鮮の局長級協議が瀋陽で開かれた。\n").ask("局長級協議は何回開かれましたか"))
    assert "2回" in said
    assert "9月24日" not in said.split("。", maxsplit=1)[0]


def test_a_list_of_nuclear_tests_holds_no_launches(asked: Callable[[str], Asker]) -> None:
    rows = asked(
        "2006年7月5日、北朝鮮は弾道ミサイル発射実験を行った。\n\n2006年10月9日、北朝鮮は1回目の核実験を行った。\n\n"
        "2009年5月25日、北朝鮮は2回目の核実験を行った。\n\n2013年2月12日、北朝鮮は3回目の核実験を行った。\n\n"
        "2016年9月5日、北朝鮮は核実験の直前に弾道ミサイル3発を発射した。\n").ask("北朝鮮の核実験を年表にして").rows
    assert [row.date for row in rows] == ["2006-10-09", "2009-05-25", "2013-02-12"]


def test_anothers_journey_is_no_answer(asked: Callable[[str], Asker]) -> None:
    asker = asked("2018年8月24日、トランプ大統領はポンペオ国務長官の訪朝を中止した。\n\n2018年10月7日、ポンペオ国務長官は訪朝した。\n")
    assert asker.ask("トランプ大統領は平壌を訪問しましたか").answer.verdict == "unknown"
    assert asker.ask("ポンペオ国務長官は訪朝しましたか").answer.verdict == "yes"
