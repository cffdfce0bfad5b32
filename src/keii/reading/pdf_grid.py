"""The lines of a table into rows and cells: by where they stand, and by the rules between them."""

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from keii.reading.layout.signs import closed
from keii.reading.pdf_lines import PdfLine

Cell = tuple[PdfLine, ...]
Band = list[PdfLine]
"""Lines of one height, from left to right."""
_WIDE = 8
_LOOSE = 1.2
_FULL = 1.5


class Slot(NamedTuple):
    """Where a column of a table stands."""

    left: float
    right: float


@dataclass(frozen=True)
class PdfTable:
    """A table: its rows of cells, each the lines it holds, and where its columns stand."""

    rows: tuple[tuple[Cell, ...], ...]
    slots: tuple[Slot, ...]

    @cached_property
    def lines(self) -> tuple[PdfLine, ...]:
        return tuple(line for row in self.rows for cell in row for line in cell)

    @cached_property
    def left(self) -> float:
        return min(line.left for line in self.lines)

    @cached_property
    def right(self) -> float:
        return max(line.right for line in self.lines)

    @cached_property
    def top(self) -> float:
        return max(line.top for line in self.lines)

    @cached_property
    def bottom(self) -> float:
        return min(line.bottom for line in self.lines)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def size(self) -> float:
        return self.lines[0].size


def bands(lines: Iterable[PdfLine]) -> list[Band]:
    """Lines from top to bottom, those of one height together."""
    found: list[Band] = []
    for line in sorted(lines, key=lambda line: -line.middle):
        if found and found[-1][0].middle - line.middle < 0.5 * min(line.size, found[-1][0].size):
            found[-1].append(line)
        else:
            found.append([line])
    return [sorted(band, key=lambda line: line.left) for band in found]


def slots(found: Sequence[Band], upright: Sequence[float] = ()) -> tuple[Slot, ...]:
    """The columns that bands of several lines keep clear of one another, or that upright rules part."""
    spans = sorted((line.left, line.right) for band in found if len(band) > 1 or upright for line in band)
    if upright and spans:
        edges = [min(spans[0][0], upright[0]), *upright, max(max(right for _, right in spans), upright[-1])]
        return tuple(Slot(low, high) for low, high in pairwise(edges) if high - low > _WIDE / 2)
    whole: list[Slot] = []
    for left, right in spans:
        if whole and left <= whole[-1].right:
            whole[-1] = Slot(whole[-1].left, max(right, whole[-1].right))
        else:
            whole.append(Slot(left, right))
    return tuple(whole)


def spans(line: PdfLine, columns: Sequence[Slot]) -> bool:
    """Whether a line reaches from one column of a table into another."""
    return _slot(line.left, columns) != _slot(line.right - 0.1, columns)


def _slot(place: float, columns: Sequence[Slot]) -> int:
    return max(0, bisect([slot.left - 0.1 for slot in columns], place) - 1)


def row(found: Iterable[Band], columns: Sequence[Slot]) -> tuple[Cell, ...]:
    """One row of all the bands: each line in the column it begins in."""
    cells: list[list[PdfLine]] = [[] for _ in columns]
    for band in found:
        for line in band:
            cells[_slot(line.left, columns)].append(line)
    return tuple(map(tuple, cells))


def rows(found: Sequence[Band], columns: Sequence[Slot]) -> list[tuple[Cell, ...]]:
    """Bands that no rules part as rows: a band begins one unless it goes on with cells of the band above."""
    pitches = [one[0].middle - two[0].middle for one, two in pairwise(found)]
    least = min(pitches, default=0.0)
    made: list[list[Band]] = []
    for at, band in enumerate(found):
        apart = at > 0 and pitches[at - 1] > _LOOSE * least
        if made and not _begins(made[-1], band, columns, apart=apart):
            made[-1].append(band)
        else:
            made.append([band])
    return [row(group, columns) for group in made]


def _begins(above: Sequence[Band], band: Band, columns: Sequence[Slot], *, apart: bool) -> bool:
    """Whether a band begins a row: it stands apart, or in the first column, and not all of it are ends of full lines."""
    taken = {_slot(line.left, columns): line for line in band}
    if 0 not in taken and not apart:
        return False
    if apart or len(above[-1]) == 1 != len(columns):
        return apart or 0 in taken
    before = {_slot(line.left, columns): line for line in above[-1]}
    return not all(at in before and _runs_on(before[at], columns[at]) for at in taken)


def _runs_on(line: PdfLine, slot: Slot) -> bool:
    wide = slot.right - slot.left >= _WIDE * line.size
    return wide and slot.right - line.right < _FULL * line.size and not closed(line.text)
