"""One text with its source: what was read, untouched, and the blocks a reader sees in it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from keii.values.ids import content_id
from keii.values.offsets import Clean, Range
from keii.values.source import Source
from keii.values.span import Span

BlockKind = Literal["heading", "paragraph", "item", "row", "caption", "note", "reference", "dateline", "aside"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the document that is read as one: its clean text is the concatenation of its pieces.

    heading    a title or a heading; `level` 1 is the highest
    paragraph  running text; a paragraph broken by a column, a page or a caption is one block of several pieces
    item       one item of a list
    row        one row of a table; `cells` are ranges of the clean text, `header` the column names,
               `caption` the index of the block that captions the table
    caption    what stands under or over a figure or table
    note       a foot- or endnote without its number, which is `label`
    reference  an entry of a bibliography
    dateline   where the document says when and where it was written, or who speaks
    aside      running heads, page numbers, tables of contents: kept, but read for nothing
    """

    kind: BlockKind
    pieces: tuple[Range, ...]
    level: int = 0
    label: str | None = None
    header: tuple[str, ...] = ()
    cells: tuple[Range, ...] = ()
    caption: int | None = None


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A note marker in the text, brackets included: `（12）` is number 12 at `start:end` of the document.

    `note` is the index of the block that holds the note, None where the document does not hold it.
    """

    number: int
    start: int
    end: int
    note: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page: index from 0, the label printed or stored in the file, its range of the text, its size in points."""

    index: int
    label: str | None
    start: int
    end: int
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True)
class Document:
    """One text with its source and hash. `text` is never altered; `blocks` are views on it.

    `name` is the file's name without its suffix. `boxes` holds, for a PDF, four little-endian 32-bit floats for each
    code point of `text` (left, bottom, right, top in points; zeros where the character has no glyph), else it is empty.
    `encoding` is the one detected; `flags` are remarks on quality for people (`columns:2`, `ruby`, …).
    `offset` is where `text` begins in the file's text: 0, but for a part of a very long one.
    """

    name: str
    text: str
    source: Source = field(default_factory=Source)
    blocks: tuple[Block, ...] = ()
    marks: tuple[NoteMark, ...] = ()
    pages: tuple[Page, ...] = ()
    boxes: bytes = field(default=b"", repr=False)
    media: str = "text/plain"
    encoding: str | None = None
    flags: tuple[str, ...] = ()
    offset: int = 0

    @cached_property
    def id(self) -> str:
        """Content hash of text and source: the same document read twice is one document."""
        source = self.source
        facts = [source.title, source.author, source.publisher, source.kind, source.origin, source.published]
        return content_id("document", self.name, self.text, facts)

    @cached_property
    def cleaned(self) -> tuple[Clean, ...]:
        """The clean text of each block, in the order of `blocks`."""
        return tuple(Clean.of(self.text, block.pieces) for block in self.blocks)

    def span(self, start: int, end: int) -> Span:
        return Span.cut(self.name, self.text, start, end)

    def spans(self, block: int, start: int, end: int) -> tuple[Span, ...]:
        """The source spans of `start:end` of the clean text of a block; more than one where the block is broken."""
        return tuple(self.span(low, high) for low, high in self.cleaned[block].source(start, end))

    def page_of(self, offset: int) -> Page | None:
        """The page that holds a code point, None where the document has no pages."""
        for page in self.pages:
            if page.start <= offset < page.end:
                return page
        return None
