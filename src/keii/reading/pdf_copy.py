"""The text of a PDF as it is written down: one line a printed line or a table row, with a box for each character."""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from keii.reading.layout import Known, Tag
from keii.reading.layout.signs import number
from keii.reading.manuscript import looks_headed
from keii.reading.pdf_columns import Column, Item
from keii.reading.pdf_glyphs import Box, Glyph, Sheaf
from keii.reading.pdf_grid import Cell, PdfTable
from keii.reading.pdf_lines import PdfLine
from keii.reading.pdf_roles import find_footnotes, note_label
from keii.values.document import Page
from keii.values.offsets import Range

_ZERO = struct.pack("<4f", 0, 0, 0, 0)
_INDENT = (0.7, 2.6)
_APART = 0.5


@dataclass
class Copy:
    """The growing text, with its boxes, pages and what is known of its lines.

    `size` is that of most glyphs, `gap` the usual space between two lines.
    """

    size: float
    gap: float
    chars: list[str] = field(default_factory=list)
    boxes: list[bytes] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    tags: dict[int, Tag] = field(default_factory=dict)
    rows: dict[int, tuple[Range, ...]] = field(default_factory=dict)
    marks: list[tuple[int, int, int, int | None]] = field(default_factory=list)
    widths: dict[int, int] = field(default_factory=dict)
    last_note: int = 0
    header: tuple[str, ...] = ()

    def text(self) -> str:
        return "".join(self.chars)

    def known(self) -> Known:
        return Known(self.tags, self.rows, tuple(self.marks), widths=self.widths)

    def page(self, sheaf: Sheaf, heads: Sequence[PdfLine], found: Sequence[Column], label: str | None) -> None:
        """Write down a page: the heads at its top, its columns, the heads at its foot."""
        start = len(self.chars)
        if self.pages:
            self._add("\f")
            start += 1
        upper = [line for line in heads if line.bottom > sheaf.across / 2]
        self._column(upper, 0.0)
        for column in found:
            find_footnotes([item for item in column.items if isinstance(item, PdfLine)], self.size)
            self._column(column.items, column.left)
        self._column([line for line in heads if line not in upper], 0.0)
        self.pages.append(Page(len(self.pages), label, start, len(self.chars), sheaf.width, sheaf.height))

    def _column(self, items: Iterable[Item], left: float) -> None:
        previous: Item | None = None
        for item in items:
            if previous and previous.bottom - item.top > self.gap + _APART * max(item.size, previous.size):
                self._add("\n")
            if isinstance(item, PdfTable):
                self._table(item)
            else:
                if item.role != "head":
                    self.header = ()
                self._printed(item, previous if isinstance(previous, PdfLine) else None, left)
            previous = item

    def _printed(self, line: PdfLine, previous: PdfLine | None, left: float) -> None:
        if not line.role and _INDENT[0] * line.size < line.left - left < _INDENT[1] * line.size:
            self._add("\u3000")
        self._tag(line, previous)
        self.widths[len(self.chars)] = round(2 * (line.right - left) / line.size)
        where = self._glyphs(line)
        for low, high in line.marks if line.role != "note" else ():
            digits = "".join(glyph.char for glyph in line.glyphs[low:high] if glyph.char.isdigit())
            if value := number(digits):
                self.marks.append((value, where[low], where[high - 1] + 1, None))
        self._add("\n")

    def _tag(self, line: PdfLine, previous: PdfLine | None) -> None:
        start = len(self.chars)
        follows = previous is not None and previous.role == line.role
        if line.role == "head":
            self.tags[start] = Tag("aside", label="page" if line.text.isdigit() else "head")
        elif line.role == "heading":
            same = follows and previous is not None and abs(previous.size - line.size) < 0.5
            self.tags[start] = Tag("heading", not same, level=line.level)
        elif line.role == "note":
            self.tags[start] = self._note(line, follows=follows)

    def _note(self, line: PdfLine, *, follows: bool) -> Tag:
        """A note begins with its number; a number that skips others is one in the text of the note before."""
        label = note_label(line)
        value = number(label[0]) if label else None
        if label is None or value is None or (follows and value > self.last_note + 1):
            return Tag("note", begins=False)
        self.last_note = max(self.last_note, value)
        return Tag("note", label=str(value), skip=label[1])

    def _table(self, table: PdfTable) -> None:
        """Write a table; one that follows another with nothing but the edge of a page between goes on with its header."""
        texts = [tuple(map(_text, row)) for row in table.rows]
        carried = self.header if len(self.header) == len(table.slots) else ()
        headed = texts[0] == carried or (not carried and looks_headed(texts))
        self.header = texts[0] if headed else carried
        for at, row in enumerate(table.rows):
            self._row(row, header=headed and at == 0)

    def _row(self, row: Sequence[Cell], *, header: bool) -> None:
        first: int | None = None
        cells: list[Range] = []
        for at, cell in enumerate(row):
            if at:
                self._add("\t")
            start = len(self.chars)
            for one, line in zip((None, *cell), cell, strict=False):
                self._chars(_between(one, line) if one else "")
                self._glyphs(line)
            cells.append((start, len(self.chars)))
            first = start if first is None and cell else first
        self._add("\n")
        if first is not None:
            self.tags[first] = Tag("aside", label="header") if header else Tag("row", header=self.header)
            self.widths[first] = 0
            self.rows |= {} if header else {first: tuple(cells)}

    def _glyphs(self, line: PdfLine) -> list[int]:
        """Write the glyphs of a line with the spaces between; returns where each stands."""
        where: list[int] = []
        last: Glyph | None = None
        for glyph in line.glyphs:
            if last and (space := _space(last, glyph)):
                self._add(space)
            where.append(len(self.chars))
            self._add(glyph.char, glyph.box)
            last = glyph
        return where

    def _chars(self, text: str) -> None:
        for char in text:
            self._add(char)

    def _add(self, char: str, box: Box | None = None) -> None:
        self.chars.append(char)
        self.boxes.append(struct.pack("<4f", *box) if box else _ZERO)


def _text(cell: Cell) -> str:
    return "".join(line.text for line in cell)


def _between(one: PdfLine, two: PdfLine) -> str:
    """What parts two stretches of a cell: the space between them on a line, a space where Latin writing was wrapped."""
    if abs(one.middle - two.middle) < 0.5 * one.size:
        return _space(one.glyphs[-1], two.glyphs[0])
    return " " if one.text[-1].isascii() and two.text[0].isascii() else ""


def _space(last: Glyph, glyph: Glyph) -> str:
    """The space that the distance of two glyphs shows: a full-width one between wide glyphs, else one between words."""
    gap = glyph.left - last.right
    size = max(last.size, glyph.size)
    if last.char.isascii() and glyph.char.isascii() and gap < 0.85 * size:
        return " " if gap > 0.15 * size else ""
    return "\u3000" if gap > 0.75 * size else ""
