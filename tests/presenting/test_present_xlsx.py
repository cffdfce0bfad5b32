"""The workbook as a spreadsheet program reads it."""

import io
import zipfile

import openpyxl
import pytest
from chronology_sample import chronology

from keii.presenting import xlsx
from keii.values.chronology import Chronology


@pytest.fixture(scope="module")
def data() -> bytes:
    return xlsx.chronology(*chronology())


@pytest.fixture(scope="module")
def book(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_sheets_with_filters_and_frozen_heads(book: openpyxl.Workbook):
    assert book.sheetnames == ["年表", "引用", "出所", "食い違い", "範囲"]
    for sheet in book:
        assert sheet.freeze_panes is not None
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"


def test_one_row_an_occurrence_in_words(book: openpyxl.Workbook):
    head, *rows = book["年表"].iter_rows(values_only=True)
    assert len(rows) == len(chronology()[0].entries)
    spring = dict(zip(head, rows[22], strict=True))
    assert spring["年月日"] == "2017春"
    assert spring["年月日 (ISO)"] == "2017-21"
    assert spring["並べ替えキー"] == "2017-03-01|2017-05-31"
    assert (spring["主体"], spring["柱"], spring["状態"], spring["述べ方"]) == ("米国・北朝鮮", "抑止", "実現", "推定")
    assert spring["独立の出所"] == 1


def test_no_cell_is_an_excel_date_and_all_keep_the_japanese_font(book: openpyxl.Workbook):
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert not cell.is_date
                assert cell.font.name == "游ゴシック"


def test_sort_key_and_id_are_folded_away(book: openpyxl.Workbook):
    sheet = book["年表"]
    folded = [sheet.cell(1, number).value for number in range(1, sheet.max_column + 1)
              if sheet.column_dimensions[openpyxl.utils.get_column_letter(number)].hidden]
    assert "並べ替えキー" in folded
    assert "年月日" not in folded


def test_links_go_to_the_rows_they_name(book: openpyxl.Workbook):
    for row in book["引用"].iter_rows(min_row=2):
        target = row[2].hyperlink.location
        sheet, cell = target.replace("'", "").split("!")
        assert book[sheet][cell.replace("A", "B")].value == row[2].value
        sheet, cell = row[0].hyperlink.location.replace("'", "").split("!")
        assert str(book[sheet][cell].value) == row[0].value


def test_conflicts_give_each_side_its_row(book: openpyxl.Workbook):
    rows = list(book["食い違い"].iter_rows(min_row=2, values_only=True))
    assert ("6", "2004-05-22", "小泉首相が平壌を再訪問、2回目の日朝首脳会談", "日付", "2004年5月21日", "ai-kaitou", None) in rows
    assert len(rows) == 6


def test_the_scope_says_what_was_chosen(book: openpyxl.Workbook):
    assert dict(book["範囲"].iter_rows(min_row=2, values_only=True))["主体"] == "日本・北朝鮮ほか"


def test_same_bytes_and_no_clock(data: bytes):
    assert xlsx.chronology(*chronology()) == data
    core = zipfile.ZipFile(io.BytesIO(data)).read("docProps/core.xml").decode()
    assert "2000-01-01T00:00:00Z" in core


def test_an_empty_chronology_is_a_workbook():
    book = openpyxl.load_workbook(io.BytesIO(xlsx.chronology(Chronology((), ()), {})))
    assert book["年表"].max_row == 1
