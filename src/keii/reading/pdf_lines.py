"""Lines of a PDF page: glyphs on one base line without a wide gap, readings and raised numbers told apart."""

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from statistics import median

from keii.reading.layout.signs import HIRAGANA, KATAKANA
from keii.reading.pdf_glyphs import Glyph

_KANA = re.compile(rf"[{HIRAGANA}{KATAKANA}・]+$")
_BREAK = 1.6
_SMALL = 0.72


@dataclass
class PdfLine:
    """A stretch of glyphs of one line. `size` is that of most of them, `role` what it is found to be."""

    glyphs: list[Glyph]
    size: float
    marks: list[tuple[int, int]] = field(default_factory=list)
    role: str = ""
    level: int = 0

    @cached_property
    def left(self) -> float:
        return self.glyphs[0].left

    @cached_property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs)

    @cached_property
    def top(self) -> float:
        return max(glyph.top for glyph in self.glyphs)

    @cached_property
    def bottom(self) -> float:
        return min(glyph.bottom for glyph in self.glyphs)

    @cached_property
    def middle(self) -> float:
        return median(glyph.middle for glyph in self.glyphs)

    @cached_property
    def text(self) -> str:
        return "".join(glyph.char for glyph in self.glyphs)

    def cut(self, least: float, *, at: Sequence[float] = ()) -> list["PdfLine"]:
        """The parts of a line between gaps of `least` or more points, and between the places `at`."""
        cuts = [i for i, (one, two) in enumerate(pairwise(self.glyphs), 1)
                if two.left - one.right >= least or bisect(at, one.center) != bisect(at, two.center)]
        if not cuts:
            return [self]
        return [_line(self.glyphs[low:high]) for low, high in pairwise([0, *cuts, len(self.glyphs)])]


def make_lines(glyphs: tuple[Glyph, ...]) -> tuple[list[PdfLine], bool]:
    """The lines of a page from top to bottom, and whether readings were dropped."""
    bands = _bands(sorted(glyphs, key=lambda glyph: -glyph.middle))
    lines = [line for band in bands for line in _segments(band)]
    heights = sorted((line.middle, at) for at, line in enumerate(lines))
    tallest = max((line.size for line in lines), default=0.0)
    kept = [line for line in lines if not _is_reading(line, lines, heights, tallest)]
    return kept, len(kept) < len(lines)


def _bands(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Glyphs on one height. Raised or lowered ones (notes, readings beside a line) join the band they overlap most."""
    usual = median(glyph.size for glyph in glyphs) if glyphs else 0.0
    bands: list[list[Glyph]] = []
    middles: list[float] = []
    for glyph in (g for g in glyphs if g.size >= _SMALL * usual):
        if bands and abs(middles[-1] - glyph.middle) < 0.5 * min(glyph.size, bands[-1][0].size):
            bands[-1].append(glyph)
        else:
            bands.append([glyph])
            middles.append(glyph.middle)
    at = 0
    loose: list[list[Glyph]] = []
    for glyph in (g for g in glyphs if g.size < _SMALL * usual):
        while at + 1 < len(bands) and middles[at] - usual > glyph.top:
            at += 1
        home = next((i for i in range(at, min(at + 3, len(bands))) if _raised(glyph, bands[i], middles[i])), None)
        if home is not None:
            bands[home].append(glyph)
        elif loose and abs(loose[-1][0].middle - glyph.middle) < 0.5 * glyph.size:
            loose[-1].append(glyph)
        else:
            loose.append([glyph])
    return sorted(bands + loose, key=lambda band: -band[0].middle)


def _raised(glyph: Glyph, band: list[Glyph], middle: float) -> bool:
    """Whether a small glyph stands within the height of a line, behind one of its glyphs."""
    if _KANA.match(glyph.char) or abs(glyph.middle - middle) > 0.45 * band[0].size:
        return False
    return any(-0.3 * other.size < glyph.left - other.right < 1.5 * other.size for other in band)


def _segments(band: list[Glyph]) -> list[PdfLine]:
    """A band cut where the gap is wider than any between words."""
    ordered = sorted(band, key=lambda glyph: glyph.left)
    runs: list[list[Glyph]] = [[ordered[0]]]
    for glyph in ordered[1:]:
        last = runs[-1][-1]
        if _same(last, glyph):
            continue
        if glyph.left - last.right > _BREAK * max(glyph.size, last.size):
            runs.append([])
        runs[-1].append(glyph)
    return [_line(run) for run in runs]


def _same(one: Glyph, two: Glyph) -> bool:
    """Whether a glyph was drawn twice to look bold."""
    return one.char == two.char and abs(one.left - two.left) < 0.2 * one.size and abs(one.bottom - two.bottom) < 0.2 * one.size


def _line(run: list[Glyph]) -> PdfLine:
    size = median(glyph.size for glyph in run)
    line = PdfLine(run, size)
    at = 0
    while at < len(run):
        end = at
        while end < len(run) and run[end].size < _SMALL * size and run[end].char in "0123456789()（）[]［］*注)":
            end += 1
        if end > at and at > 0 and any(glyph.char.isdigit() for glyph in run[at:end]) and run[at].middle >= run[at - 1].middle:
            line.marks.append((at, end))
        at = max(end, at + 1)
    return line


def _is_reading(line: PdfLine, lines: list[PdfLine], heights: list[tuple[float, int]], tallest: float) -> bool:
    """Whether a line is furigana: small kana close over (or, for a vertical line, right of) larger glyphs."""
    if not _KANA.match(line.text):
        return False
    low, high = bisect(heights, (line.middle - 1.3 * tallest,)), bisect(heights, (line.middle,))
    return any(_reads(line, lines[at]) for _, at in heights[low:high])


def _reads(line: PdfLine, other: PdfLine) -> bool:
    return (line.size < _SMALL * other.size and 0 < line.middle - other.middle < 1.3 * other.size
            and other.left - other.size < line.left and line.right < other.right + other.size)
