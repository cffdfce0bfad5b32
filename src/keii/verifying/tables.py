"""Tables drawn with bars (| 年月日 | 出来事 |) in a text, their rows wrapped over lines or not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from keii.values.offsets import Range

_RULE = re.compile(r"[|\s:\-－ー+=]+$")
_MOST_LINES = 60


@dataclass(frozen=True, slots=True)
class BarRow:
    """A row: `start:end` of the text from its first bar to its last; `next` is where the line after it begins.

    `head` rows state nothing: the names of the columns and the rule under them.
    """

    start: int
    end: int
    next: int
    cells: tuple[Range, ...]
    header: tuple[str, ...]
    head: bool


def rows(text: str) -> Iterator[BarRow]:
    """The rows of every table, in order. A row begins at a line that begins with a bar and goes on until it has as many
    bars as the head of its table, or another row begins."""
    lines = list(_lines(text))
    at, bars = 0, 0
    header: tuple[str, ...] = ()
    while at < len(lines):
        start, end = lines[at]
        if not text[start:end].lstrip().startswith("|"):
            header, bars, at = (), 0, at + 1
            continue
        last = _last(text, lines, at, bars)
        low, high = start, lines[last][1]
        high = text.rfind("|", low, high) + 1 if text.rfind("|", low, high) > low else high
        following = lines[last + 1][0] if last + 1 < len(lines) else len(text)
        cells = tuple(_cells(text, low, high))
        rule = bool(_RULE.fullmatch(text[low:high].strip()))
        if rule:
            yield BarRow(low, high, following, (), header, True)
        elif not bars:
            header, bars = tuple(text[a:b] for a, b in cells), text.count("|", low, high)
            yield BarRow(low, high, following, cells, (), not _dated(header))
        else:
            yield BarRow(low, high, following, cells, header, False)
        at = last + 1


def _dated(header: tuple[str, ...]) -> bool:
    """Whether a first row is a row of facts already."""
    return any(re.search(r"\d{4}|[〇一二三四五六七八九]{4}年", cell) for cell in header)


def _last(text: str, lines: list[Range], at: int, bars: int) -> int:
    """The index of the last line of the row that begins at line `at`."""
    count = 0
    for index in range(at, min(len(lines), at + _MOST_LINES)):
        line = text[slice(*lines[index])]
        if index > at and (line.lstrip().startswith("|") or not line.strip()):
            return index - 1
        count += line.count("|")
        if (bars and count >= bars) or (index == at and count > 2 and line.rstrip().endswith("|")):
            return index
    return at if not bars else min(len(lines), at + _MOST_LINES) - 1


def _cells(text: str, start: int, end: int) -> Iterator[Range]:
    places = [place for place in range(start, end) if text[place] == "|" and text[place - 1 : place] != "\\"]
    for low, high in zip(places, [*places[1:], end], strict=False):
        low += 1
        while low < high and text[low].isspace():
            low += 1
        while low < high and text[high - 1].isspace():
            high -= 1
        if low < high:
            yield low, high


def _lines(text: str) -> Iterator[Range]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, at + len(line.rstrip("\r\n"))
        at += len(line)
