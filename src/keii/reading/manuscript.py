"""A text written down line by line from a format that knows its paragraphs, with what it says of each line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from keii.reading.layout import Known, Tag
from keii.reading.layout.signs import DIGIT
from keii.values.document import BlockKind
from keii.values.offsets import Range

Mark = tuple[int, int, int]
"""A note marker in a line: number, start and end within the line."""


@dataclass
class Manuscript:
    """The growing text. One line a paragraph, a table row or a note."""

    lines: list[str] = field(default_factory=list)
    size: int = 0
    tags: dict[int, Tag] = field(default_factory=dict)
    rows: dict[int, tuple[Range, ...]] = field(default_factory=dict)
    marks: list[tuple[int, int, int, str | None]] = field(default_factory=list)
    notes: dict[str, int] = field(default_factory=dict)
    flags: dict[str, None] = field(default_factory=dict)

    def line(self, text: str, tag: Tag | None = None, marks: Sequence[tuple[Mark, str | None]] = ()) -> int | None:
        """Write one line; returns where its text starts, None where it is blank. Marks name the note they call."""
        body = text.strip()
        if not body:
            return None
        lead = len(text) - len(text.lstrip())
        start = self.size
        self.lines.append(body)
        self.size += len(body) + 1
        if tag:
            self.tags[start] = tag
        for (number, low, high), note in marks:
            self.marks.append((number, start + low - lead, start + high - lead, note))
        return start

    def row(self, cells: Sequence[str], header: tuple[str, ...] = (), *, aside: bool = False) -> None:
        """Write a table row, its cells parted by tabs."""
        plain = [" ".join(cell.split()) for cell in cells]
        if not any(plain):
            return
        start = self.size
        kind: BlockKind = "aside" if aside else "row"
        at, ranges = start, []
        for cell in plain:
            ranges.append((at, at + len(cell)))
            at += len(cell) + 1
        self.lines.append("\t".join(plain))
        self.size += len(self.lines[-1]) + 1
        first = start + len(self.lines[-1]) - len(self.lines[-1].lstrip())
        self.tags[first] = Tag(kind, label="header" if aside else None, header=() if aside else header)
        if not aside:
            self.rows[first] = tuple(ranges)

    def table(self, rows: Sequence[Sequence[str]], *, headed: bool) -> None:
        """Write a table; where `headed`, its first row names the columns."""
        names = tuple(" ".join(cell.split()) for cell in rows[0]) if headed and rows else ()
        for index, cells in enumerate(rows):
            self.row(cells, names, aside=headed and index == 0)

    def note(self, key: str, number: int, text: str) -> None:
        """Write a note under the key by which marks call it."""
        start = self.line(text, Tag("note", label=str(number)))
        if start is not None:
            self.notes[key] = start

    def text(self) -> str:
        return "\n".join(self.lines) + ("\n" if self.lines else "")

    def known(self) -> Known:
        marks = tuple((number, start, end, self.notes.get(note) if note else None)
                      for number, start, end, note in sorted(self.marks, key=lambda mark: mark[1]))
        return Known(self.tags, self.rows, marks, wraps=False)


def looks_headed(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names columns: short cells, no sentence, over longer ones or over figures."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    first = [cell.strip() for cell in rows[0]]
    if not all(0 < len(cell) <= _HEADER and "。" not in cell for cell in first):
        return False
    longest = max((len(cell) for row in rows[1:] for cell in row), default=0)
    return longest > _HEADER or any(_names_figures(first[at], [row[at] for row in rows[1:] if at < len(row)])
                                    for at in range(len(first)))


def _names_figures(name: str, cells: Sequence[str]) -> bool:
    """Whether a column holds figures all the way, but not at its head."""
    return len(cells) > 1 and not _FIGURE.search(name) and all(map(_FIGURE.search, filter(None, cells)))


_HEADER = 16
_FIGURE = re.compile(rf"[{DIGIT}]")
