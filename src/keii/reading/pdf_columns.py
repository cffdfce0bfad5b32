"""The order in which a page is read: columns one after the other, parted by what spans them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from keii.reading.pdf_grid import PdfTable
from keii.reading.pdf_lines import PdfLine

Item = PdfLine | PdfTable
_LEAST = 4
_LONG = 8
_WORD = 0.7
_NARROWEST = 0.4
_INDENT = 2.6
_TRIED = 4
_INNER = 0.2


@dataclass(frozen=True)
class Column:
    """What stands in one column from top to bottom, and the edge its lines begin at."""

    items: tuple[Item, ...]
    left: float


class _Piece(NamedTuple):
    """A stretch without a gap as wide as a character."""

    left: float
    right: float
    middle: float
    size: float
    glyphs: int


def columns(items: Sequence[Item], usual: Sequence[float] = (), edge: float | None = None) -> list[Column]:
    """The columns of a page in reading order. Titles and wide tables part what is over them from what is under them.

    `usual` are the gutters of other pages: they hold here too where nothing else is found and text keeps clear of them.
    """
    if not items:
        return []
    left = min(item.left for item in items) if edge is None else edge
    middle = gutter(items)
    if middle is None:
        middle = next((place for place in usual if _keeps_clear(items, place)), None)
    if middle is None:
        return [Column(tuple(sorted(items, key=lambda item: (-item.middle, item.left))), left)]
    found: list[Column] = []
    parted = _parted(items, middle)
    right = min((item.left for item in parted if item.left >= middle), default=middle)
    for across, before, after in _zones(parted, middle):
        found += [Column(tuple(across), left)] if across else []
        found += columns(before, edge=left) + columns(after, edge=right)
    return found


def abreast(found: Sequence[Column]) -> int:
    """How many columns of several lines stand side by side."""
    events = []
    for column in found:
        if len(column.items) >= _LEAST:
            events += [(column.items[0].middle, 1), (column.items[-1].middle, -1)]
    most = now = 0
    for _, step in sorted(events, reverse=True):
        now += step
        most = max(most, now)
    return max(1, most)


def gutter(items: Sequence[Item]) -> float | None:
    """The middle of the gap that parts two columns of running text, None where there is none."""
    pieces = list(_pieces(items))
    if sum(piece.glyphs >= _LONG for piece in pieces) < 2 * _LEAST:
        return None
    flows = [(_flow(pieces, place), place) for place in _gaps(pieces)]
    best, place = max(flows, default=(0, 0.0))
    return place if best >= 2 * _LEAST else None


def _pieces(items: Iterable[Item]) -> Iterable[_Piece]:
    for item in items:
        if isinstance(item, PdfTable):
            yield _Piece(item.left, item.right, item.middle, item.size, 0)
        else:
            for part in item.cut(_WORD * item.size):
                yield _Piece(part.left, part.right, part.middle, part.size, len(part.glyphs))


def _gaps(pieces: Sequence[_Piece]) -> list[float]:
    """The middles of the gaps that fewest pieces cross, the widest first."""
    lefts, rights = sorted(piece.left for piece in pieces), sorted(piece.right for piece in pieces)
    least = _NARROWEST * median(piece.size for piece in pieces)
    low, high = lefts[0], rights[-1]
    margin = _INNER * (high - low)
    found = []
    for edge in dict.fromkeys(rights):
        at = bisect_left(lefts, edge + least)
        if low + margin < edge < high - margin and at < len(lefts):
            middle = (edge + lefts[at]) / 2
            crossing = len(pieces) - bisect_right(rights, middle) - (len(lefts) - bisect_left(lefts, middle))
            found.append((crossing, edge - lefts[at], middle))
    return [middle for _, _, middle in sorted(found)[:_TRIED]]


def _flow(pieces: Sequence[_Piece], place: float) -> int:
    """How many long lines stand abreast on the two sides of a place, 0 where they are no columns of text."""
    total = lines = 0
    wide: tuple[list[float], list[float]] = ([], [])
    ordered = sorted(pieces, key=lambda piece: -piece.middle)
    zone: list[_Piece] = []
    for piece in [*ordered, _Piece(place - 1, place + 1, 0, 0, 0)]:
        if not piece.left < place < piece.right:
            zone.append(piece)
            continue
        sides = _abreast(zone, place)
        zone = []
        for side, widths in zip(sides, wide, strict=True):
            total += sum(one.glyphs for one in side)
            lines += sum(one.glyphs for one in side if one.glyphs >= _LONG)
            widths += [one.right - one.left for one in side if one.glyphs >= _LONG]
    breadth = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    if min(map(len, wide)) < _LEAST or lines < 0.6 * total or min(map(median, wide)) < _INNER * breadth:
        return 0
    return sum(map(len, wide))


def _abreast(zone: Sequence[_Piece], place: float) -> tuple[list[_Piece], list[_Piece]]:
    """The pieces on the two sides of a place, as far as they stand at the same heights."""
    left, right = [one for one in zone if one.right <= place], [one for one in zone if one.left >= place]
    if not left or not right:
        return [], []
    top, bottom = min(left[0].middle, right[0].middle), max(left[-1].middle, right[-1].middle)
    slack = (top - bottom) / max(1, min(len(left), len(right)) - 1)
    sides = ([one for one in side if bottom - slack <= one.middle <= top + slack] for side in (left, right))
    return next(sides), next(sides)


def _keeps_clear(items: Sequence[Item], place: float) -> bool:
    """Whether most lines keep clear of a gutter and stand on both sides of it."""
    left, right = sum(item.right <= place for item in items), sum(item.left >= place for item in items)
    return min(left, right) > 0 and left + right >= 0.7 * len(items)


def _parted(items: Iterable[Item], place: float) -> list[Item]:
    """Lines that reach over the gutter only because it is narrow are cut there."""
    whole = list(items)
    left = min(item.left for item in whole)
    right = min((item.left for item in whole if item.left >= place), default=place)
    found: list[Item] = []
    for item in whole:
        parts = item.cut(float("inf"), at=(place,)) if isinstance(item, PdfLine) and item.left < place < item.right else []
        fits = len(parts) == 2 and parts[1].left - parts[0].right > 0.3 * parts[0].size and all(
            part.left - edge < _INDENT * part.size for part, edge in zip(parts, (left, right), strict=True))
        found += parts if fits else [item]
    return found


def _zones(items: Iterable[Item], place: float) -> list[tuple[list[Item], list[Item], list[Item]]]:
    """What spans the gutter, what stands left and what right of it under that, from top to bottom."""
    zones: list[tuple[list[Item], list[Item], list[Item]]] = [([], [], [])]
    for item in sorted(items, key=lambda item: (-item.middle, item.left)):
        if item.left < place < item.right:
            if zones[-1][1] or zones[-1][2]:
                zones.append(([], [], []))
            zones[-1][0].append(item)
        else:
            zones[-1][1 if item.right <= place else 2].append(item)
    return zones
