"""Paragraphs of a common length: a line without end is cut, so that what looks about in a paragraph stays quick."""

from collections.abc import Iterator
from dataclasses import replace

from keii.values.document import Block
from keii.values.offsets import Range

LONGEST = 20_000
"""Code points of a block: thirty pages of a manuscript. No paragraph that a person wrote is longer."""
_KEPT = frozenset({"row"})


def of_common_length(text: str, block: Block) -> list[Block]:
    """The block, or the blocks it is cut into: behind a full stop where there is one in the second half of what may stand
    in one block, else behind a comma or a space, else anywhere."""
    if block.kind in _KEPT or sum(end - start for start, end in block.pieces) <= LONGEST:
        return [block]
    parts = list(_parts(text, block.pieces))
    kind = "paragraph" if block.kind == "note" else block.kind
    return [replace(block, pieces=parts[0]), *(Block(kind, part, block.level) for part in parts[1:])]


def _parts(text: str, pieces: tuple[Range, ...]) -> Iterator[tuple[Range, ...]]:
    held: list[Range] = []
    room = LONGEST
    for start, end in pieces:
        while end - start > room:
            cut = _cut(text, start, start + room, LONGEST // 2)
            yield (*held, (start, cut))
            held, room, start = [], LONGEST, cut
        if end > start:
            held.append((start, end))
            room -= end - start
        if room <= 0:
            yield tuple(held)
            held, room = [], LONGEST
    if held:
        yield tuple(held)


def _cut(text: str, start: int, end: int, back: int) -> int:
    low = max(start, end - back)
    for signs in ("。！？", "、，", " \u3000\n"):
        if found := max(text.rfind(sign, low, end) for sign in signs) + 1:
            return found
    return end
