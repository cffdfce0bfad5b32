"""What is decided about a line before paragraphs are made of the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from keii.reading.layout.lines import Line
from keii.reading.layout.shape import Shape
from keii.values.document import BlockKind
from keii.values.offsets import Range


class Tag(NamedTuple):
    """A line that begins a block (`begins`) or goes on with one. `skip` characters of it are label or bullet."""

    kind: BlockKind
    begins: bool = True
    label: str | None = None
    skip: int = 0
    level: int = 0
    header: tuple[str, ...] = ()


@dataclass(frozen=True)
class Known:
    """What a format itself says of its text, so that it need not be found: all by offsets of the text.

    `tags` and `rows` (the cells of a table row that stands on one line) go by where a line starts. `marks` are note
    markers: number, start, end and, where the format ties it, the start of the note's line. `wraps` is False where
    every line is a whole paragraph. `widths` are the true widths of lines in half characters, from the column's edge.
    """

    tags: Mapping[int, Tag] = field(default_factory=dict)
    rows: Mapping[int, tuple[Range, ...]] = field(default_factory=dict)
    marks: tuple[tuple[int, int, int, int | None], ...] = ()
    wraps: bool = True
    widths: Mapping[int, int] = field(default_factory=dict)


@dataclass
class Sheet:
    """The lines of a text with the tags they got so far.

    `glued` are lines that go on where furigana cut them; `called` holds, by style, the line that first calls each note.
    """

    text: str
    lines: list[Line]
    shape: Shape
    tags: dict[int, Tag] = field(default_factory=dict)
    glued: set[int] = field(default_factory=set)
    markdown: bool = False
    called: dict[str, dict[int, int]] = field(default_factory=dict)

    def glue(self, at: int, taken: int) -> None:
        """Make line `at` the rest of a line of which `taken` columns stand before it."""
        self.glued.add(at)
        self.lines[at] = self.lines[at]._replace(width=self.lines[at].width + taken)

    def free(self, at: int) -> bool:
        return 0 <= at < len(self.lines) and at not in self.tags

    def gap(self, at: int) -> bool:
        """Whether an empty line stands over line `at`; the first line and what follows the last count as so."""
        return at <= 0 or at >= len(self.lines) or self.shape.gaps[at] > 0
