"""Every number leads to its rows in every form, and every analysis has a figure, the same in PNG and SVG."""

import io
import json
import re
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
import texts

from keii.cli import main
from keii.presenting.analysis.counted import runs
from keii.presenting.analysis.shown import Look
from keii.values.analysis import Line, Table
from keii.workbench.analysing import NAMES

COUNTING = ("periods", "relations")


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("outputs")
    for name in ("RESOLUTIONS", "CAUSES", "PROPOSAL", "REVIEW", "RECORD"):
        (folder / f"{name.lower()}.txt").write_text(getattr(texts, name), encoding="utf-8")
    assert main(["add", str(folder), "--published", "2024-05", "--db", str(folder / "a.db")]) == 0
    return str(folder / "a.db")


def written(db: str, name: str, form: str, folder: Path) -> bytes:
    target = folder / f"{name}.{form}"
    assert main(["analyse", name, "--format", form, "-o", str(target), "--db", db]) == 0
    return target.read_bytes()


@pytest.mark.parametrize("name", COUNTING)
def test_ids_are_those_of_the_chronology(name: str, db: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    found = json.loads(written(db, name, "json", tmp_path))
    capsysbinary.readouterr()
    assert main(["chronology", "--format", "json", "--db", db]) == 0
    known = {row["id"] for row in json.loads(capsysbinary.readouterr().out)["rows"]}
    counted = {id for rows in found.values() if isinstance(rows, list) for row in rows if isinstance(row, dict) for id in row.get("ids", ())}
    assert counted
    assert counted <= known


@pytest.mark.parametrize("name", COUNTING)
def test_numbers_of_the_page_open_the_rows_they_count(name: str, db: str, tmp_path: Path) -> None:
    page = written(db, name, "html", tmp_path).decode()
    led = re.findall(r'<p class="counted">[^<]* (\d+)[:：]((?:<a href="#counted-\d+">\d+</a> ?)+)</p>', page)
    assert led
    places = set(re.findall(r'<tbody id="(counted-\d+)">', page))
    for number, links in led:
        targets = re.findall(r'href="#(counted-\d+)"', links)
        assert len(targets) == int(number)
        assert set(targets) <= places
    for place in places:
        row = page[page.index(f'id="{place}"'):].split("</tbody>")[0]
        (start, end, quote), *_ = re.findall(r'<mark data-doc="\w+" data-start="(\d+)" data-end="(\d+)">([^<]+)</mark>', row)
        assert int(end) - int(start) == len(quote)


@pytest.mark.parametrize("name", COUNTING)
def test_word_names_the_rows_in_footnotes_and_lists_them(name: str, db: str, tmp_path: Path) -> None:
    archive = zipfile.ZipFile(io.BytesIO(written(db, name, "docx", tmp_path)))
    notes, body = (archive.read(f"word/{part}.xml").decode() for part in ("footnotes", "document"))
    assert "数えた出来事（末尾の一覧の番号）" in notes
    assert "数えた出来事" in body
    assert "2003年4月10日、日本と北朝鮮は北京で協議した" in notes


def test_excel_has_a_sheet_of_the_rows_by_their_ids(db: str, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(db, "relations", "xlsx", tmp_path)))
    known = {row[0] for row in book["数えた出来事"].iter_rows(min_row=2, values_only=True)}
    assert known
    for name in ("推移", "行"):
        heads, *rows = book[name].iter_rows(values_only=True)
        assert {id for row in rows for id in str(row[heads.index("出来事の番号")]).split()} <= known


@pytest.mark.parametrize("name", [name for name in NAMES if name != "field"])  # the texts tell nothing of the South's co-operation
def test_each_analysis_has_a_figure(name: str, db: str, tmp_path: Path) -> None:
    assert written(db, name, "png", tmp_path).startswith(b"\x89PNG")
    drawn = written(db, name, "svg", tmp_path)
    assert b"<svg" in drawn
    assert b"<text" not in drawn  # letters are outlines: no reader needs the font


def test_runs_of_numbers() -> None:
    assert list(runs([1, 2, 3, 7, 9, 10])) == [(1, 3), (7, 7), (9, 10)]
    assert list(runs([])) == []


def test_numbers_of_the_cross_table_in_word_name_their_rows(db: str, tmp_path: Path) -> None:
    table, rows, *_ = docx.Document(io.BytesIO(written(db, "provisions", "docx", tmp_path))).tables
    known = {row.cells[0].text for row in rows.rows[1:]}
    told = [re.fullmatch(r"(\d+)（(.+)）", cell.text) for row in table.rows[1:] for cell in row.cells[1:] if cell.text != "–"]
    assert told
    named = [number for match in told if match for number in _each(match[2])]
    assert sorted(named, key=int) == sorted(known, key=int)
    assert all(match and int(match[1]) == len(list(_each(match[2]))) for match in told)


def _each(listed: str) -> list[str]:
    """1–3・7 as 1, 2, 3, 7."""
    ends = [[int(one) for one in part.split("–")] for part in listed.split("・")]
    return [str(number) for first, *last in ends for number in range(first, (last or [first])[0] + 1)]


def test_a_stance_is_called_what_it_is_on_its_issue() -> None:
    look = Look(topics={"positions": {"denuclearisation|demands": "非核化の要求", "*|demands": "要求"}})
    table = Table("positions", ("issue", "stance"), ())
    told = [look.told(table, Line((issue, "demands"), ()))["stance"] for issue in ("denuclearisation", "abduction")]
    assert told == ["非核化の要求", "要求"]


def test_on_a_terminal_a_number_says_what_it_is(db: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    capsysbinary.readouterr()
    assert main(["analyse", "periods", "--pivot", "2003-05-02", "--db", db]) == 0
    told = capsysbinary.readouterr().out.decode()
    assert re.search(r"^\d{4}-\d\d-\d\d　\S+　.*日数 \d+$", told, re.MULTILINE)
