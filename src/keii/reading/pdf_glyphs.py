"""Glyphs of a PDF page with their boxes, as pdfium finds them."""

import ctypes
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from pypdfium2 import raw as pdfium_raw

raw: Any = pdfium_raw
"""The bare interface of pdfium, which carries no types."""
_BELOW = 0.12
"""How far below its base line an em reaches, of its size."""
_SLANT = 0.1
Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""


class Glyph(NamedTuple):
    """A character with its box in points of the page, and the box turned so that its line runs from left to right."""

    char: str
    box: Box
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

    @property
    def center(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Sheaf:
    """The glyphs of one page in the order of the file. `vertical` tells that its lines run from top to bottom."""

    glyphs: tuple[Glyph, ...]
    width: float
    height: float
    vertical: bool

    @property
    def across(self) -> float:
        """How far the page reaches from its first line to its last."""
        return self.width if self.vertical else self.height


def read_glyphs(page: Any) -> Sheaf:
    """The visible glyphs of a page, white space left out: it shows in the distances."""
    width, height = page.get_size()
    text = page.get_textpage()
    boxed = _boxed(text.raw, text.count_chars())
    if _vertical([(char, box) for char, box, _ in boxed]):
        glyphs = tuple(Glyph(char, box, *turned(box, height)) for char, box, _ in boxed)
        return Sheaf(glyphs, width, height, vertical=True)
    level = (Glyph(char, box, box[0], low, box[2], high) for char, box, (low, high) in boxed)
    return Sheaf(tuple(level), width, height, vertical=False)


def _boxed(text: object, count: int) -> list[tuple[str, Box, tuple[float, float]]]:
    """Characters with their boxes and the height their line takes: from the base line, as boxes differ by typeface."""
    found = []
    rect = raw.FS_RECTF()
    heights: dict[int, tuple[float, float] | None] = {}
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
        if raw.FPDFText_GetLooseCharBox(text, index, rect):
            box = (rect.left, rect.bottom, rect.right, rect.top)
            if box[2] > box[0] and box[3] > box[1]:
                drawn = raw.FPDFText_GetTextObject(text, index)
                piece = ctypes.addressof(drawn.contents) if drawn else 0
                if piece not in heights or not piece:
                    heights[piece] = _height(text, index)
                found.append((char, box, heights[piece] or (box[1], box[3])))
    return found


def _height(text: object, index: int) -> tuple[float, float] | None:
    """The height of the line in which a piece of text is drawn level, None where it is not."""
    form, x, y = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    if not raw.FPDFText_GetMatrix(text, index, form) or not raw.FPDFText_GetCharOrigin(text, index, x, y):
        return None
    size = raw.FPDFText_GetFontSize(text, index) * abs(form.d)
    if size <= 0 or abs(form.b) > _SLANT * abs(form.a):
        return None
    return y.value - _BELOW * size, y.value + (1 - _BELOW) * size


def _vertical(boxed: list[tuple[str, Box]]) -> bool:
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


def turned(box: Box, height: float) -> Box:
    """A box of vertical text turned a quarter: its line runs from left to right, the first line on top."""
    left, bottom, right, top = box
    return height - top, left, height - bottom, right
