"""An Excel workbook into rows of a codebook, or a CodebookError that names sheet, row, column and remedy."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zipfile import BadZipFile

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from keii.codebooks.exchange.columns import BY_KEY, Column, Sheet, value_of
from keii.codebooks.exchange.entries import Data
from keii.errors import CodebookError


@dataclass(frozen=True, slots=True)
class Row:
    """A filled row: what it says by the keys of the YAML (empty cells are left out), and where it stands."""

    sheet: Sheet
    number: int
    data: Data

    def fault(self, key: str, column: str, **facts: object) -> CodebookError:
        heading = next(one.heading for one in self.sheet.columns if one.key == column)
        return CodebookError(key, file="", line=self.number, sheet=self.sheet.name, row=self.number, column=heading, **facts)


def read(content: bytes) -> dict[str, list[Row]]:
    """The rows of each sheet that is there, by the sheet's key. Sheets a codebook does not know are passed over.

    Raises CodebookError `exchange.broken`, `exchange.no-sheet`, `exchange.no-column`, `exchange.empty` or `exchange.value`.
    """
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)  # type: ignore[no-untyped-call]
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as fault:
        raise CodebookError("exchange.broken", file="", line=0) from fault
    found = {}
    for page in book.worksheets:
        sheet = BY_KEY.get(str(page.title).split(" ")[0].casefold())
        if sheet is not None:
            found[sheet.key] = list(_rows(sheet, page.iter_rows(values_only=True)))
    if not found:
        raise CodebookError("exchange.no-sheet", file="", line=0, known=", ".join(sheet.name for sheet in BY_KEY.values()))
    return found


def _rows(sheet: Sheet, rows: Iterator[Sequence[Any]]) -> Iterator[Row]:
    columns = _columns(sheet, next(rows, ()))
    for number, cells in enumerate(rows, 2):
        texts = [(column, _text(held)) for column, held in zip(columns, cells, strict=False) if column is not None]
        if any(text for _, text in texts):
            yield _row(sheet, number, texts)


def _row(sheet: Sheet, number: int, texts: list[tuple[Column, str]]) -> Row:
    data: Data = {}
    for column, text in texts:
        try:
            value = value_of(column, text)
        except (ValueError, KeyError) as fault:
            raise Row(sheet, number, data).fault("exchange.value", column.key, value=text,
                                                 known=_EXPECTED[column.kind]) from fault
        if value is not None:
            data[column.key] = value
        elif column.needed:
            raise Row(sheet, number, data).fault("exchange.empty", column.key)
    return Row(sheet, number, data)


_EXPECTED = {"truth": "true / false", "names": "en: North Korea", "number": "0, 1, 2 …"}


def _columns(sheet: Sheet, heads: Sequence[Any]) -> list[Column | None]:
    """The column under each heading (None for one of the reader's own); each that must be filled has to be there."""
    known = {column.key: column for column in sheet.columns}
    found = [known.get(_text(head).split(" ")[0]) for head in heads]
    for column in sheet.columns:
        if column.needed and column not in found:
            raise CodebookError("exchange.no-column", file="", line=1, sheet=sheet.name, column=column.heading)
    return found


def _text(held: Any) -> str:
    """A cell as text, also where Excel has made a date or a number of what was typed."""
    if held is None:
        return ""
    if isinstance(held, datetime | date):
        return held.strftime("%Y-%m-%d")
    if isinstance(held, bool):
        return "true" if held else "false"
    return re.sub(r"_x000D_|\r", "", str(int(held) if isinstance(held, float) and held.is_integer() else held)).strip()
