"""Questions in words of their own: answered where the samples tell it, and never where they do not."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from test_answers import holds

from keii.asking.kinds import kind_of
from keii.asking.phrases import said_plainly
from keii.language.alike import idioms
from keii.workbench import Asker

ROWS = [json.loads(line) for line in Path(__file__).with_name("free_wording.jsonl").read_text(encoding="utf-8").splitlines()]
UNTOLD = [row["question"] for row in ROWS if row["verdict"] == "unknown"]
LEAST = 0.85


def test_most_questions_in_free_wording_are_answered(asker: Asker) -> None:
    right = [holds(asker, row) for row in ROWS if row["verdict"] != "unknown"]
    assert sum(right) / len(right) >= LEAST


@pytest.mark.parametrize("question", UNTOLD)
def test_what_lies_beside_a_question_is_no_answer(asker: Asker, question: str) -> None:
    found = asker.ask(question)
    assert (found.answer.verdict, found.rows) == ("unknown", ())


@pytest.mark.parametrize(("said", "plain"), [
    ("両首脳が顔を合わせたのはいつですか?", "両首脳が会談したのはいつですか?"), ("祖国の土を踏んだのはいつ?", "帰国したのはいつ?"),
    ("公にされたのはいつ?", "公表されたのはいつ?"), ("約束どおり行われましたか?", "行われましたか?"),
])
def test_turns_of_phrase_are_said_in_one_word(said: str, plain: str) -> None:
    assert said_plainly(said) == plain


@pytest.mark.parametrize("stem", [stem for stem, _ in idioms()])
def test_what_a_turn_of_phrase_stands_for_may_have_it_in_itself(stem: str) -> None:
    """記者会見 stands for itself, 国交の樹立 for 国交樹立: each is said once."""
    assert said_plainly(f"{stem}されたのはいつ?").endswith("のはいつ?")


@pytest.mark.parametrize(("question", "kind"), [
    ("コメなどの支援をしましたか?", "yesno"), ("どう検証するかまで決めていましたか?", "yesno"), ("数字を挙げて答えたのは誰ですか?", "who"),
    ("何が合意されたかを教えてください。", "what"), ("王毅外相に会った都市は?", "where"),
])
def test_what_is_asked_is_told_from_what_is_only_named(question: str, kind: str) -> None:
    assert kind_of(question) == kind


MET = "2023年7月、ショイグ国防相が訪朝し、9月13日には金正恩委員長が宇宙基地でプーチン大統領と会談した。"
TYPED = [
    ("2021年3月19日、北朝鮮はマレーシアとの外交関係を断絶した。", "2021年3月に北朝鮮が断交した国はどこですか?", "マレーシア"),
    ("2007年12月18日、国連総会本会議は北朝鮮人権状況決議を賛成101、反対22、棄権59で採択した。",
     "2007年12月の国連総会の人権決議の反対票はいくつでしたか?", "反対22"),
    ("2000年4月10日、ハンナラ党の李会昌総裁は首脳会談の発表に「選挙目当てだ」と噛みついた。",
     "李会昌総裁は首脳会談の発表をどう批判しましたか?", "選挙目当て"),
    ("2002年7月25日、北朝鮮は閣僚級会談の再開を持ちかけた。8月12～14日にソウルで開かれた第7回会談では、選手団の参加が合意された。",
     "第7回南北閣僚級会談はどこで開かれましたか?", "ソウル"),
    ("2014年7月1日、日本と北朝鮮の局長級協議が北京で開かれた。協議には両国の局長らが出席し、約4時間に及んだ。",
     "2014年7月の日朝局長級協議は何時間続きましたか?", "4時間"),
    (MET, "ショイグ国防相が金正恩氏と会った場所はどこですか?", None),
    (MET, "金正恩委員長がプーチン大統領と会談した場所はどこですか?", "宇宙基地"),
    ("2020年7月10日、金与正氏は年内の米朝首脳会談は無益だと表明した。", "2020年の米朝首脳会談はどこで開かれましたか?", None),
    ("2017年7月4日、北朝鮮は弾道ミサイルを発射し、約40分間、930キロ飛行した。", "2017年7月のミサイルはどのくらいの距離を飛びましたか?", "930キロ"),
    ("2017年7月4日、北朝鮮は弾道ミサイルを発射した。", "2017年7月のミサイルはどのくらいの距離を飛びましたか?", None),
    ("2010年11月23日、北朝鮮は延坪島を砲撃した。", "北朝鮮が延坪島を砲撃した理由は何ですか?", None),
    ("1997年10月9日、政府はコメ6万7000トンを送ることを決めた。拉致疑惑への批判を受け、2年間は何も送られなかった。",
     "日本がコメを送らなかったのはなぜですか?", "批判を受け"),
    ("2016年2月、決議2270は石炭の輸出を禁じたが、民生目的は例外とした。", "決議2270は民生目的の石炭の輸出を禁じましたか?", "例外"),
]


@pytest.mark.parametrize(("text", "question", "words"), TYPED)
def test_an_answer_holds_what_is_asked_for(asked: Callable[[str], Asker], text: str, question: str, words: str | None) -> None:
    found = asked(f"{text}\n").ask(question)
    said = "".join(cited.span.quote for row in found.rows for cited in row.citations)
    assert (words in said) if words else not found.rows
