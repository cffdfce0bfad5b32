"""Plain tables that line up, whatever the width of their characters."""

from collections.abc import Mapping, Sequence

from keii.presenting.width import balanced, one_line, pad, width

_GAP = "  "


def grid(head: Sequence[str], rows: Sequence[Sequence[str]], columns: int, *, right: frozenset[int] = frozenset(),
         give: Mapping[int, int] | None = None) -> str:
    """Rows under their heading, in at most `columns` where that can be; the columns `right` are set flush right.

    A cell may hold several lines. Where the table is too wide, the widest of the columns `give` is narrowed, down to
    its least width, and its cells go on in the next line.
    """
    table = [[[one_line(line) for line in cell.split("\n")] for cell in row] for row in (head, *rows)]
    sizes = _sizes(table, columns - len(_GAP) * (len(head) - 1), give or {})
    return "".join(line + "\n" for row in table for line in _lines(row, sizes, right))


def _sizes(table: Sequence[Sequence[Sequence[str]]], room: int, give: Mapping[int, int]) -> list[int]:
    sizes = [max(width(line) for row in table for line in row[index]) for index in range(len(table[0]))]
    while sum(sizes) > room and (open_ := [index for index in give if sizes[index] > give[index]]):
        sizes[max(open_, key=lambda index: sizes[index])] -= 1
    return sizes


def _lines(row: Sequence[Sequence[str]], sizes: Sequence[int], right: frozenset[int]) -> list[str]:
    cells = [[part for line in cell for part in (balanced(line, size) or [""])]
             for cell, size in zip(row, sizes, strict=True)]
    height = max(map(len, cells))
    return [_GAP.join(pad(cell[at] if at < len(cell) else "", size, right=index in right)
                      for index, (cell, size) in enumerate(zip(cells, sizes, strict=True))).rstrip()
            for at in range(height)]
