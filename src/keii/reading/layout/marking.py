"""Note markers found in blocks, left out of them, and tied to their notes."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from keii.reading.layout import marks
from keii.values.document import Block, NoteMark
from keii.values.offsets import Clean, Range

_MARKED = frozenset(("paragraph", "item", "heading", "row", "caption"))


def mark(text: str, blocks: list[Block]) -> tuple[list[Block], tuple[NoteMark, ...]]:
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


def mark_known(blocks: list[Block], known: Sequence[tuple[int, int, int, int | None]]) -> tuple[list[Block], tuple[NoteMark, ...]]:
    """The same for markers that the format itself gives; those it does not tie go by number."""
    holes = sorted((start, end) for _, start, end, _ in known)
    blocks = [_without(block, holes) if block.kind in _MARKED else block for block in blocks]
    starts = {block.pieces[0][0]: index for index, block in enumerate(blocks) if block.kind == "note"}
    notes = [(int(block.label), index, block.pieces[0][0]) for index, block in enumerate(blocks)
             if block.kind == "note" and block.label and block.label.isdigit()]
    loose = {note.start: note for note in marks.tie([item[:3] for item in known], notes)}
    tied = (NoteMark(value, start, end, starts.get(note)) if note is not None else loose[start]
            for value, start, end, note in known)
    return blocks, tuple(tied)


def _without(block: Block, holes: Sequence[Range]) -> Block:
    """A block without the characters at `holes`, which ascend; its cells shrink with it."""
    pieces: list[Range] = []
    removed: list[int] = []
    base = 0
    for start, end in block.pieces:
        at = start
        index = bisect_left(holes, (start, 0))
        while index < len(holes) and holes[index][0] < end:
            low, high = holes[index][0], min(holes[index][1], end)
            removed += range(base + low - start, base + high - start)
            pieces.append((at, low))
            at, index = high, index + 1
        pieces.append((at, end))
        base += end - start
    if not removed:
        return block
    kept = tuple(piece for piece in pieces if piece[0] < piece[1])
    cells = tuple((a - bisect_left(removed, a), b - bisect_left(removed, b)) for a, b in block.cells)
    return replace(block, pieces=kept, cells=cells)
