"""A plain text or a document as the passages a reader goes through."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from keii.values.document import BlockKind, Document
from keii.values.offsets import Range


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch read as one. `text` begins at `offset` of the block `block`."""

    kind: BlockKind
    text: str
    block: int = 0
    offset: int = 0
    level: int = 0
    cells: tuple[Range, ...] = ()
    header: tuple[str, ...] = ()
    table: int | None = None


_BREAK = re.compile(r"\n[ \t\u3000]*(?=\n)|\n(?=[ \t\u3000]*(?:[・●■◆○◇▼▲※*•\-–|]|\([0-9]{1,2}\)|[0-9]{1,2}[.)．）] ))")
_NUMERAL = "0-9０-９〇一二三四五六七八九十元"
_ERA = "(?:平成|令和|昭和|大正|明治|主体)"
_HEADING = re.compile(
    rf"[ \t\u3000]*(?:第[{_NUMERAL}]{{1,3}}[章節部] *)?[【［\[■●◆◇○〈《<＜(（]?[ \u3000]*"
    rf"(?:(?:{_ERA}?[{_NUMERAL}]{{1,4}}[ \u3000]?年度?|[{_NUMERAL}]{{1,2}}[ \u3000]?月|[{_NUMERAL}]{{1,2}}[ \u3000]?日)[ \u3000]?){{1,3}}"
    rf"(?:[（(]{_ERA}?[{_NUMERAL}]{{1,4}}[ \u3000]?年[）)])?(?:[（(][月火水木金土日](?:曜日?)?[）)])?"
    r"(?:の(?:動き|出来事|主な動き|主な出来事|経緯|年表|情勢))?"
    r"[ \u3000]*[】］\]〉》>＞)）]?[ \t\u3000]*(?:\r?\n|$)"
)
_LINE = re.compile(r"[^\n]*(?:\n|$)")
_DATELINE = re.compile(
    r"[ \t\u3000]*(?:【[^】\n]{1,30}[0-9０-９]{1,2}[月日][^】\n]{0,20}】|[（(][^）)\n]{0,20}[0-9０-９]{4}年[^）)\n]{1,30}[）)]"
    r"[ \t\u3000]*(?=\r?\n|$))"
)


def of_text(text: str) -> Iterator[Passage]:
    """The passages of a plain string: paragraphs, list items and rows by line, heading-like and dateline lines apart."""
    start = 0
    for line in _LINE.finditer(text):
        low, high = line.span()
        if low == high:
            break
        if _HEADING.fullmatch(text, low, high) and text[low:high].strip():
            yield from _stretch(text, start, low)
            yield Passage("heading", text[low:high].rstrip(), offset=low, level=_level(text[low:high]))
            start = high
        elif (match := _DATELINE.match(text, low, high)) and match[0].strip():
            yield from _stretch(text, start, low)
            if not text[match.end() : high].strip():
                yield Passage("dateline", text[low : match.end()], offset=low)
                start = high
            else:
                yield Passage("dateline", text[low : match.end()], offset=low)
                start = match.end()
    yield from _stretch(text, start, len(text))


def _level(line: str) -> int:
    """A heading with a year stands above one with a month, that above one with a day."""
    return 1 if "年" in line else 2 if "月" in line else 3


def _stretch(text: str, start: int, end: int) -> Iterator[Passage]:
    """Paragraphs, items and rows of `text[start:end]`."""
    at = start
    for cut in [*(m.start() for m in _BREAK.finditer(text, start, end)), end]:
        piece = text[at:cut]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            body = piece.strip()
            kind: BlockKind = "row" if body.startswith("|") else "paragraph"
            cells = tuple(m.span() for m in re.finditer(r"[^|]+", body)) if kind == "row" else ()
            yield Passage(kind, body, offset=at + lead, cells=cells)
        at = cut


def of_document(document: Document) -> Iterator[Passage]:
    """The blocks of a document that are read, in order."""
    for index, (block, clean) in enumerate(zip(document.blocks, document.cleaned, strict=True)):
        if block.kind != "aside" and clean.text.strip():
            yield Passage(block.kind, clean.text, index, 0, block.level, block.cells, block.header, block.caption)
