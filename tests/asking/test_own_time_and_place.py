"""The day, the place and the talks of an answer are those of the act asked about, and not of what is told beside it."""

from collections.abc import Callable

import pytest

from keii.asking.nominal import asked_in_full
from keii.presenting.answers import sentences
from keii.workbench import Asker

Made = Callable[[str], Asker]


def test_the_day_is_given_before_its_month(asked: Made) -> None:
    said = sentences(asked("1972年7月、両国の「七月共同声明」に基づき南北対話が始まった。\n\n"
                           "1972年7月4日、韓国と北朝鮮は南北共同声明を発表した。\n").ask("南北共同声明はいつ?"))
    assert said.startswith("1972年7月4日")


def test_the_date_of_a_clause_that_tells_of_a_noun_is_not_that_of_the_act(asked: Made) -> None:
    asker = asked("北朝鮮は、1970年代に連れ去られた人々を調べるために設けた調査班の人数を説明する。\n\n"
                  "2014年7月10日、北朝鮮は調査班を設けた。\n")
    assert sentences(asker.ask("調査班はいつ設けられましたか")).startswith("2014年7月10日")


def test_the_heading_dates_what_stands_under_it(asked: Made) -> None:
    asker = asked("年表\n\n2009年6月12日\n\n北朝鮮が5月25日に行った核実験を非難する決議1874が採択された。\n")
    said = sentences(asker.ask("決議1874はいつ採択されましたか"))
    assert said.startswith("2009年6月12日")


def test_the_place_of_the_act_leads(asked: Made) -> None:
    asker = asked("2010年3月26日、哨戒艦「天安」が黄海の白翎島付近で沈没した。\n\n"
                  "2010年6月26日、トロントで発表された声明は「天安」の沈没につながった攻撃を非難した。\n")
    assert "白翎島" in sentences(asker.ask("天安はどこで沈没したのか"))


def test_what_bars_tells_nothing_of_letting_in_again(asked: Made) -> None:
    asker = asked("2006年7月5日、日本は万景峰92号の入港を禁止した。六者会合の再開は遠のいた。\n")
    assert not asker.ask("万景峰92号の入港が再開されたのはいつですか").rows
    assert asker.ask("万景峰92号の入港が禁止されたのはいつですか").rows[0].date == "2006-07-05"


REPORT = ("2014年9月29日、日本と北朝鮮の局長級協議が瀋陽で開かれた。日本側は速やかな報告を求めた。北朝鮮側は誠実に調べていると答えた。"
          "双方は連絡を続けることにした。\n\n協議は午前と午後に分け、計5時間行われた。日本側代表は田島局長、北朝鮮側代表は宋日昊大使だった。\n")


def test_talks_spoken_of_again_are_those_named_before(asked: Made) -> None:
    asker = asked(REPORT)
    assert "5時間" in sentences(asker.ask("2014年9月の瀋陽での協議は何時間行われましたか"))
    assert "田島" in sentences(asker.ask("瀋陽での日朝協議の日本側代表は誰ですか"))


def test_these_talks_settle_what_their_report_denies(asked: Made) -> None:
    found = asked("2019年2月28日、ハノイで米朝首脳会談が開かれた。今回の会談では、予定されていた共同声明の署名には至らなかった。\n"
                  ).ask("ハノイの米朝首脳会談で共同声明は署名されましたか").answer
    assert found.verdict == "no"


def test_a_denial_within_talks_is_no_yes(asked: Made) -> None:
    asker = asked("2006年12月18日から22日まで、第5回六者会合第2次会合が北京で開かれた。会合中、日朝の二国間協議は行わなかった。\n")
    assert asker.ask("2006年12月の六者会合で日朝の二国間協議は行われましたか").answer.verdict != "yes"


def test_how_long_it_had_not_been(asked: Made) -> None:
    asker = asked("2012年8月29日、日本と北朝鮮の政府は北京で協議を始めた。2008年8月以来4年ぶりで、新しい体制では初めてとなる。\n")
    assert "4年ぶり" in sentences(asker.ask("2012年8月の日朝協議は何年ぶりか"))


def test_the_bank_of_a_country_acts_for_what_is_asked_of_its_banks(asked: Made) -> None:
    asker = asked("2013年5月7日、中国銀行が朝鮮貿易銀行との取引を停止した。\n")
    assert asker.ask("2013年に中国の銀行は北朝鮮の銀行との取引を停止しましたか").answer.verdict == "yes"


@pytest.mark.parametrize("question", ["一番早い南北首脳会談はいつですか", "最も古い南北首脳会談はいつですか"])
def test_the_first_of_several(asked: Made, question: str) -> None:
    asker = asked("2007年10月2日、南北首脳会談が平壌で開かれた。\n\n2000年6月13日、南北首脳会談が平壌で開かれた。\n\n"
                  "2018年4月27日、南北首脳会談が板門店で開かれた。\n")
    assert sentences(asker.ask(question)).startswith("2000年6月13日")
    assert sentences(asker.ask("直近の南北首脳会談はいつ開かれたか")).startswith("2018年4月27日")


def test_the_last_is_what_none_has_followed(asked: Made) -> None:
    asker = asked("2007年2月8日、六者会合の会合が北京で開かれた。\n\n対立が深まり、六者会合は2008年12月の首席代表会合以降開かれていない。\n")
    assert "2008年12月" in sentences(asker.ask("最後の六者会合の会合はいつだった?"))


@pytest.mark.parametrize(("ending", "whole"), [
    ("天安号が沈没した日", "天安号が沈没した日はいつですか"), ("瀋陽協議の開催場所", "瀋陽協議の開催場所はどこですか"),
    ("六者会合の参加国", "六者会合の参加国はどこですか"), ("北朝鮮の核実験の回数", "北朝鮮の核実験は何回ですか"),
    ("出席を拒んだ理由は?", "出席を拒んだ理由は?"), ("2016年に核実験があったかどうか教えてください", "2016年に核実験があったか?"),
    ("板門店宣言の内容", "板門店宣言の内容は何ですか"), ("2018年の動き", "2018年の動き"), ("北朝鮮の核実験", "北朝鮮の核実験"),
    ("南北首脳会談は何年", "南北首脳会談は何年"), ("2004年以降に絞って", "2004年以降に絞って"),
])
def test_a_question_that_ends_in_a_noun(ending: str, whole: str) -> None:
    assert asked_in_full(ending) == whole
