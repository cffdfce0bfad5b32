"""A document in parts that a page can hold: the pages of a PDF, else runs of blocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from keii.values.document import Block, Document, Page
from keii.values.offsets import Range

_LENGTH = 12_000
"""Characters of a part of a document without pages."""


@dataclass(frozen=True)
class Part:
    """A stretch of a document: `pages` is set where it is a page of a PDF."""

    start: int
    end: int
    page: Page | None = None


@dataclass(frozen=True)
class Parts:
    """All parts of one document."""

    document: Document

    @cached_property
    def all(self) -> tuple[Part, ...]:
        document = self.document
        if document.pages:
            return tuple(Part(page.start, page.end, page) for page in document.pages)
        cuts = [0]
        for block in document.blocks:
            start = block.pieces[0][0] if block.pieces else 0
            if start - cuts[-1] >= _LENGTH:
                cuts.append(start)
        return tuple(Part(low, high) for low, high in zip(cuts, [*cuts[1:], max(1, len(document.text))], strict=True))

    def holding(self, offset: int) -> int:
        """The number of the part in which a character stands."""
        return next((at for at, part in enumerate(self.all) if part.start <= offset < part.end), 0)

    def blocks(self, part: Part) -> Sequence[tuple[Block, tuple[Range, ...]]]:
        """The blocks of a part in reading order, each with its pieces that stand there. Without blocks, its lines."""
        held = [(block, tuple((low, high) for low, high in block.pieces if part.start <= low < part.end)) for block in self.document.blocks]
        found = [(block, pieces) for block, pieces in held if pieces]
        if found or self.document.blocks:
            return found
        return [(Block("paragraph", ((part.start, part.end),)), ((part.start, part.end),))]
