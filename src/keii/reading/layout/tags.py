"""What is decided about a line before paragraphs are made of the rest."""

from dataclasses import dataclass, field
from typing import NamedTuple

from keii.reading.layout.lines import Line
from keii.reading.layout.shape import Shape
from keii.values.document import BlockKind


class Tag(NamedTuple):
    """A line that begins a block (`begins`) or goes on with one. `skip` characters of it are label or bullet."""

    kind: BlockKind
    begins: bool = True
    label: str | None = None
    skip: int = 0
    level: int = 0
    header: tuple[str, ...] = ()


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
