"""Which characters of a line a reader sees: the pieces left when stray spaces and Markdown signs are left out."""

import re
from collections.abc import Iterable, Sequence

from keii.reading.layout.signs import CIRCLED, HIRAGANA, KANJI, LETTER, WIDE
from keii.values.offsets import Range

_SPACES = re.compile(rf"(?<=[{WIDE}{CIRCLED}])[ \t\xa0]+|[ \t\xa0]+(?=[{WIDE}{CIRCLED}])")
_MARKDOWN = re.compile(r"\*\*(?=\S)|(?<=\S)\*\*|__(?=[^_\s])|(?<=[^_\s])__|(?<!`)`(?!`)|!?\[(?=[^\[\]\n]{1,200}\]\()|\]\([^()\s]{1,500}\)")
_INLINE_RUBY = re.compile(rf"[｜|](?=[{KANJI}]{{1,8}}《)|(?<=[{KANJI}])《[{HIRAGANA}ァ-ヺー・]{{1,16}}》")
_MARKS = re.compile(r"\*\*|__|`|\]\(|《")
_WIDE_END = re.compile(rf"[{LETTER}]")
_COLUMN = 3


def pieces_of(text: str, ranges: Sequence[Range]) -> tuple[Range, ...]:
    """The pieces of a block whose lines stand at `ranges`.

    Between two lines nothing is kept, but where Latin writing goes on one white-space character of the source is.
    """
    pieces: list[Range] = []
    previous = -1
    for start, end in ranges:
        if previous >= 0 and (space := _between(text, previous, start)):
            pieces.append(space)
        _add_line(pieces, text, start, end)
        previous = end
    return merge(pieces)


def merge(pieces: Iterable[Range]) -> tuple[Range, ...]:
    """The pieces without empty ones, neighbours that touch made one."""
    merged: list[Range] = []
    for start, end in pieces:
        if merged and merged[-1][1] == start and end > start:
            merged[-1] = (merged[-1][0], end)
        elif end > start:
            merged.append((start, end))
    return tuple(merged)


def _add_line(pieces: list[Range], text: str, start: int, end: int) -> None:
    out = [(start + a, start + b) for a, b in _left_out(text[start:end])]
    at = start
    for low, high in out:
        if low > at:
            pieces.append((at, low))
        at = max(at, high)
    if at < end:
        pieces.append((at, end))


def _left_out(line: str) -> list[Range]:
    out: list[Range] = []
    if " " in line or "\t" in line or "\xa0" in line:
        out = [(m.start() + (m.end() - m.start() >= _COLUMN), m.end()) for m in _SPACES.finditer(line)]
    if _MARKS.search(line):
        out += [m.span() for pattern in (_MARKDOWN, _INLINE_RUBY) for m in pattern.finditer(line)]
        out.sort()
    return out


def _between(text: str, end: int, start: int) -> Range | None:
    """The white-space character that parts two lines of Latin writing; None where none is needed."""
    if start <= end or not (text[end - 1].isascii() and text[start].isascii()):
        return None
    before, after = text[end - 1], text[start]
    if before == "-" or (before.isdigit() and after.isdigit()) or not (before.isalnum() or before in ".,;:)\"'!?"):
        return None
    if not (after.isalnum() or after in "(\"'") or not text[end].isspace():
        return None
    return end, end + 1
