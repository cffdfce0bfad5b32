"""A workbook made to do harm: it is read in a process with limits, costs a sentence, and the codebook stays as it was."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from command_lines import Keii

from keii.errors import CodebookError, UnreadableError
from keii.reading.limits import Limits
from keii.reading.sandbox import Sandbox
from keii.workbench import codebook

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def book(rows: str, head: str = "") -> bytes:
    """A workbook whose only sheet has these rows, written by hand."""
    plain, made = io.BytesIO(), io.BytesIO()
    empty = openpyxl.Workbook()
    empty.worksheets[0].title = "offices"
    empty.save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            sheet = f'{head}<worksheet xmlns="{SPACE}"><sheetData>{rows}</sheetData></worksheet>'
            target.writestr(name, sheet if name.endswith("sheet1.xml") else source.read(name))
    return made.getvalue()


def said(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{at} '{f'&a{at - 1};' * 10}'>" for at in range(1, 10)) + "]>"
HOSTILE = {"laughs": book(f"<row>{said('&a9;')}</row>", LAUGHS), "far below": book(f'<row r="1048576">{said("id")}</row>'),
           "no rows": book(""), "not closed": book("<row>"), "no workbook": b"PK"}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_workbook_costs_a_sentence(keii: Keii, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bomb.xlsx").write_bytes(content)
    ran = keii("codebook", "import", "bomb.xlsx", "mybook")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert ran.err.startswith("bomb.xlsx: ")
    assert "開発者" not in ran.err
    assert not list(tmp_path.glob("mybook/**/*.yaml"))


def test_a_workbook_without_end_is_broken_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "large.xlsx"
    file.write_bytes(book(f"<row>{said('a')}</row>" * 400_000))
    sandbox = Sandbox(Limits(seconds=1))
    monkeypatch.setattr(codebook, "Sandbox", lambda: sandbox)
    with pytest.raises(CodebookError) as caught:
        codebook.bring(file, "korean_peninsula", tmp_path / "mybook")
    assert caught.value.key == "exchange.heavy"
    assert not (tmp_path / "mybook").exists()


def test_cells_come_back_as_texts_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(book(f"<row>{said('id')}{said('1')}</row>"))
    sandbox = Sandbox()
    assert sandbox.tables(tmp_path / "a.xlsx") == {"offices": [["id", "1"]]}
    with pytest.raises(UnreadableError):
        sandbox.tables(tmp_path / "none.xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]
