"""How a text is set: where its lines wrap, whether every line is followed by an empty one, whether paragraphs indent."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from keii.reading.layout.dateline import date_alone
from keii.reading.layout.items import sign
from keii.reading.layout.lines import Line
from keii.reading.layout.signs import closed

_STEP = 40
_SLACK = 5
_NARROWEST = 24
_USUAL = 36
_LEAST = ((60, 2), (_USUAL, 3), (0, 6))
"""How many lines must break off at a wrap of a width: narrow lines are often short for other reasons."""
_SHARE = 0.4
"""Of the lines that break off, so many do so at the wrap in a wrapped text; in a list or a chronology they stop anywhere."""
_NEAR = 8
_ENOUGH = 4
_OFTEN = 2
_SMALL = "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮー"
_CLINGING = re.compile(rf"[「『（(〔【]*.[{_SMALL}ゝ々、。，．・）」』】〕！？]*")
_LOOSELY = re.compile(r"[「『（(〔【]*.[ゝ々、。，．・）」』】〕！？]*")
_LATIN = re.compile(r"[（「『“]?[!-~]{1,24}")


@dataclass(frozen=True)
class Shape:
    """`wraps[i]` is the width at which the text around line `i` wraps, 0 where it does not.

    `gaps[i]` are the blank lines above line `i`, the one that doubled spacing puts there not counted.
    `indents` tells whether paragraphs begin with an ideographic space, `small` whether lines may with a small kana.
    """

    wraps: Sequence[int]
    gaps: Sequence[int]
    ends: Sequence[bool]
    indents: bool
    small: bool = False

    @property
    def wrapped(self) -> bool:
        return sum(map(bool, self.wraps)) * 2 > len(self.wraps)

    def full(self, at: int, line: Line, following: str) -> bool:
        """Whether a line is as long as the column, given that `following` did not fit behind it."""
        wrap = self.wraps[at]
        return wrap > 0 and line.width + _word(following) + _latin(line) // 4 >= wrap - _SLACK

    def cut_off(self, lines: Sequence[Line], at: int, *, first: bool) -> bool:
        """Whether line `at` ends where it does because what follows did not fit: by the width lines near it reach.

        Tells a sentence that happens to end with its line from the last line of a paragraph. The `first` line of one may
        have lost its indent.
        """
        line, following = lines[at], lines[at + 1].text
        if not self.full(at, line, following):
            return False
        near = range(max(0, at - _NEAR), min(len(lines), at + _NEAR + 1))
        widths = [lines[i].width for i in near if not self.ends[i] and lines[i].width == 2 * len(lines[i].text)
                  and abs(lines[i].width - self.wraps[at]) <= _SLACK]
        reach = median_low(widths) if len(widths) >= _ENOUGH else self.wraps[at]
        lost = 2 if first and not line.indent else 0
        return line.width + lost + _unbreakable(following, self.small) + _latin(line) // 2 > reach


def _unbreakable(text: str, small: bool) -> int:
    """Width of what a line begins with and cannot be broken: a Latin word, or a character with what clings to it."""
    if word := _word(text):
        return word
    match = (_LOOSELY if small else _CLINGING).match(text)
    return 2 * (match.end() if match else 1)


def _latin(line: Line) -> int:
    """How many characters are of half width: their true width varies with the typeface."""
    return 2 * len(line.text) - line.width if line.width < 2 * len(line.text) else 0


def _word(text: str) -> int:
    """Width of the Latin word a line begins with, its opening bracket included: it could not be broken."""
    match = _LATIN.match(text)
    return match.end() + (not text[0].isascii()) if match else 0


def shape(lines: Sequence[Line], *, wraps_at_all: bool = True) -> Shape:
    """The shape of a text, found in stretches of 40 lines."""
    ends = [closed(line.text) for line in lines]
    if not wraps_at_all:
        return Shape([0] * len(lines), [line.gap for line in lines], ends, _indents(lines, ends))
    wraps: list[int] = []
    gaps: list[int] = []
    whole = [end or _begins(following.text) for end, following in zip(ends, lines[1:], strict=False)] + ends[-1:]
    for low in range(0, len(lines), _STEP):
        near = range(max(0, low - _STEP // 2), min(len(lines), low + _STEP + _STEP // 2))
        wrap = _wrap([lines[i].width for i in near], [whole[i] for i in near])
        spaced = wrap > 0 and _doubled([lines[i].gap for i in near])
        here = lines[low : low + _STEP]
        wraps += [wrap] * len(here)
        gaps += [max(0, line.gap - spaced) for line in here]
    small = sum(line.text[0] in _SMALL for line in lines) >= _OFTEN
    return Shape(wraps, gaps, ends, _indents(lines, ends), small)


def _begins(text: str) -> bool:
    """Whether a line begins an item or is a date alone: the line before it was not cut off."""
    found = sign(text)
    return date_alone(text) or (found is not None and found.kind in ("hash", "bullet", "mark"))


def _wrap(widths: Sequence[int], ends: Sequence[bool]) -> int:
    """The width that many lines share and at which they break off in the middle of a sentence; 0 where there is none."""
    order = sorted((w, end) for w, end in zip(widths, ends, strict=True) if w >= _NARROWEST)
    sizes = [w for w, _ in order]
    best, wrap = 0, 0
    for at, size in enumerate(sizes):
        first = bisect_left(sizes, size - _SLACK)
        if at - first + 1 >= best:
            best, wrap = at - first + 1, size
    cluster = [(w, end) for w, end in order if wrap - _SLACK <= w <= wrap]
    near = [end for _, end in cluster]
    broken = near.count(False)
    if broken < next(least for width, least in _LEAST if wrap >= width) and not (len(widths) <= 4 and broken and wrap >= _USUAL):
        return 0
    held = broken >= (0.6 if len(widths) > 4 else 0.5) * len(near) and len(near) >= 0.25 * len(sizes)
    opened = sum(not end for _, end in order)
    longer = sum(size > wrap + 2 * _SLACK for size in sizes)
    return cluster[len(cluster) // 2][0] if held and broken >= _SHARE * opened and longer <= len(near) else 0


def _doubled(gaps: Sequence[int]) -> bool:
    return len(gaps) >= 4 and sum(gap >= 1 for gap in gaps[1:]) >= 0.6 * (len(gaps) - 1)


def _indents(lines: Sequence[Line], ends: Sequence[bool]) -> bool:
    """Whether at least a third of the lines after a closed one begin with an ideographic space."""
    starts = [line.indent.endswith("\u3000") for line, end in zip(lines[1:], ends, strict=False) if end]
    return sum(starts) >= 2 and 3 * sum(starts) >= len(starts)
