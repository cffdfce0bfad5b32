"""Which of two came first, what is called off, how often: colloquial questions over the samples and over texts of one's own."""

from collections.abc import Callable

import pytest

from keii.asking.comparing import asked_of
from keii.presenting.answers import sentences
from keii.workbench import Asker


@pytest.mark.parametrize(("text", "expected"), [
    ("決議2270と決議2321、先に採択されたのはどっち？", ("決議2270が採択されたのはいつですか", "決議2321が採択されたのはいつですか", False)),
    ("延坪島砲撃と天安沈没、どちらが先に起きた？", ("延坪島砲撃はいつですか", "天安沈没はいつですか", False)),
    ("板門店宣言と平壌共同宣言ではどちらの方が後ですか", ("板門店宣言はいつですか", "平壌共同宣言はいつですか", True)),
    ("日本と韓国はどちらも参加しましたか", None),
    ("日本と北朝鮮はいつ会談しましたか", None),
])
def test_two_questions_in_one(text: str, expected: tuple[str, str, bool] | None) -> None:
    assert asked_of(text) == expected


@pytest.mark.parametrize(("text", "dates"), [
    ("決議2270と決議2321、先に採択されたのはどっち？", ["2016-03-02", "2016-11-30"]),
    ("決議2270と決議2321、後に採択されたのはどちらですか", ["2016-11-30", "2016-03-02"]),
    ("延坪島砲撃と天安沈没、どちらが先に起きた？", ["2010-03-26", "2010-11-23"]),
])
def test_the_one_asked_for_stands_in_front(asker: Asker, text: str, dates: list[str]) -> None:
    assert [row.date for row in asker.ask(text).rows] == dates


@pytest.mark.parametrize("text", [
    "2018年6月の米朝首脳会談は中止になった？",
    "高市首相は日朝首脳会談を実現した？",
    "決議2270とマグナ・カルタ、先にできたのはどっち？",
])
def test_what_no_row_says_is_no_yes(asker: Asker, text: str) -> None:
    assert asker.ask(text).answer.verdict != "yes"


def test_what_is_called_off_is_what_is_asked_of(asked: Callable[[str], Asker]) -> None:
    asker = asked("2018年5月24日、トランプ大統領は米朝首脳会談の中止を書簡で通告した。\n\n"
                  "2018年8月24日、トランプ大統領はポンペオ国務長官の訪朝を中止した。\n\n"
                  "2018年6月12日、トランプ大統領は記者会見で米韓合同軍事演習を中止すると述べた。\n")
    for text, date in (("トランプ大統領が首脳会談を中止すると言ったのはいつ？", "2018-05-24"),
                       ("国務長官の訪朝が中止されたのはいつですか", "2018-08-24"),
                       ("米韓合同軍事演習を中止すると述べたのはいつですか", "2018-06-12")):
        assert asker.ask(text).rows[0].date == date, text


def test_how_often_counts_what_tells_the_act(asked: Callable[[str], Asker]) -> None:
    asker = asked("2016年1月6日、北朝鮮は核実験を行った。\n\n2016年9月5日、北朝鮮は核実験の直前に弾道ミサイル3発を発射した。\n\n"
                  "2016年9月9日、北朝鮮は5回目の核実験を行った。\n\n2016年9月21日、安倍首相は核実験を念頭に国連で演説した。\n")
    said = sentences(asker.ask("2016年に北朝鮮は核実験を何回しましたか"))
    assert "2回" in said
    assert "2016年9月21日" not in said.split("。", maxsplit=1)[0]


def test_everything_of_a_year(asker: Asker) -> None:
    found = asker.ask("2018年の動きを時系列で")
    assert len(found.rows) > 10
    assert all(row.date.startswith("2018") for row in found.rows)


@pytest.mark.parametrize(("text", "said"), [
    ("バンコ・デルタ・アジアを指定したのはどこの役所？", "米財務省"),
    ("特別調査委員会を解体したのは誰？", "北朝鮮"),
    ("2012年から2014年までの間に日朝の政府間協議は開かれましたか?", "はい"),
    ("2016年の国連総会の北朝鮮人権決議を共同で提出したのはどこですか?", "日本とEU"),
])
def test_colloquial(asker: Asker, text: str, said: str) -> None:
    assert said in sentences(asker.ask(text))


def test_the_contrary_is_no_yes(asked: Callable[[str], Asker]) -> None:
    asker = asked("1988年1月12日、北朝鮮はソウル五輪への不参加を表明した。\n\n"
                  "2021年4月6日、北朝鮮は東京五輪に参加しないことを決めたと明らかにした。\n\n"
                  "2010年12月20日、韓国軍が延坪島で射撃訓練を行った際、北朝鮮は報復を予告していたにもかかわらず、対応しなかった。\n")
    for text in ("北朝鮮はソウル五輪に参加すると言った？", "北朝鮮は東京五輪に参加した？"):
        assert asker.ask(text).answer.verdict == "no", text
    assert asker.ask("2010年12月の射撃訓練に北朝鮮は報復した？").answer.verdict != "yes"
    assert asker.ask("北朝鮮はソウル五輪への不参加を表明した？").answer.verdict == "yes"


def test_how_long_and_after_how_long(asked: Callable[[str], Asker]) -> None:
    asker = asked("2010年9月28日、44年ぶりに朝鮮労働党代表者会が開催された。\n\n"
                  "2021年4月6日、日本は輸出入の全面禁止などの独自制裁を2年間延長した。\n")
    assert "44年ぶり" in sentences(asker.ask("朝鮮労働党代表者会は何年ぶりに開かれた？"))
    assert "2年間" in sentences(asker.ask("日本は2021年に独自制裁を何年延長した？"))


def test_a_reason_told_as_the_matter_it_was_about(asked: Callable[[str], Asker]) -> None:
    asker = asked("1992年11月の第8回日朝国交正常化交渉は李恩恵の問題で決裂した。\n")
    assert "李恩恵" in sentences(asker.ask("第8回の国交正常化交渉はなぜ決裂した？"))
