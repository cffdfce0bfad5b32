"""Where sentences begin and end in the clean text of a block."""

import re
from collections.abc import Iterator

from keii.values.document import Block, Document
from keii.values.mention import Sentence

_OPEN, _CLOSE = "「『（(【〔［[〈《“｢", "」』）)】〕］]〉》”｣"
_MARK = re.compile(r"[「『（(【〔［\[〈《“｢」』）)】〕］\]〉》”｣。]|[！？!?．](?![0-9０-９])")
_LONGEST = 1_500  # what runs on longer is cut at a comma or space, so that reading it stays linear
_STOPS = frozenset("。！？!?．")
_READ = frozenset({"paragraph", "heading", "item", "row", "caption", "note"})


def split(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Sentence ranges within `text[start:end]`, closing punctuation included, surrounding spaces left out.

    A full stop inside brackets ends nothing: 「会う。」と述べた is one sentence. A bracket that is never closed
    in the stretch is no bracket. Linear in the length of the text.
    """
    end = len(text) if end is None else end
    depth, begin = 0, start
    unclosed = _unclosed(text, start, end)
    for match in _MARK.finditer(text, start, end):
        sign = match[0]
        if sign in _STOPS:
            if depth == 0:
                yield from _trimmed(text, begin, match.end())
                begin = match.end()
        elif match.start() in unclosed:
            continue
        else:
            depth += 1 if sign in _OPEN else -1
    yield from _trimmed(text, begin, end)


def _unclosed(text: str, start: int, end: int) -> frozenset[int]:
    stack: list[tuple[int, str]] = []
    alone: list[int] = []
    for match in _MARK.finditer(text, start, end):
        sign = match[0]
        if sign in _OPEN:
            stack.append((match.start(), sign))
        elif sign in _CLOSE:
            if stack:
                stack.pop()
            else:
                alone.append(match.start())
    return frozenset(alone + [position for position, _ in stack])


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        cut = max(text.rfind(sign, start + _LONGEST // 2, start + _LONGEST) for sign in "、，,　 \n")
        cut = cut + 1 if cut > 0 else start + _LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _ranges(block: Block, text: str) -> Iterator[tuple[int, int]]:
    for start, end in block.cells or ((0, len(text)),):
        yield from split(text, start, end)


def of(document: Document) -> tuple[Sentence, ...]:
    """The sentences of every block that is read; the cells of a table row are read one by one."""
    return tuple(
        Sentence(index, start, end)
        for index, (block, clean) in enumerate(zip(document.blocks, document.cleaned, strict=True))
        if block.kind in _READ
        for start, end in _ranges(block, clean.text)
    )
