"""Where characters stand on a page of a PDF: one box for each stretch of a line, in points from its top left corner."""

from collections.abc import Iterator
from dataclasses import dataclass
from struct import iter_unpack

from keii.values.document import Document, Page
from keii.values.offsets import Range

_BYTES = 16
_FAR = 1.8
"""How many widths of a character the next may stand off to be of the same box."""


@dataclass(frozen=True, slots=True)
class Box:
    """Left and top, width and height, in points of the page as it is shown."""

    x: float
    y: float
    width: float
    height: float


def boxes(document: Document, page: Page, stretch: Range) -> tuple[Box, ...]:
    """The boxes of the characters of `stretch` that stand on `page`; a box ends where a line or a column does."""
    low, high = max(stretch[0], page.start), min(stretch[1], page.end)
    if low >= high or not document.boxes:
        return ()
    found = [glyph for glyph in iter_unpack("<4f", document.boxes[low * _BYTES : high * _BYTES]) if glyph[2] > glyph[0]]
    return tuple(Box(left, page.height - top, right - left, top - bottom) for left, bottom, right, top in _joined(found))


def _joined(glyphs: list[tuple[float, ...]]) -> Iterator[tuple[float, ...]]:
    """Neighbours of one line, level or upright, as one box."""
    run: tuple[float, ...] | None = None
    last: tuple[float, ...] | None = None
    for glyph in glyphs:
        if run is not None and last is not None and _beside(last, glyph):
            run = (min(run[0], glyph[0]), min(run[1], glyph[1]), max(run[2], glyph[2]), max(run[3], glyph[3]))
        else:
            if run is not None:
                yield run
            run = glyph
        last = glyph
    if run is not None:
        yield run


def _beside(one: tuple[float, ...], two: tuple[float, ...]) -> bool:
    """Whether two boxes are neighbours of one line: they overlap across it and stand close along it."""
    wide, tall = max(one[2] - one[0], two[2] - two[0]), max(one[3] - one[1], two[3] - two[1])
    level = min(one[3], two[3]) - max(one[1], two[1]) > 0.5 * min(one[3] - one[1], two[3] - two[1])
    upright = min(one[2], two[2]) - max(one[0], two[0]) > 0.5 * min(one[2] - one[0], two[2] - two[0])
    ahead, below = two[0] - one[2], one[1] - two[3]
    return (level and -0.5 * wide < ahead < _FAR * wide) or (upright and -0.5 * tall < below < _FAR * tall)
