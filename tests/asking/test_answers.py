"""Answers from the samples: verdicts, abstaining, and that no sentence stands without its words."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from keii.presenting.answers import sentences
from keii.settings import settings
from keii.workbench import Asker, Workbench

QUESTIONS = Path(__file__).parents[2] / "samples" / "annotations" / "questions.jsonl"
GOLD = [row for row in map(json.loads, QUESTIONS.read_text(encoding="utf-8").splitlines()) if not row.get("held_out")]
LEAST = 0.88


def holds(asker: Asker, row: dict[str, object]) -> bool:
    """Whether verdict, facts and a passage of the reference are in an answer of no more rows than are read."""
    found = asker.ask(str(row["question"]))
    if row["verdict"] == "unknown":
        return found.answer.verdict == "unknown"
    rows = found.rows[: 25 if row["kind"] == "list" else 8]
    said = "".join([sentences(found), *(text for one in rows for text in (
        one.date, one.summary, *one.actors, *(cited.span.quote for cited in one.citations if len(cited.span.quote) <= 300)))])
    said = "".join(said.split())
    facts = all(any("".join(form.split()) in said for form in forms) for forms in row["accept"])  # type: ignore[attr-defined]
    pointed = any(cited.span.doc == doc and cited.span.start < end and start < cited.span.end
                  for doc, start, end in row["evidence"] for one in rows for cited in one.citations)  # type: ignore[attr-defined]
    return facts and pointed and (row["verdict"] is None or found.answer.verdict == row["verdict"])


def test_questions_over_the_samples(asker: Asker) -> None:
    right = [holds(asker, row) for row in GOLD]
    assert sum(right) / len(right) >= LEAST
    assert all(good for good, row in zip(right, GOLD, strict=True) if row["verdict"] == "unknown")


@pytest.mark.parametrize("text", [
    "日本とモンゴルの首脳が2018年に会談したことはありますか?",
    "2013年に飯島勲氏は訪朝しましたか?",
    "ブラジルは北朝鮮に核実験を打診しましたか?",
    "2011年に日本と英国は外相会談をしましたか?",
    "ああああ?",
    "",
])
def test_what_no_document_says_is_not_known(asker: Asker, text: str) -> None:
    found = asker.ask(text)
    assert (found.answer.verdict, found.rows) == ("unknown", ())
    assert sentences(found)


def test_every_quote_is_what_its_document_says(asker: Asker) -> None:
    texts: dict[str, str] = {}
    for row in GOLD[:40]:
        found = asker.ask(row["question"])
        for one in (*found.rows, *found.near):
            for cited in one.citations:
                span = cited.span
                texts.setdefault(span.doc, asker.outlines([span.doc])[span.doc].text)
                assert span.holds(texts[span.doc])
            assert one.citations


def test_a_working_level_meeting_is_no_summit(asked: Callable[[str], Asker]) -> None:
    asker = asked("2008年6月、日本と北朝鮮は北京で実務者協議を行った。\n")
    assert asker.ask("2008年に日本と北朝鮮は首脳会談を行いましたか?").answer.verdict == "unknown"
    assert asker.ask("2008年に日本と北朝鮮は実務者協議を行いましたか?").answer.verdict == "yes"


OTHERWISE = [
    ("2006年11月14日、政府は閣議で二十四品目の奢侈品の輸出を禁じた。", "2006年に政府は奢侈品24品目の輸出を禁じましたか?", "yes"),
    ("2006年11月14日、政府は閣議で二十四品目の奢侈品の輸出を禁じた。", "2006年に政府は奢侈品25品目の輸出を禁じましたか?", "unknown"),
    ("2024年3月28日、専門家パネルの任期を延ばす決議案は、ロシアが拒否権を行使し、否決された。", "2024年にロシアは拒否権を使いましたか?", "yes"),
    ("2004年5月、曽我ひとみさんの家族は訪日をためらい、第三国での再会を追求することになった。",
     "2004年に曽我ひとみさんは家族と第三国で再会しましたか?", "unknown"),
    ("2004年7月9日、曽我ひとみさんは家族とジャカルタで再会した。", "2004年に曽我ひとみさんは家族と再会しましたか?", "yes"),
    ("2005年9月に米国が発動した金融措置に、北朝鮮は反発した。", "2005年に米国は金融措置を発動しましたか?", "yes"),
    ("1991年5月20日、日朝は北京で第3回会談を開いた。", "1991年に日朝の第3回本会談は開かれましたか?", "yes"),
    ("1991年5月20日、日朝は北京で第3回会談を開いた。", "1991年に日朝の第4回本会談は開かれましたか?", "unknown"),
    ("1994年6月28日の予備接触で、南北首脳会談を7月25日から平壌で開くことに決まったが、主席が死去したため実現しなかった。",
     "1994年7月に予定されていた南北首脳会談は開かれましたか?", "no"),
    ("2000年10月23日、オルブライト米国務長官は北朝鮮を訪れ、金正日総書記と会談した。",
     "2000年にクリントン大統領は訪朝して金正日氏と会いましたか?", "unknown"),
    ("2000年10月23日、オルブライト米国務長官は北朝鮮を訪れ、金正日総書記と会談した。",
     "2000年にオルブライト国務長官は金正日氏と会いましたか?", "yes"),
    ("2007年3月7日、日朝の作業部会がハノイで開かれた。", "2007年3月7日の午後、日朝の作業部会は開かれましたか?", "unknown"),
    ("2021年10月4日、南北の通信線が回復した。", "南北の通信線は2021年10月に復旧しましたか?", "yes"),
    ("2024年6月20日、プーチン氏は「同盟」という言葉を一度も使わなかった。", "ロシア大統領は「同盟」という言葉を使いましたか?", "no"),
    ("2006年6月1日、北朝鮮はヒル米国務次官補の平壌訪問を招請したが、米側は交渉には応じられないと断った。",
     "2006年6月にヒル国務次官補は平壌を訪れましたか?", "no"),
    ("2018年7月27日、北朝鮮は米兵の遺骨を返還した。", "北朝鮮が米兵の遺骨を返したことはありますか?", "yes"),
    ("2010年11月25日、韓国の金泰栄国防相が辞意を表明した。", "2010年に韓国の国防相は辞めると言いましたか?", "yes"),
    ("2008年6月、北朝鮮は犯人の引き渡しへの協力を表明した。", "北朝鮮は犯人の引き渡しに手を貸すと表明しましたか?", "yes"),
    ("2024年3月29日、北朝鮮の外相は日本との対話に関心はないと述べた。", "2024年3月に北朝鮮の外相は日本との対話に前向きでしたか?", "no"),
    ("2006年2月、日本と北朝鮮は北京で協議を開いたが、成果は乏しかった。", "2006年2月の日朝協議は成果を挙げましたか?", "no"),
    ("2012年11月、日本と北朝鮮は政府間協議を開いた。", "2012年に日本は北朝鮮への送金を規制しましたか?", "unknown"),
    ("2002年9月、首相は平壌を訪れ、金正日総書記と会談した。", "小泉首相は2002年に平壌へ行きましたか?", "yes"),
    ("2009年10月、首相は平壌を訪れ、金正日総書記と会談した。", "小泉首相は平壌を訪れましたか?", "unknown"),
]


@pytest.mark.parametrize(("text", "question", "verdict"), OTHERWISE)
def test_a_question_may_be_in_other_words_than_its_source(asked: Callable[[str], Asker], text: str, question: str, verdict: str) -> None:
    assert asked(f"{text}\n").ask(question).answer.verdict == verdict


def test_no_needs_words_that_say_no(asked: Callable[[str], Asker]) -> None:
    asker = asked("2019年10月、北朝鮮は人工衛星の打ち上げに失敗した。2019年11月、日本は北朝鮮への支援を表明した。\n")
    assert asker.ask("2019年10月の北朝鮮の衛星打ち上げは成功しましたか?").answer.verdict == "no"
    assert asker.ask("2019年12月に北朝鮮は衛星を打ち上げましたか?").answer.verdict == "unknown"


def test_what_was_proposed_did_not_take_place(asked: Callable[[str], Asker]) -> None:
    asker = asked("2023年5月、日本は北朝鮮に首脳会談を提案した。\n")
    assert asker.ask("日本は北朝鮮に首脳会談を打診しましたか?").answer.verdict == "yes"
    assert asker.ask("2023年5月に日本と北朝鮮は首脳会談を行いましたか?").answer.verdict == "unknown"


def test_an_answer_of_an_ai_alone_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "ai.txt").write_text("2016年10月、日本と北朝鮮は首脳会談を行った。\n", encoding="utf-8")
    (tmp_path / "ai.meta.yaml").write_text("kind: ai-answer\nlanguage: ja\n", encoding="utf-8")
    where = settings({}, db=str(tmp_path / "own.db"))
    Workbench(where).add([tmp_path / "ai.txt"])
    found = Asker(where).ask("2016年に日本と北朝鮮は首脳会談を行いましたか?")
    assert found.answer.alone
    assert "AI" in sentences(found)


IN_WORDS = [
    ("2019年12月16日、中国とロシアは決議案を安保理に提示したが、米国は応じなかった。",
     "2019年12月に中国とロシアの決議案に米国は応じましたか?", "応じなかった"),
    ("2010年11月23日、北朝鮮は延坪島を砲撃し、4人を死亡させた。", "2010年の延坪島への砲撃で何人が死亡しましたか?", "4人"),
    ("1993年3月12日、北朝鮮はNPTからの脱退を宣言し、その理由として演習の再開を挙げた。",
     "1993年に北朝鮮がNPT脱退の理由として挙げたのは何ですか?", "演習の再開"),
]


@pytest.mark.parametrize(("text", "question", "words"), IN_WORDS)
def test_the_answer_itself_says_what_is_asked(asked: Callable[[str], Asker], text: str, question: str, words: str) -> None:
    assert words in sentences(asked(f"{text}\n").ask(question))


def test_a_window_of_one_day_is_named_once(asked: Callable[[str], Asker]) -> None:
    said = sentences(asked("2008年6月、日本と北朝鮮は協議した。\n").ask("2009年3月7日に日本と韓国は会談しましたか?"))
    assert "2009年3月7日、" in said
    assert "～" not in said
