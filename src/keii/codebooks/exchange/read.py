"""The sheets of a workbook into rows of a codebook, or a CodebookError that names sheet, row, column and remedy."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from keii.codebooks.exchange.columns import BY_KEY, Column, Sheet, value_of
from keii.codebooks.exchange.entries import Data
from keii.errors import CodebookError

Tables = Mapping[str, Sequence[Sequence[str]]]
"""The texts of the cells of each sheet, row by row, by its name."""


@dataclass(frozen=True, slots=True)
class Row:
    """A filled row: what it says by the keys of the YAML (empty cells are left out), and where it stands."""

    sheet: Sheet
    number: int
    data: Data

    def fault(self, key: str, column: str, **facts: object) -> CodebookError:
        heading = next(one.heading for one in self.sheet.columns if one.key == column)
        return CodebookError(key, file="", line=self.number, sheet=self.sheet.name, row=self.number, column=heading, **facts)


def read(tables: Tables) -> dict[str, list[Row]]:
    """The rows of each sheet that is there, by the sheet's key. Sheets a codebook does not know are passed over.

    Raises CodebookError `exchange.no-sheet`, `exchange.no-column`, `exchange.empty` or `exchange.value`.
    """
    found = {}
    for title, rows in tables.items():
        sheet = BY_KEY.get(title.split(" ")[0].casefold())
        if sheet is not None:
            found[sheet.key] = list(_rows(sheet, iter(rows)))
    if not found:
        raise CodebookError("exchange.no-sheet", file="", line=0, known=", ".join(sheet.name for sheet in BY_KEY.values()))
    return found


def _rows(sheet: Sheet, rows: Iterator[Sequence[str]]) -> Iterator[Row]:
    columns = _columns(sheet, next(rows, ()))
    for number, cells in enumerate(rows, 2):
        texts = [(column, text) for column, text in zip_longest(columns, cells[: len(columns)], fillvalue="") if isinstance(column, Column)]
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


def _columns(sheet: Sheet, heads: Sequence[str]) -> list[Column | None]:
    """The column under each heading (None for one of the reader's own); each that must be filled has to be there."""
    known = {column.key: column for column in sheet.columns}
    found = [known.get(head.split(" ")[0]) for head in heads]
    for column in sheet.columns:
        if column.needed and column not in found:
            raise CodebookError("exchange.no-column", file="", line=1, sheet=sheet.name, column=column.heading)
    return found
