"""Glyphs of a PDF page with their boxes, as pdfium finds them."""

import ctypes
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from pypdfium2 import raw as pdfium_raw

raw: Any = pdfium_raw
"""The bare interface of pdfium, which carries no types."""


class Glyph(NamedTuple):
    """A character with its box in points of the page, and the box turned so that its line runs from left to right."""

    char: str
    box: tuple[float, float, float, float]
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Sheaf:
    """The glyphs of one page in the order of the file. `vertical` tells that its lines run from top to bottom."""

    glyphs: tuple[Glyph, ...]
    width: float
    height: float
    vertical: bool


def read_glyphs(page: Any) -> Sheaf:
    """The visible glyphs of a page, white space left out: it shows in the distances."""
    width, height = page.get_size()
    text = page.get_textpage()
    boxed = _boxed(text.raw, text.count_chars())
    vertical = _vertical(boxed)
    glyphs = (Glyph(char, box, *(_turned(box, height) if vertical else box)) for char, box in boxed)
    return Sheaf(tuple(glyphs), width, height, vertical)


def _boxed(text: object, count: int) -> list[tuple[str, tuple[float, float, float, float]]]:
    found = []
    rect = raw.FS_RECTF()
    high = 0
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code, high = (0x10000 + ((high - 0xD800) << 10) + code - 0xDC00, 0) if high else (0, 0)
        char = chr(code) if code else ""
        if not char or char.isspace() or code in (0xFFFE, 0xFFFF, 0xAD) or code < 0x20:
            continue
        if raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(rect)):
            box = (rect.left, rect.bottom, rect.right, rect.top)
            if box[2] > box[0] and box[3] > box[1]:
                found.append((char, box))
    return found


def _vertical(boxed: list[tuple[str, tuple[float, float, float, float]]]) -> bool:
    """Whether most wide characters stand under the one before them."""
    down = across = 0
    for (a, one), (b, two) in pairwise(boxed):
        if a < "\u3000" or b < "\u3000":
            continue
        size = max(one[2] - one[0], 1.0)
        below, beside = one[3] - two[3], two[0] - one[0]
        down += abs(beside) < 0.3 * size and 0.5 * size < below < 2 * size
        across += abs(below) < 0.3 * size and 0.5 * size < beside < 2 * size
    return down > across


def _turned(box: tuple[float, float, float, float], height: float) -> tuple[float, float, float, float]:
    """A box of vertical text turned a quarter: its line runs from left to right, the first line on top."""
    left, bottom, right, top = box
    return height - top, left, height - bottom, right
