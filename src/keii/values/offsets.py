"""Cleaned text that still knows where each of its characters stands in the document."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

Range = tuple[int, int]


@dataclass(frozen=True)
class Clean:
    """A text made by leaving out: the concatenation of `pieces`, source ranges in reading order.

    Wrapped lines, stray spaces, furigana and note markers are what lies between the pieces. Pieces need not
    ascend: a column that continues elsewhere is simply a later piece.
    """

    text: str
    pieces: tuple[Range, ...]

    @classmethod
    def of(cls, source: str, pieces: Iterable[Range]) -> "Clean":
        kept = tuple((start, end) for start, end in pieces if end > start)
        return cls("".join(source[start:end] for start, end in kept), kept)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for start, end in self.pieces:
            starts.append(at)
            at += end - start
        return starts

    def at(self, index: int) -> int:
        """The source offset of the character at `index` (0 <= index < len(text))."""
        if not 0 <= index < len(self.text):
            raise IndexError(index)
        piece = bisect_right(self._starts, index) - 1
        return self.pieces[piece][0] + index - self._starts[piece]

    def source(self, start: int, end: int, gap: int = 24) -> tuple[Range, ...]:
        """The source ranges of `text[start:end]`; pieces that lie within `gap` characters become one range."""
        if not 0 <= start < end <= len(self.text):
            raise IndexError((start, end))
        ranges: list[Range] = []
        piece = bisect_right(self._starts, start) - 1
        while piece < len(self.pieces) and self._starts[piece] < end:
            low, high = self.pieces[piece]
            base = self._starts[piece]
            low, high = low + max(0, start - base), min(high, low + end - base)
            if ranges and 0 <= low - ranges[-1][1] <= gap:
                ranges[-1] = (ranges[-1][0], high)
            else:
                ranges.append((low, high))
            piece += 1
        return tuple(ranges)

    def find(self, offset: int) -> int | None:
        """The index in `text` of the character at source `offset`, None where it was left out."""
        for (start, end), base in zip(self.pieces, self._starts, strict=True):
            if start <= offset < end:
                return base + offset - start
        return None
