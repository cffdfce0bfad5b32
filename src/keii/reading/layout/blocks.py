"""Drafts into blocks: their pieces of the text, the cells of their rows, the captions of their tables."""

from keii.reading.layout.clean import pieces_of
from keii.reading.layout.lengths import of_common_length
from keii.reading.layout.lines import split
from keii.reading.layout.paragraphs import Draft
from keii.reading.layout.tables import Row
from keii.reading.layout.tags import Sheet
from keii.values.document import Block
from keii.values.offsets import Range


def make_blocks(sheet: Sheet, draft: Draft, rows: dict[int, Row]) -> list[Block]:
    """The blocks of a draft: one, or none where nothing is left of it; more where it begins with who speaks, or is too long."""
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
        return [said, *of_common_length(sheet.text, block)] if block.pieces else [said]
    return of_common_length(sheet.text, block) if block.pieces else []


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


def caption_rows(blocks: list[Block]) -> list[Block]:
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
