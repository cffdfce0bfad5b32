"""An Excel workbook into the texts of its cells, sheet by sheet. For files from elsewhere there is `sandbox`."""

import io
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from keii.errors import UnreadableError

Tables = dict[str, list[list[str]]]
"""Rows of cells by the name of their sheet; a row ends with its last filled cell."""


def tables(path: Path, data: bytes) -> Tables:
    """The sheets of the workbook in `data`. Raises UnreadableError `exchange.broken`."""
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)  # type: ignore[no-untyped-call]
        return {str(page.title): _rows(page) for page in book.worksheets}
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError, SyntaxError) as fault:
        raise UnreadableError("exchange.broken", file=str(path)) from fault


def _rows(page: Any) -> list[list[str]]:
    page.reset_dimensions()  # what a sheet says of its own size need not be so
    return [_filled([_text(held) for held in cells]) for cells in page.iter_rows(values_only=True)]


def _filled(texts: list[str]) -> list[str]:
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _text(held: Any) -> str:
    """A cell as text, also where Excel has made a date or a number of what was typed."""
    if held is None:
        return ""
    if isinstance(held, datetime | date):
        return held.strftime("%Y-%m-%d")
    if isinstance(held, bool):
        return "true" if held else "false"
    return re.sub(r"_x000D_|\r", "", str(int(held) if isinstance(held, float) and held.is_integer() else held)).strip()
