"""A codebook into Excel and back: nothing is lost, what was changed is taken in, a fault names sheet, row and column."""

import io
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from test_codebook_loading import write as lay

from keii import codebooks
from keii.codebooks import exchange
from keii.codebooks.loader import folder_of
from keii.errors import CodebookError, UnreadableError
from keii.presenting.words import LANGUAGES, say
from keii.reading.workbook import Tables, tables

Change = Callable[[openpyxl.Workbook], None]


def cells(content: bytes) -> Tables:
    return tables(Path("book.xlsx"), content)


def changed(folder: Path, change: Change) -> dict[str, str]:
    """The files of `folder` that differ once `change` has been made to its workbook."""
    book = openpyxl.load_workbook(io.BytesIO(exchange.export(folder)))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return dict(exchange.write(folder, cells(out.getvalue())))


def put(sheet: str, cell: str, value: object) -> Change:
    def change(book: openpyxl.Workbook) -> None:
        next(page for page in book if page.title.startswith(sheet))[cell] = value

    return change


def test_our_own_codebook_comes_back_letter_by_letter() -> None:
    folder = folder_of("korean_peninsula")
    assert exchange.write(folder, cells(exchange.export(folder))) == {}
    assert changed(folder, lambda book: None) == {}


def test_two_exports_are_the_same_bytes(tmp_path: Path) -> None:
    assert exchange.export(lay(tmp_path)) == exchange.export(tmp_path)


def test_a_codebook_survives_the_loss_of_its_yaml(tmp_path: Path) -> None:
    """All that the sheets hold can be built from them alone."""
    folder = folder_of("korean_peninsula")
    content = exchange.export(folder)
    shutil.copytree(folder, tmp_path / "book")
    for path in (tmp_path / "book" / "actors").glob("*.yaml"):
        head = path.read_text(encoding="utf-8").split("actors:\n")[0]
        path.write_text(head + "actors: []\n", encoding="utf-8")
    for name in ("offices.yaml", "actions.yaml"):
        (tmp_path / "book" / name).write_text("", encoding="utf-8")
    for name, text in exchange.write(tmp_path / "book", cells(content)).items():
        path = tmp_path / "book" / name
        path.write_text(text.replace("actors: []\n", "actors:\n"), encoding="utf-8")
    made, own = codebooks.load(tmp_path / "book"), codebooks.load(folder)
    assert (made.actors, made.offices, made.predicates, made.actions) == (
        own.actors, own.offices, own.predicates, own.actions)


def test_only_the_changed_entry_is_written_anew(tmp_path: Path) -> None:
    states = "# 国\ndefaults: {kind: state}\nactors:\n  # 甲\n  - {id: AAA, names: [甲国]}\n\n  # 乙\n  - id: BBB\n    names: [乙国]\n"
    folder = lay(tmp_path, states=states, persons=None, offices=None, compounds=None)
    found = changed(folder, put("actors", "E2", "甲国\n甲共和国"))
    assert found == {"actors/states.yaml": states.replace("[甲国]", "[甲国, 甲共和国]")}


def test_comments_stay_where_entries_change_or_go(tmp_path: Path) -> None:
    states = "actors:\n  - {id: AAA, kind: state, names: [甲国]}\n  # 南の国々\n  - {id: BBB, kind: state, names: [乙国]}\n" \
             "  - {id: CCC, kind: state, names: [丙国]}\n"
    folder = lay(tmp_path, states=states, persons=None, offices=None, compounds=None)
    assert "  # 南の国々\n  - {id: BBB, kind: state, names: [乙]}\n" in changed(
        folder, put("actors", "E3", "乙"))["actors/states.yaml"]
    gone = changed(folder, lambda book: book.worksheets[0].delete_rows(3))["actors/states.yaml"]
    assert gone == states.replace("  - {id: BBB, kind: state, names: [乙国]}\n", "")


def test_rows_can_be_added_and_taken_away(tmp_path: Path) -> None:
    folder = lay(tmp_path)

    def change(book: openpyxl.Workbook) -> None:
        page = next(page for page in book if page.title.startswith("actors"))
        page.append(["actors/others.yaml", "ccc", "party", "AAA", "丙党\n丙", None, "en: C Party\nko: 병"])
        roles = next(page for page in book if page.title.startswith("roles"))
        roles.delete_rows(3)

    for name, text in changed(folder, change).items():
        (folder / name).write_text(text, encoding="utf-8")
    book = codebooks.load(folder)
    party = next(actor for actor in book.actors if actor.id == "ccc")
    assert (party.kind, party.counts_as, party.names, party.names_other) == (
        "party", "AAA", ("丙党", "丙"), (("en", "C Party"), ("ko", "병")))
    assert [role.since for actor in book.actors if actor.id == "taro" for role in actor.roles] == ["2001-04-26"]


def test_a_word_added_to_a_group(tmp_path: Path) -> None:
    folder = lay(tmp_path)
    text = changed(folder, put("actions", "E3", "会う 出会う"))["actions.yaml"]
    assert "会う 出会う" in text
    assert '    - {form: sahen, words: "会談\\n協議 面会"' in text


def test_a_date_that_excel_made_of_a_text_is_still_a_date(tmp_path: Path) -> None:
    text = changed(lay(tmp_path), put("roles", "D2", datetime(2001, 4, 27)))["actors/persons.yaml"]  # noqa: DTZ001
    assert "since: '2001-04-27'" in text
    text = changed(tmp_path, put("roles", "D2", 1999))["actors/persons.yaml"]
    assert "since: '1999'" in text


FAULTS = [
    ("exchange.empty", "actors", "B3", None, 3, "id 番号"),
    ("exchange.empty", "actors", "E3", " ", 3, "names"),
    ("exchange.double", "actors", "B4", "AAA", 4, "id 番号"),
    ("exchange.file", "actors", "A2", "../persons.yaml", 2, "file"),
    ("codebook.choice", "actors", "C2", "planet", 2, "kind 種別"),
    ("codebook.form", "actors", "B2", "甲 山", 2, "id 番号"),
    ("exchange.value", "actors", "G2", "Taro Koyama", 2, "names_other"),
    ("exchange.unknown", "roles", "A2", "jiro", 2, "actor"),
    ("exchange.unknown", "roles", "B2", "king", 2, "office"),
    ("exchange.date", "roles", "D2", "2001-02-30", 2, "since"),
    ("exchange.date", "roles", "E2", "1999", 2, "until"),
    ("exchange.value", "offices", "F2", "たぶん", 2, "head"),
    ("codebook.choice", "actions", "D2", "song", 2, "form"),
    ("codebook.choice", "actions", "F2", "perhaps", 2, "status"),
    ("exchange.value", "actions", "L2", "重い", 2, "weight"),
    ("exchange.pattern", "actions", "H2", "甲|乙)", 2, "objects"),
]


@pytest.mark.parametrize(("key", "sheet", "cell", "value", "row", "column"), FAULTS)
def test_a_fault_names_sheet_row_and_column(tmp_path: Path, key: str, sheet: str, cell: str, value: object, row: int,
                                            column: str) -> None:
    with pytest.raises(CodebookError) as caught:
        changed(lay(tmp_path), put(sheet, cell, value))
    facts = caught.value.facts
    assert (caught.value.key, facts["row"]) == (key, row)
    assert str(facts["sheet"]).startswith(sheet)
    assert str(facts["column"]).startswith(column)
    for lang in LANGUAGES:
        told = say(key, lang, **facts)
        assert str(facts["sheet"]) in told
        assert str(facts["column"]) in told
        assert str(row) in told


def test_a_column_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(CodebookError) as caught:
        changed(lay(tmp_path), put("actors", "B1", "わたしの列"))
    assert (caught.value.key, caught.value.facts["column"]) == ("exchange.no-column", "id 番号")


def test_columns_and_sheets_of_ones_own_are_passed_over(tmp_path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book.create_sheet("覚え書き")["A1"] = "あとで調べる"
        next(page for page in book if page.title.startswith("actors"))["K1"] = "メモ"
        next(page for page in book if page.title.startswith("actors"))["K2"] = "要確認"

    assert changed(lay(tmp_path), change) == {}


@pytest.mark.parametrize("content", [b"", b"no workbook", b"PK\x03\x04broken"])
def test_what_is_no_workbook(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        cells(content)
    assert caught.value.key == "exchange.broken"


def test_a_workbook_of_something_else(tmp_path: Path) -> None:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    with pytest.raises(CodebookError) as caught:
        exchange.write(lay(tmp_path), cells(out.getvalue()))
    assert caught.value.key == "exchange.no-sheet"


def test_a_text_that_begins_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    states = "actors:\n  - {id: AAA, kind: state, names: ['=SUM(1)', '+甲', '@乙']}\n"
    folder = lay(tmp_path, states=states, persons=None, offices=None, compounds=None)
    assert exchange.write(folder, cells(exchange.export(folder))) == {}
