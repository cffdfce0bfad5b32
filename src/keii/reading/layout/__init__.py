"""Plain text into the blocks a reader sees in it: lines, furigana, page furniture, tables, notes, headings, paragraphs."""

from dataclasses import dataclass

from keii.reading.layout import broken, marks
from keii.reading.layout.captions import tag_captions
from keii.reading.layout.clean import pieces_of
from keii.reading.layout.furniture import tag_furniture
from keii.reading.layout.lines import split
from keii.reading.layout.notes import tag_notes
from keii.reading.layout.paragraphs import Draft, group
from keii.reading.layout.ruby import tag_ruby
from keii.reading.layout.shape import shape
from keii.reading.layout.tables import Row, tag_tables
from keii.reading.layout.tags import Sheet, Tag
from keii.reading.layout.text_tables import tag_text_tables
from keii.values.document import Block, NoteMark
from keii.values.offsets import Clean, Range

_MARKED = frozenset(("paragraph", "item", "heading", "row", "caption"))


@dataclass(frozen=True)
class Layout:
    """Blocks and note markers of a text, and remarks on how it was set."""

    blocks: tuple[Block, ...]
    marks: tuple[NoteMark, ...]
    flags: tuple[str, ...] = ()


def lay_out(text: str, *, markdown: bool = False, skip: int = 0) -> Layout:
    """The layout of a whole text, its first `skip` characters set aside. Linear in its length."""
    lines = split(text)
    sheet = Sheet(text, lines, shape(lines), markdown=markdown)
    for at, line in enumerate(lines):
        if line.start >= skip:
            break
        sheet.tags[at] = Tag("aside", begins=at == 0, label="front")
    rows = tag_tables(sheet)
    tag_ruby(sheet)
    tag_furniture(sheet)
    tag_notes(sheet)
    tag_captions(sheet)
    tag_text_tables(sheet)
    drafts = broken.mend(sheet, group(sheet))
    blocks = [block for draft in drafts for block in _blocks(sheet, draft, rows)]
    blocks = _caption_rows(blocks)
    blocks, found = _mark(text, blocks)
    return Layout(tuple(blocks), found, _flags(sheet))


def _flags(sheet: Sheet) -> tuple[str, ...]:
    flags = {"ruby": any(tag.label == "ruby" for tag in sheet.tags.values()), "wrapped": sheet.shape.wrapped,
             "doubled": sum(a.gap > b for a, b in zip(sheet.lines, sheet.shape.gaps, strict=True)) * 2 > len(sheet.lines)}
    return tuple(name for name, holds in flags.items() if holds)


def _blocks(sheet: Sheet, draft: Draft, rows: dict[int, Row]) -> list[Block]:
    first = sheet.lines[draft.lines[0]]
    if draft.kind == "row" and draft.lines[0] in rows:
        return [_row(sheet.text, rows[draft.lines[0]], draft.header)]
    ranges = [(sheet.lines[i].start, sheet.lines[i].end) for i in draft.lines]
    skip = draft.skip + len(first.text[draft.skip :]) - len(first.text[draft.skip :].lstrip())
    ranges[0] = (ranges[0][0] + skip, ranges[0][1])
    pieces = pieces_of(sheet.text, ranges)
    whole = ((0, sum(end - start for start, end in pieces)),) if draft.kind == "row" else ()
    block = Block(draft.kind, pieces, draft.level, draft.label, draft.header, whole)
    if draft.speaker:
        said = Block("dateline", pieces_of(sheet.text, [(first.start, first.start + draft.speaker)]), label="speaker")
        return [said, block] if block.pieces else [said]
    return [block] if block.pieces else []


def _row(text: str, row: Row, header: tuple[str, ...]) -> Block:
    """A row with its cells. One character of what stands between two cells parts them in the clean text."""
    pieces: list[Range] = []
    cells: list[Range] = []
    size = 0
    for index, (start, end) in enumerate(row.cells):
        if index:
            between = row.cells[index - 1][1]
            gap = next((i for i in range(between, max(between, start)) if text[i].isspace()), between)
            pieces.append((gap, gap + 1))
            size += 1
        cell = _cell(text, start, end)
        length = sum(b - a for a, b in cell)
        cells.append((size, size + length))
        pieces += cell
        size += length
    return Block("row", tuple(pieces), header=header, cells=tuple(cells))


def _cell(text: str, start: int, end: int) -> tuple[Range, ...]:
    lines = [(start + line.start, start + line.end) for line in split(text[start:end])]
    return pieces_of(text, lines)


def _caption_rows(blocks: list[Block]) -> list[Block]:
    """Rows with the index of the caption right above their table."""
    captioned, caption = [], None
    for index, block in enumerate(blocks):
        if block.kind == "caption":
            caption = index
        elif block.kind == "row":
            block = Block("row", block.pieces, 0, None, block.header, block.cells, caption)
        elif not (block.kind == "aside" and block.label == "header"):
            caption = None
        captioned.append(block)
    return captioned


def _mark(text: str, blocks: list[Block]) -> tuple[list[Block], tuple[NoteMark, ...]]:
    """Blocks without their note markers, and the markers tied to their notes."""
    notes = [(int(block.label), index, block.pieces[0][0]) for index, block in enumerate(blocks)
             if block.kind == "note" and block.label and block.label.isdigit()]
    body = [index for index, block in enumerate(blocks) if block.kind in _MARKED]
    found = marks.find([Clean.of(text, blocks[i].pieces) for i in body], [value for value, _, _ in notes])
    for index, here in zip(body, found, strict=True):
        if here:
            blocks[index] = _without(blocks[index], [(start, end) for _, start, end in here])
    everything = sorted((mark for here in found for mark in here), key=lambda mark: mark[1])
    return blocks, marks.tie(everything, notes)


def _without(block: Block, holes: list[Range]) -> Block:
    """A block without the characters at `holes`; cells shrink with it."""
    pieces: list[Range] = []
    removed: list[int] = []
    base = 0
    for start, end in block.pieces:
        at = start
        for low, high in holes:
            if at <= low < end:
                removed += range(base + low - start, base + min(high, end) - start)
                pieces.append((at, low))
                at = min(high, end)
        pieces.append((at, end))
        base += end - start
    kept = tuple(piece for piece in pieces if piece[0] < piece[1])
    cells = tuple((a - sum(r < a for r in removed), b - sum(r < b for r in removed)) for a, b in block.cells)
    return Block(block.kind, kept, block.level, block.label, block.header, cells, block.caption)
