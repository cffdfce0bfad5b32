"""What the samples do not say is not answered, however near something lies: another year, rank, place, doer, number, status."""

import pytest

from keii.workbench import Asker

UNTOLD = {
    "year": ("小泉首相は2003年に訪朝しましたか?", "2015年に北朝鮮は核実験を何回行いましたか?", "2011年に採択された安保理決議は何ですか?",
             "北朝鮮は2005年にNPTから脱退しましたか?", "拉致被害者が2010年に帰国したのは何人ですか?"),
    "person": ("福田首相は平壌を訪問しましたか?", "鳩山首相が金正日総書記と会ったのはいつですか?", "安倍首相は2018年に金正恩氏と会談しましたか?",
               "河野外相は北朝鮮を訪問しましたか?"),
    "rank": ("2014年5月に日朝の外相会談が開かれましたか?",),
    "place": ("金正日総書記が東京を訪問したのはいつですか?", "トランプ大統領は平壌を訪問しましたか?",
              "ベトナムで日朝首脳会談が開かれたのはいつですか?"),
    "number": ("第8回六者会合はいつ開かれましたか?", "決議2500はいつ採択されましたか?", "火星20はいつ発射されましたか?",
               "第7回核実験はいつ行われましたか?", "決議2094で石炭の輸出はいくらに制限されましたか?"),
    "doer": ("韓国が核実験を行ったのはいつですか?", "中国は2010年に延坪島を砲撃しましたか?", "日本は北朝鮮にミサイルを発射しましたか?"),
    "status": ("岸田首相は2024年に平壌を訪れましたか?", "北朝鮮の外相は2022年に訪日しましたか?"),
}
CALLED_OFF = {
    "2008年8月に日朝首脳会談は開かれましたか?": "no",  # a source of 2024 says that the last was in 2004
    "2012年12月に日朝協議は開かれましたか?": "no",
    "2023年5月の衛星打ち上げは成功しましたか?": "no",
    "2024年3月の専門家パネルの任期を延ばす決議案は採択されましたか?": "no",
    "2019年2月のハノイ会談で米朝は合意に達しましたか?": "no",
    "2018年に北朝鮮は弾道ミサイルを発射しましたか?": "no",
    "トランプ大統領は2018年5月に首脳会談の中止を通告しましたか?": "yes",
    "北朝鮮は2016年に特別調査委員会の解体を宣言しましたか?": "yes",
}


@pytest.mark.parametrize("question", [question for questions in UNTOLD.values() for question in questions])
def test_what_is_not_told_is_not_answered(asker: Asker, question: str) -> None:
    assert asker.ask(question).answer.verdict == "unknown"


@pytest.mark.parametrize(("question", "verdict"), CALLED_OFF.items())
def test_what_was_called_off_or_failed_is_no_and_its_calling_off_is_yes(asker: Asker, question: str, verdict: str) -> None:
    assert asker.ask(question).answer.verdict == verdict


def test_a_list_keeps_to_its_window(asker: Asker) -> None:
    rows = asker.ask("2013年から2014年の日朝間の動きを年表にしてください。").rows
    assert rows
    assert all(row.date[:4] in ("2013", "2014") for row in rows)


def test_what_was_shown_is_not_shown_again(asker: Asker) -> None:
    question = "北朝鮮の核実験を整理してください。"
    before = asker.ask(question)
    again = asker.ask("それ以外には?", [question])
    assert not {row.citations for row in before.rows} & {row.citations for row in again.rows}
