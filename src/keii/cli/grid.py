"""Plain tables that line up, whatever the width of their characters."""

from collections.abc import Sequence

from keii.presenting.width import one_line, pad, truncate, width

_GAP = "  "


def grid(head: Sequence[str], rows: Sequence[Sequence[str]], columns: int, *, right: frozenset[int] = frozenset(),
         give: int = 0) -> str:
    """Rows under their heading in at most `columns`; the columns `right` are set flush right.

    Where the table is too wide, column `give` is cut short, then the widest of the others.
    """
    table = [[one_line(cell) for cell in row] for row in (head, *rows)]
    sizes = [max(width(row[index]) for row in table) for index in range(len(head))]
    room = columns - len(_GAP) * (len(head) - 1)
    sizes[give] = max(min(sizes[give], room - sum(sizes) + sizes[give]), min(sizes[give], 12))
    while sum(sizes) > room and max(sizes) > 8:
        sizes[sizes.index(max(sizes))] -= 1
    return "".join(_line(row, sizes, right) + "\n" for row in table)


def _line(row: Sequence[str], sizes: Sequence[int], right: frozenset[int]) -> str:
    cells = [pad(truncate(cell, size), size, right=index in right)
             for index, (cell, size) in enumerate(zip(row, sizes, strict=True))]
    return _GAP.join(cells).rstrip()
