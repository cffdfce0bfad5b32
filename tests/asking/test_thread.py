"""Questions that go on from the last one."""

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
