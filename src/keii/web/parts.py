"""A document in parts that a page can hold: the pages of a PDF, else runs of blocks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from keii.values.document import Block, Document, Page
from keii.values.offsets import Range

_LENGTH = 12_000
"""Characters of a part of a document without pages."""
_MOST = 2 * _LENGTH
"""Characters from which a block, which else stays whole, is cut behind a sentence or a line."""
_ENDS = "。\n．！？"


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
            if block.pieces and block.pieces[-1][1] - cuts[-1] > _MOST:
                cuts += _within(document.text, cuts[-1], block.pieces[-1][1])
        return tuple(Part(low, high) for low, high in zip(cuts, [*cuts[1:], max(1, len(document.text))], strict=True))

    def holding(self, offset: int) -> int:
        """The number of the part in which a character stands."""
        return next((at for at, part in enumerate(self.all) if part.start <= offset < part.end), 0)

    def blocks(self, part: Part) -> Sequence[tuple[Block, tuple[Range, ...]]]:
        """The blocks of a part in reading order, each with its pieces that stand there. Without blocks, its lines."""
        held = [(block, tuple((max(low, part.start), min(high, part.end)) for low, high in block.pieces if low < part.end and part.start < high))
                for block in self.document.blocks]
        found = [(block, pieces) for block, pieces in held if pieces]
        if found or self.document.blocks:
            return found
        return [(Block("paragraph", ((part.start, part.end),)), ((part.start, part.end),))]


def _within(text: str, start: int, end: int) -> Iterator[int]:
    """Where to cut a stretch that is too long: behind the first sentence or line that ends after each `_LENGTH` characters."""
    while end - start > _MOST:
        ends = [at for sign in _ENDS if (at := text.find(sign, start + _LENGTH, start + _MOST)) >= 0]
        start = min(ends, default=start + _MOST - 1) + 1
        yield start
