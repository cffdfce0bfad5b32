"""Tables in plain text: Markdown pipes, their rows wrapped over lines or not, and tabs."""

import itertools
import re
from dataclasses import dataclass

from keii.reading.layout.tags import Sheet, Tag
from keii.values.offsets import Range

_SEPARATOR = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$")
_HEADER = 16


@dataclass(frozen=True)
class Row:
    """A table row: its first line, the line after its last, the source range of each cell."""

    first: int
    after: int
    cells: tuple[Range, ...]


def tag_tables(sheet: Sheet) -> dict[int, Row]:
    """Tag the lines of tables; returns the rows by their first line."""
    rows: dict[int, Row] = {}
    at = 0
    while at < len(sheet.lines):
        if at in sheet.tags:
            at += 1
            continue
        table = _pipes(sheet, at) if sheet.lines[at].text.startswith("|") else _tabs(sheet, at)
        if len(table) < 2:
            if table and sheet.lines[at].text.strip("| ") == "":
                sheet.tags[at] = Tag("aside")
            at += 1
            continue
        _tag(sheet, table, rows)
        at = table[-1].after
    return rows


def _tag(sheet: Sheet, table: list[Row], rows: dict[int, Row]) -> None:
    ruled = len(table) > 1 and _is_separator(sheet, table[1])
    headed = ruled or _looks_like_header(sheet, table)
    names = tuple(_plain(sheet.text[a:b]) for a, b in table[0].cells) if headed else ()
    for index, row in enumerate(table):
        aside = (index == 0 and headed) or _is_separator(sheet, row) or not any(a < b for a, b in row.cells)
        for line in range(row.first, row.after):
            begins = line == row.first
            sheet.tags[line] = Tag("aside", begins, "header") if aside else Tag("row", begins, header=names)
        if not aside:
            rows[row.first] = row


def _plain(cell: str) -> str:
    return re.sub(r"\*\*|__|`", "", re.sub(r"\s*\n\s*", "", cell)).strip()


def _is_separator(sheet: Sheet, row: Row) -> bool:
    return row.after == row.first + 1 and _SEPARATOR.match(sheet.lines[row.first].text) is not None


def _looks_like_header(sheet: Sheet, table: list[Row]) -> bool:
    """A first row of short cells over longer ones: 年・月 | 概要 | 意義."""
    first, rest = table[0].cells, table[1:]
    if len(first) < 2 or any(b - a > _HEADER for a, b in first) or "。" in sheet.text[first[0][0] : first[-1][1]]:
        return False
    longest = max((b - a for row in rest for a, b in row.cells), default=0)
    return longest > _HEADER and all(len(row.cells) <= len(first) for row in rest)


def _pipes(sheet: Sheet, at: int) -> list[Row]:
    table: list[Row] = []
    while at < len(sheet.lines) and sheet.lines[at].text.startswith("|") and at not in sheet.tags:
        if table and sheet.lines[at].gap > 1:
            break
        after = at + 1
        while after < len(sheet.lines) and _continues_row(sheet, after):
            after += 1
        table.append(Row(at, after, _cells(sheet, at, after)))
        at = after
    return [row for row in table if row.cells] if len(table) > 1 and table[-1].cells == () else table


def _continues_row(sheet: Sheet, at: int) -> bool:
    text = sheet.lines[at].text
    return sheet.lines[at].gap == 0 and not text.startswith("|") and text.endswith("|")


def _cells(sheet: Sheet, first: int, after: int) -> tuple[Range, ...]:
    start, end = sheet.lines[first].start, sheet.lines[after - 1].end
    body = sheet.text[start:end]
    cuts = [m.start() for m in re.finditer(r"(?<!\\)\|", body)]
    if len(cuts) < 2 and after == first + 1 and body.strip("| ") == "":
        return ()
    if not body.endswith("|") or body.endswith("\\|"):
        cuts.append(len(body))
    return tuple(_trim(sheet.text, start + a + 1, start + b) for a, b in itertools.pairwise(cuts))


def _tabs(sheet: Sheet, at: int) -> list[Row]:
    """Two or more lines with the same number of tabs."""
    table: list[Row] = []
    count = sheet.lines[at].text.count("\t")
    while count and at < len(sheet.lines) and sheet.lines[at].text.count("\t") == count and at not in sheet.tags:
        line = sheet.lines[at]
        if table and line.gap:
            break
        bounds = [line.start - 1, *(line.start + m.start() for m in re.finditer("\t", line.text)), line.end]
        cells = tuple(_trim(sheet.text, a + 1, b) for a, b in itertools.pairwise(bounds))
        table.append(Row(at, at + 1, cells))
        at += 1
    return table


def _trim(text: str, start: int, end: int) -> Range:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
