"""The act a question asks of, told in other ways than by its verb: by a dated noun, beside a place, in a compound, in short."""

from collections.abc import Callable

import pytest

from keii.workbench import Asker

Made = Callable[[str], Asker]

TOLD = [
    ("2031年6月の札幌合意の実行を、両国は引き続き求めている。", "札幌合意はいつ結ばれましたか", None, "2031"),
    ("2012年3月5日、日本と中国は大連の港湾庁舎で会談し、漁業の文書に調印した。", "日本と中国の漁業の文書はどこで調印されましたか", None, "大連"),
    ("2013年5月11日に奈良市内で開かれた、退任を祝うパーティーで、井上良雄氏は制裁に反対すると発言した。",
     "井上良雄氏が発言したパーティーはどこで開かれましたか", None, "奈良"),
    ("高山統一相は2010年4月3日の声明で「演習の延期は大変残念だ」と述べた。", "演習の延期を残念だと述べた統一相は誰ですか", None, "高山"),
    ("2011年7月2日、北朝鮮の朴外務次官と中国の王副部長は瀋陽で会談した。", "瀋陽で会談した当局者は誰ですか", None, "王"),
    ("2009年8月1日、短波放送「あおぞら」は民間の調査会が運営を始めた。", "「あおぞら」の運営が始まったのはいつですか", None, "2009"),
    ("2014年2月3日、日本政府は指定の解除を遺憾としながらも協力を続けると述べた。", "日本政府は指定の解除をどう受け止めましたか", None, "遺憾"),
    ("2015年9月4日、韓国はM5.2の揺れを観測した。", "2015年9月に韓国が観測した揺れのマグニチュードは?", None, "5.2"),
    ("2016年3月、日本は緩めていた独自の制裁を復活させた。", "日本は2016年に独自の制裁を復活させましたか", "yes", "2016"),
    ("2017年8月6日、日本の外相は北朝鮮の外相と言葉を交わし、抑留者の帰国を求めた。",
     "2017年8月に日本の外相と北朝鮮の外相は言葉を交わしましたか", "yes",
     "2017"),
    ("1998年8月、北朝鮮の工作船が現れるという事案が日本海で起きた。", "1998年に北朝鮮の工作船は現れましたか", "yes", "1998"),
    ("2018年11月2日、遺骨を鑑定したところ、別人のものと確認された。", "遺骨は本人のものと確認されましたか", "no", "別人"),
    ("2019年3月1日の米朝首脳会談は合意文書なしに終わった。", "2019年3月の米朝首脳会談で合意文書はまとまりましたか", "no", "なし"),
]


@pytest.mark.parametrize(("text", "question", "verdict", "fact"), TOLD)
def test_what_is_told_in_other_ways_is_found(asked: Made, text: str, question: str, verdict: str | None, fact: str) -> None:
    answer = asked(text + "\n").ask(question).answer
    said = [*(one.hit.passage.text for one in answer.findings if one.hit), *(one.row.lead.date for one in answer.findings if one.row),
            *(one.date or "" for one in answer.findings)]
    assert answer.verdict == verdict
    assert any(fact in one for one in said)


NOT_TOLD = [
    ("2006年5月29日、統一省は、福田前首相が平壌を訪問することで近く合意する見込みであると発表した。", "福田前首相は2006年に平壌を訪れましたか"),
    ("2006年5月29日、両国は外相が平壌を訪問することで合意した。", "外相は2006年に平壌を訪れましたか"),
    ("2015年8月15日、北朝鮮は平壌時間の運用を始めた。演習が突然中止されたことを受けた措置である。", "平壌時間はいつ廃止されましたか"),
    ("大野一郎『国連が非難「重大な違反」』。東方新聞、2013年2月12日。", "2013年2月に違反を非難した人物は誰ですか"),
]


@pytest.mark.parametrize(("text", "question"), NOT_TOLD)
def test_what_is_agreed_or_told_of_something_else_is_no_answer(asked: Made, text: str, question: str) -> None:
    assert asked(text + "\n").ask(question).answer.verdict == "unknown"


def test_a_passage_that_goes_on_has_the_day_of_the_one_before(asked: Made) -> None:
    asker = asked("2009年6月8日、軍は前日の6月7日に続きロケット弾2発を発射した。ロケット弾は射程90キロで、沿岸の基地から発射された。\n")
    answer = asker.ask("2009年6月8日に発射されたロケット弾の射程は何キロですか").answer
    assert any(one.hit and "90キロ" in one.hit.passage.text for one in answer.findings)


def test_a_given_name_behind_a_word_of_kin_is_that_of_the_person_named_before(asked: Made) -> None:
    asker = asked("中山早苗さんらが議員と面会\n\n"
                  "中山恵さんの母早苗さんは2006年4月28日に議員と面会した。早苗さんらは同日、下院の公聴会に出席し、証言した。\n")
    assert asker.ask("中山早苗さんは公聴会で証言しましたか").answer.verdict == "yes"
