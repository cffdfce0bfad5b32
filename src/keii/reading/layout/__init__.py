"""Plain text into the blocks a reader sees in it: lines, furigana, page furniture, tables, notes, headings, paragraphs."""

from dataclasses import dataclass

from keii.reading.layout import broken
from keii.reading.layout.blocks import caption_rows, make_blocks
from keii.reading.layout.captions import tag_captions
from keii.reading.layout.furniture import tag_furniture
from keii.reading.layout.lines import split
from keii.reading.layout.marking import mark, mark_known
from keii.reading.layout.notes import tag_notes
from keii.reading.layout.paragraphs import group
from keii.reading.layout.ruby import tag_ruby
from keii.reading.layout.shape import shape
from keii.reading.layout.tables import Row, tag_tables
from keii.reading.layout.tags import Known, Sheet, Tag
from keii.reading.layout.text_tables import tag_text_tables
from keii.values.document import Block, NoteMark

__all__ = ["Known", "Layout", "Tag", "lay_out"]

_NOTHING = Known()


@dataclass(frozen=True)
class Layout:
    """Blocks and note markers of a text, and remarks on how it was set."""

    blocks: tuple[Block, ...]
    marks: tuple[NoteMark, ...]
    flags: tuple[str, ...] = ()


def lay_out(text: str, *, markdown: bool = False, known: Known = _NOTHING) -> Layout:
    """The layout of a whole text, with what its format says of it taken as `known`. Linear in its length."""
    lines = split(text)
    if known.widths:
        lines = [line._replace(width=known.widths.get(line.start, line.width)) for line in lines]
    sheet = Sheet(text, lines, shape(lines, wraps_at_all=known.wraps), markdown=markdown)
    rows = _tag_known(sheet, known)
    rows |= tag_tables(sheet)
    tag_ruby(sheet)
    tag_furniture(sheet)
    tag_notes(sheet)
    tag_captions(sheet)
    tag_text_tables(sheet)
    drafts = broken.mend(sheet, group(sheet))
    blocks = caption_rows([block for draft in drafts for block in make_blocks(sheet, draft, rows)])
    blocks, marks = mark_known(blocks, known.marks) if known.marks else mark(text, blocks)
    return Layout(tuple(blocks), marks, _flags(sheet))


def _tag_known(sheet: Sheet, known: Known) -> dict[int, Row]:
    """Tag the lines of which the format says what they are; returns the rows among them."""
    rows: dict[int, Row] = {}
    if known.tags:
        for at, line in enumerate(sheet.lines):
            if line.start in known.tags:
                sheet.tags[at] = known.tags[line.start]
            if line.start in known.rows:
                rows[at] = Row(at, at + 1, known.rows[line.start])
    return rows


def _flags(sheet: Sheet) -> tuple[str, ...]:
    flags = {"ruby": any(tag.label == "ruby" for tag in sheet.tags.values()), "wrapped": sheet.shape.wrapped,
             "doubled": sum(a.gap > b for a, b in zip(sheet.lines, sheet.shape.gaps, strict=True)) * 2 > len(sheet.lines)}
    return tuple(name for name, holds in flags.items() if holds)
