"""A plain text or a document as the passages a reader goes through."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from keii.language.times import lines
from keii.language.times.fold import fold
from keii.values.document import Block, BlockKind, Document
from keii.values.stretches import stretches

AT_ONCE = 500_000  # code points read together: a longer text goes through in stretches, so that memory stays flat


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch read as one. `text` begins at `offset` of the block `block`.

    A table's row is one passage a cell; `cell` is the number of the cell, None outside tables. `called` is the place in the
    document of the marker that calls a note, None where none does.
    """

    kind: BlockKind
    text: str
    block: int = 0
    offset: int = 0
    level: int = 0
    cell: int | None = None
    called: int | None = None


_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_CELL = re.compile(r"[^|]+")


def of_text(text: str) -> Iterator[Passage]:
    """The passages of a plain string: paragraphs, list items and cells; heading-like lines and datelines apart."""
    for low, high in stretches(text, AT_ONCE):
        for passage in _in_stretch(text[low:high]):
            yield replace(passage, offset=passage.offset + low) if low else passage


def _in_stretch(text: str) -> Iterator[Passage]:
    folded, start = fold(text), 0
    for line in _LINE.finditer(folded):
        low, high = line.span()
        kind, end = lines.kind_of(folded, low, high)
        if kind is None:
            continue
        yield from _between(text, folded, start, low)
        body = folded[low:end].strip()
        lead = folded.index(body, low)
        yield Passage(kind, text[lead : lead + len(body)], offset=lead, level=_level(body) if kind == "heading" else 0)
        start = end
    yield from _between(text, folded, start, len(text))


def _level(line: str) -> int:
    """A heading with a year stands above one with a month, that above one with a day."""
    return 1 if "年" in line else 2 if "月" in line else 3


def _between(text: str, folded: str, start: int, end: int) -> Iterator[Passage]:
    """Paragraphs, items and cells of `text[start:end]`."""
    at = start
    cuts = {m.start() for m in lines.BREAK.finditer(folded, start, end)} | {m.start() for m in lines.INDENT.finditer(text, start, end)}
    for cut in [*sorted(cuts), end]:
        body = folded[at:cut].strip()
        if body.startswith("|"):
            yield from _cells(text, at, cut)
        elif body:
            lead = folded.index(body, at)
            yield Passage("paragraph", text[lead : lead + len(body)], offset=lead)
        at = cut


def _cells(text: str, start: int, end: int) -> Iterator[Passage]:
    """The cells of a row written with pipes."""
    row = text[start:end].rstrip().rstrip("|")
    first = row.find("|")
    for number, match in enumerate(_CELL.finditer(row, first + 1)):
        yield Passage("row", match[0], offset=start + match.start(), cell=number)


def of_document(document: Document) -> Iterator[Passage]:
    """The blocks of a document that are read, in order; a row cell by cell."""
    read = [i for i, block in enumerate(document.blocks) if block.kind not in ("aside", "note", "reference")]
    last = read[-1] if read else 0
    called = {mark.note: mark.start for mark in reversed(document.marks) if mark.note is not None}
    for index, (block, clean) in enumerate(zip(document.blocks, document.cleaned, strict=True)):
        if block.kind == "aside" or not clean.pieces:
            continue
        for number, (low, high) in enumerate(block.cells):
            yield Passage(block.kind, clean.text[low:high], index, low, block.level, number)
        if not block.cells:
            yield from _block(document, block, clean.text, index, last, called.get(index))


def _prefix(document: Document, index: int) -> str:
    """What stands before the first character of a block, folded."""
    start = document.cleaned[index].pieces[0][0]
    return fold(document.text[max(0, start - 8) : start])


def _block(document: Document, block: Block, text: str, index: int, last: int, called: int | None) -> Iterator[Passage]:
    """A block, cut after the dateline it begins with: 【ソウル＝2018年6月12日】韓国政府は…

    A heading that begins with a day and goes on is an entry of a chronology; a date that closes the document, alone or
    with a place after it, is its date.
    """
    kind, cut = block.kind, 0
    folded = fold(text)
    if kind == "heading" and (lines.is_entry(folded) or lines.ends_in_day(_prefix(document, index))):
        kind = "item"
    elif kind in ("heading", "paragraph") and index and index >= last - 1 and lines.is_whole_date(folded):
        kind = "dateline"
    elif kind in ("heading", "paragraph"):
        found, end = lines.kind_of(folded, 0, len(folded))
        cut = end if found == "dateline" else 0
    if cut:
        yield Passage("dateline", text[:cut], index)
    if text[cut:].strip():
        yield Passage(kind, text[cut:], index, cut, block.level, 0 if kind == "row" else None, called)
