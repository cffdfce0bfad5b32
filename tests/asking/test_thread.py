"""Questions that go on from the last one."""

import pytest

from keii.workbench import Asker

FIRST = "日本が北朝鮮に首脳会談を打診したことはありますか?"


def test_a_table_of_the_last_question(asker: Asker) -> None:
    found = asker.ask("整理して見せてください。", [FIRST])
    assert (found.form, found.answer.question.kind) == ("table", "list")
    assert found.rows


def test_a_window_narrows_the_last_question(asker: Asker) -> None:
    found = asker.ask("2020年以降に絞って", [FIRST, "整理して見せてください。"])
    assert found.rows
    assert all(row.date >= "2020" for row in found.rows if row.date)


def test_sources_detail_and_groups(asker: Asker) -> None:
    assert asker.ask("出典は?", [FIRST]).form == "sources"
    assert asker.ask("もう少し詳しく", [FIRST]).form == "detail"
    assert asker.ask("年代別に", [FIRST]).group == "decade"


def test_a_question_of_its_own_begins_anew(asker: Asker) -> None:
    found = asker.ask("決議2270はいつ採択されましたか?", [FIRST])
    assert found.answer.question.kind == "when"
    assert found.rows[0].date == "2016-03-02"


GOES_ON = [
    (["小泉首相は訪朝しましたか?", "いつですか?"], "when", "2002-09-17"),
    (["小泉首相は訪朝しましたか?", "どこで会談しましたか?"], "where", "2002-09-17"),
    (["安保理決議2270はいつ採択されましたか?", "2321は?"], "when", "2016-11-30"),
]


@pytest.mark.parametrize(("thread", "kind", "date"), GOES_ON)
def test_a_bare_question_asks_of_the_last_one(asker: Asker, thread: list[str], kind: str, date: str) -> None:
    found = asker.ask(thread[-1], thread[:-1])
    assert (found.answer.question.kind, found.rows[0].date) == (kind, date)


def test_the_time_before_the_last_one(asker: Asker) -> None:
    found = asker.ask("それ以前は?", ["日朝実務者協議を一覧にしてください", "2008年だけ"]).answer.question
    assert (found.kind, found.window and found.window.value) == ("list", "../2007-12-31")


@pytest.mark.parametrize("text", ["核実験はいつ行われましたか?", "米国は制裁を発動しましたか?", "2016年に北朝鮮は核実験をしましたか?"])
def test_a_question_that_names_its_own_thing_is_not_drawn_to_the_last_one(asker: Asker, text: str) -> None:
    assert asker.ask(text, ["小泉首相は訪朝しましたか?"]).answer.question.terms == asker.ask(text).answer.question.terms


@pytest.mark.parametrize(("text", "kind"), [("なぜですか?", "what"), ("それはいつ?", "when"), ("どこで会談しましたか?", "where")])
def test_what_was_spoken_of_is_kept(asker: Asker, text: str, kind: str) -> None:
    before = "2018年の米朝首脳会談は開かれましたか?"
    asked, last = asker.ask(text, [before]).answer.question, asker.ask(before).answer.question
    assert (asked.kind, asked.window, asked.terms[: len(last.terms)]) == (kind, last.window, last.terms)
