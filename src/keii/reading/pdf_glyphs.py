"""Glyphs of a PDF page with their boxes, as pdfium finds them."""

import ctypes
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import Any, NamedTuple

from pypdfium2 import raw as pdfium_raw

raw: Any = pdfium_raw
"""The bare interface of pdfium, which carries no types."""
_BELOW = 0.12
"""How far below its base line an em reaches, of its size."""
_SLANT = 0.1
_DOWN = 3
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
    """The glyphs of one page in the order of the file, and its size as it is shown.

    `across` is how far the page reaches from its first line to its last, `quarters` how often it is turned clockwise so
    that its lines run from left to right. `vertical` tells that they run from top to bottom.
    """

    glyphs: tuple[Glyph, ...]
    width: float
    height: float
    across: float
    quarters: int
    vertical: bool


class _Piece(NamedTuple):
    """A piece of text drawn at once: whither it runs (in quarters), where its base line begins, its size."""

    quarters: int
    x: float
    y: float
    size: float


def read_glyphs(page: Any) -> Sheaf:
    """The visible glyphs of a page, white space left out: it shows in the distances."""
    width, height = size_of(page)
    text = page.get_textpage()
    boxed = _boxed(text.raw, text.count_chars())
    direction = _direction(piece for _, _, piece in boxed)
    vertical = direction == 0 and _vertical([(char, box) for char, box, _ in boxed])
    quarters = _DOWN if vertical else direction
    shown = page.get_rotation() // 90
    glyphs = tuple(_glyph(char, turned(box, shown, width, height), turned(box, quarters, width, height),
                          None if vertical else _height(piece, quarters, width, height)) for char, box, piece in boxed)
    right, top = page.get_size()
    return Sheaf(glyphs, right, top, width if quarters % 2 else height, quarters, vertical)


def turned(box: Box, quarters: int, width: float, height: float) -> Box:
    """A box of a page of `width` and `height` after so many quarter turns clockwise."""
    left, bottom, right, top = box
    if quarters == 1:
        return bottom, width - right, top, width - left
    if quarters == 2:
        return width - right, height - top, width - left, height - bottom
    return (height - top, left, height - bottom, right) if quarters == _DOWN else box


def size_of(page: Any) -> tuple[float, float]:
    """Width and height of a page before it is turned to be shown."""
    width, height = page.get_size()
    return (height, width) if page.get_rotation() % 180 else (width, height)


def _glyph(char: str, shown: Box, level: Box, height: tuple[float, float] | None) -> Glyph:
    """A glyph with the height of its line: from the base line, as boxes differ by typeface."""
    low, high = height or (level[1], level[3])
    return Glyph(char, shown, level[0], low, level[2], high)


def _height(piece: _Piece | None, quarters: int, width: float, height: float) -> tuple[float, float] | None:
    if piece is None or piece.quarters != quarters:
        return None
    base = turned((piece.x, piece.y, piece.x, piece.y), quarters, width, height)[1]
    return base - _BELOW * piece.size, base + (1 - _BELOW) * piece.size


def _boxed(text: object, count: int) -> list[tuple[str, Box, _Piece | None]]:
    """Characters with their boxes and the pieces they were drawn in."""
    found = []
    rect = raw.FS_RECTF()
    pieces: dict[int, _Piece | None] = {}
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
                key = ctypes.addressof(drawn.contents) if drawn else 0
                if key not in pieces or not key:
                    pieces[key] = _piece(text, index)
                found.append((char, box, pieces[key]))
    return found


def _piece(text: object, index: int) -> _Piece | None:
    """How the text around a character is drawn, None where it runs neither level nor upright."""
    form, x, y = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    if not raw.FPDFText_GetMatrix(text, index, form) or not raw.FPDFText_GetCharOrigin(text, index, x, y):
        return None
    size = raw.FPDFText_GetFontSize(text, index) * hypot(form.c, form.d)
    if size <= 0 or min(abs(form.a), abs(form.b)) > _SLANT * max(abs(form.a), abs(form.b)):
        return None
    level = abs(form.a) > abs(form.b)
    quarters = (0 if form.a > 0 else 2) if level else (1 if form.b > 0 else _DOWN)
    return _Piece(quarters, x.value, y.value, size)


def _direction(pieces: Iterable[_Piece | None]) -> int:
    """Whither most of the text runs."""
    count = Counter(piece.quarters for piece in pieces if piece)
    return count.most_common(1)[0][0] if count else 0


def _vertical(boxed: list[tuple[str, Box]]) -> bool:
    """Whether most wide characters stand under the one before them, though drawn upright."""
    down = across = 0
    for (a, one), (b, two) in pairwise(boxed):
        if a < "\u3000" or b < "\u3000":
            continue
        size = max(one[2] - one[0], 1.0)
        below, beside = one[3] - two[3], two[0] - one[0]
        down += abs(beside) < 0.3 * size and 0.5 * size < below < 2 * size
        across += abs(below) < 0.3 * size and 0.5 * size < beside < 2 * size
    return down > across
