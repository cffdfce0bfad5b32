"""A codebook's folder into an Excel workbook: actors, their roles, offices and the words of actions, a sheet each."""

import io
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter

from keii.codebooks.exchange.columns import BY_KEY, SHEETS, Sheet, cell
from keii.codebooks.exchange.entries import Data, Entry, listing
from keii.codebooks.loader import folder_of
from keii.errors import CodebookError

_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_MOST = 32_767
"""Characters a cell of Excel can hold."""


def export(name_or_dir: str | Path) -> bytes:
    """The workbook of a codebook: the same bytes each time. Raises CodebookError as loading does, and where a cell is
    too long."""
    folder = folder_of(name_or_dir)
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options)
    book.set_properties({"created": _MADE})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#F4F1EA"})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    for sheet in SHEETS:
        page = book.add_worksheet(sheet.name)
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, column.width, text)
            page.write_string(0, place, column.heading, head)
        last = 0
        for last, row in enumerate(_rows(sheet, folder), 1):
            for place, held in enumerate(_cells(sheet, row, last)):
                if held:
                    page.write_string(last, place, held, text)
        page.freeze_panes(1, 2)
        page.autofilter(0, 0, last, len(sheet.columns) - 1)
    book.close()
    return file.getvalue()


def _cells(sheet: Sheet, row: Data, number: int) -> Iterator[str]:
    for column in sheet.columns:
        held = cell(column, row.get(column.key))
        if len(held) > _MOST:
            raise CodebookError("exchange.long", file=sheet.name, line=number, sheet=sheet.name, row=number + 1,
                                column=column.heading, n=_MOST)
        yield held


def _rows(sheet: Sheet, folder: Path) -> Iterable[Data]:
    if sheet is BY_KEY["actors"]:
        return ({**data, "file": file} for file, data in actors(folder))
    if sheet is BY_KEY["roles"]:
        return ({**role, "actor": data["id"]} for _, data in actors(folder) for role in data.get("roles", ()))
    if sheet is BY_KEY["offices"]:
        return (entry.data for entry in _listed(folder, "offices.yaml"))
    return ({**{key: value for key, value in entry.data.items() if key not in ("groups", "note", "examples")}, **group}
            for entry in _listed(folder, "actions.yaml") for group in entry.data["groups"])


def actors(folder: Path) -> Iterator[tuple[str, Data]]:
    """Each actor of a folder as YAML has it, with the file it stands in."""
    for path in sorted((folder / "actors").glob("**/*.yaml")):
        name = path.relative_to(folder).as_posix()
        for entry in listing(path, name).entries:
            yield name, entry.data


def _listed(folder: Path, name: str) -> Iterable[Entry]:
    path = folder / name
    return listing(path, name).entries if path.is_file() else ()
