"""The thing a question asks of must be told: in a clause of its own, as the subject it is, from the place it came."""

from collections.abc import Callable

import pytest

from keii.asking.kinds import kind_of, unit_of
from keii.asking.phrases import said_plainly
from keii.workbench import Asker

Made = Callable[[str], Asker]


@pytest.mark.parametrize(("question", "kind"), [
    ("原田さんはどこから連れ去られましたか", "where"), ("会合が始まったのはいつからですか", "when"), ("手紙は誰から届きましたか", "who"),
    ("何から始めましたか", "what"),
    ("どこかで会合は開かれましたか", "yesno"), ("いつか会談は行われますか", "yesno"),
    ("会見は何分でしたか", "number"), ("車両は何台入りましたか", "number"),
    ("どこの国会で述べましたか", "where"), ("どこの国が賛成しましたか", "who"),
])
def test_what_is_asked_for(question: str, kind: str) -> None:
    assert kind_of(question) == kind


def test_minutes_and_vehicles_are_counted() -> None:
    assert [unit_of(one) for one in ("会見は何分でしたか", "車両は何台ですか")] == ["分", "台"]


@pytest.mark.parametrize(("said", "plain"), [
    ("独自の措置を復活させましたか", "独自の措置を再開しましたか"), ("米国防長官は誰ですか", "米国の国防長官は誰ですか"),
    ("韓国防相は来ましたか", "韓国の国防相は来ましたか"),
    ("国防長官は誰ですか", "国防長官は誰ですか"),
])
def test_said_plainly(said: str, plain: str) -> None:
    assert said_plainly(said) == plain


ANSWERED = [
    ("2011年4月3日、ミサイルは白浜里(ペクビンリ)にある発射基地から打ち上げられた。ミサイルは日本上空を通過した。",
     "ミサイルはどこから打ち上げられましたか", None, "白浜里"),
    ("2014年8月29日に、森田総務大臣は声明としては珍しく強いと評価した。", "声明を強いと評価した総務相は誰ですか", None, "森田"),
    ("2005年9月23日、問題の総会への付託は理事会で当面見送りとされた。", "2005年9月の理事会は総会への付託を決めましたか", "no", "見送り"),
    ("1987年、中田恵子さんは札幌で拉致された。拉致された人たちの写真は2006年5月1日に渡された。",
     "中田恵子さんが拉致されたのはいつですか", None, "1987"),
    ("1971年、広田氏は現地の責任者としてモロッコへ赴任した。", "広田氏が責任者として赴任した国はどこですか", None, "モロッコ"),
]


@pytest.mark.parametrize(("text", "question", "verdict", "fact"), ANSWERED)
def test_the_thing_itself_is_found(asked: Made, text: str, question: str, verdict: str | None, fact: str) -> None:
    answer = asked(text + "\n").ask(question).answer
    first = answer.findings[0]
    said = (first.hit.passage.text if first.hit else "") + (first.row.lead.date if first.row else first.date or "")
    assert answer.verdict == verdict
    assert fact in said


LEFT_OPEN = [
    ("2024年6月18日、両国は条約に署名した。その条約に基づき軍は戦闘に加わった。", "2024年6月の条約に投資条項は入りましたか"),
    ("2015年8月15日、北朝鮮は平壌時間の運用を始めた。", "平壌時間はいつ廃止されましたか"),
    ("2006年5月1日、中田恵子さんら拉致された人たちの写真が大統領に渡された。", "中田恵子さんが拉致されたのはいつですか"),
]


@pytest.mark.parametrize(("text", "question"), LEFT_OPEN)
def test_what_only_goes_with_it_is_no_answer(asked: Made, text: str, question: str) -> None:
    assert asked(text + "\n").ask(question).answer.verdict == "unknown"


def test_a_list_holds_what_was_announced_as_done(asked: Made) -> None:
    asker = asked("2006年3月5日、北朝鮮は核実験を実施した。\n\n"
                  "2009年4月6日、北朝鮮は核実験を実施した。\n\n2011年5月7日、北朝鮮は核実験を実施した。\n\n"
                  "2013年6月8日、北朝鮮は通信社を通じて「地下核実験を実施、成功した」と発表した。\n")
    answer = asker.ask("2006年から2013年に北朝鮮が行った核実験の日付を挙げてください").answer
    assert {"2006-03-05", "2009-04-06", "2011-05-07", "2013-06-08"} <= {one.row.lead.date for one in answer.findings if one.row}
