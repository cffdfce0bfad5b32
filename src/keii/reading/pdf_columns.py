"""The order in which the lines of a page are read: columns one after the other, parted by what spans them."""

from collections.abc import Sequence

from keii.reading.pdf_lines import PdfLine

_LEAST = 4
_NARROW = 8


def columns(lines: Sequence[PdfLine]) -> list[list[PdfLine]]:
    """The columns of a page in reading order, the lines of each from top to bottom.

    Lines that cross the gutter (titles, wide tables) are columns of their own between those over and under them.
    """
    gutter = _gutter(lines)
    ordered = sorted(lines, key=lambda line: (-line.middle, line.left))
    if gutter is None:
        return [ordered] if ordered else []
    found: list[list[PdfLine]] = []
    left: list[PdfLine] = []
    right: list[PdfLine] = []
    across: list[PdfLine] = []
    for line in ordered:
        if line.left < gutter < line.right:
            found += [*columns(left), *columns(right)] if left or right else []
            left, right = [], []
            across.append(line)
            continue
        if across:
            found.append(across)
            across = []
        (left if line.right <= gutter else right).append(line)
    found += [across] if across else []
    return found + columns(left) + columns(right)


def _gutter(lines: Sequence[PdfLine]) -> float | None:
    """The middle of the gap that parts two columns, None where there is one column."""
    if len(lines) < 2 * _LEAST:
        return None
    low, high = min(line.left for line in lines), max(line.right for line in lines)
    best: tuple[int, float, float] | None = None
    edges = sorted({round(line.right, 1) for line in lines if low + 0.2 * (high - low) < line.right < high - 0.2 * (high - low)})
    for edge in edges:
        starts = [line.left for line in lines if line.left > edge]
        if not starts:
            continue
        middle = (edge + min(starts)) / 2
        crossing = sum(line.left < middle < line.right for line in lines)
        candidate = (crossing, -(min(starts) - edge), middle)
        best = min(best, candidate) if best else candidate
    return best[2] if best and _parts(lines, best[2], best[0]) else None


def _parts(lines: Sequence[PdfLine], gutter: float, crossing: int) -> bool:
    """Whether enough lines of text stand on both sides, at the same heights, and few cross."""
    left = [line for line in lines if line.right <= gutter]
    right = [line for line in lines if line.left >= gutter]
    if min(len(left), len(right)) < _LEAST or crossing > 0.3 * len(lines):
        return False
    if any(sum(len(line.glyphs) >= _NARROW for line in side) < 0.6 * len(side) for side in (left, right)):
        return False
    top = min(max(line.top for line in left), max(line.top for line in right))
    bottom = max(min(line.bottom for line in left), min(line.bottom for line in right))
    beside = sum(bottom <= line.middle <= top for line in (*left, *right))
    return beside >= 0.5 * (len(left) + len(right))
