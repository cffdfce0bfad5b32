"""A plain text or a document as the passages a reader goes through."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from keii.values.document import Block, BlockKind, Document


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch read as one. `text` begins at `offset` of the block `block`.

    A table's row is one passage a cell; `cell` is the number of the cell, None outside tables.
    """

    kind: BlockKind
    text: str
    block: int = 0
    offset: int = 0
    level: int = 0
    cell: int | None = None


_NUMERAL = "0-9０-９〇一二三四五六七八九十元"
_ERA = "(?:平成|令和|昭和|大正|明治|主体)"
_BREAK = re.compile(
    r"\n[ \t\u3000]*(?=\r?\n)"
    r"|\n(?=\u3000[^\s\u3000]|[ \t\u3000]{0,8}(?:[・●■◆○◇▼▲※*•\-–|]|[(（][0-9０-９]{1,2}[)）]|[0-9０-９]{1,2}[.)．）、] ?[^0-9]))"
)
_DATE = (rf"(?:(?:{_ERA}?[{_NUMERAL}]{{1,4}}[ \u3000]?年度?|[{_NUMERAL}]{{1,2}}[ \u3000]?月|[{_NUMERAL}]{{1,2}}[ \u3000]?日)"
         r"[ \u3000]?){1,3}")
_HEADING = re.compile(
    rf"[ \t\u3000]{{0,8}}(?:第[{_NUMERAL}]{{1,3}}[章節部] ?)?[【［\[■●◆◇○〈《<＜(（]?[ \u3000]?{_DATE}"
    rf"(?:[（(]{_ERA}?[{_NUMERAL}]{{1,4}}[ \u3000]?年[）)])?(?:[（(][月火水木金土日](?:曜日?)?[）)])?"
    r"(?:の(?:主な)?(?:動き|出来事|経緯|年表|情勢))?[ \u3000]?[】］\]〉》>＞)）]?[ \t\u3000]*(?:\r?\n)?"
)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_DATELINE = re.compile(
    r"[ \t\u3000]{0,8}(?:【[^】\n]{0,30}[0-9０-９]{1,2}[月日][^】\n]{0,20}】"
    r"|[（(][^（）()\n]{0,20}[0-9０-９]{4}年[0-9０-９]{1,2}月[^（）()\n]{0,30}[）)](?=[ \t\u3000]*(?:\r?\n|$)))"
)
_MASTHEAD = re.compile(
    rf"[^。\n]{{0,24}}(?:(?:[0-9０-９]{{4}}|{_ERA}[{_NUMERAL}]{{1,3}}(?:[（(][0-9]{{4}}[）)])?)年[{_NUMERAL}]{{1,3}}月[{_NUMERAL}]{{1,3}}日"
    r"|[0-9０-９]{4}[./．／][0-9０-９]{1,2}[./．／][0-9０-９]{1,2})[^。\n]{0,24}(?:\r?\n)?"
)
_PAPER = re.compile("新聞|通信|ニュース|付|日報|放送|ロイター|更新|配信|掲載|公開|発表|談話|平壌|朝刊|夕刊|NHK|AFP|記者")


def of_text(text: str) -> Iterator[Passage]:
    """The passages of a plain string: paragraphs, list items and cells; heading-like lines and datelines apart."""
    start = 0
    for line in _LINE.finditer(text):
        low, high = line.span()
        kind, end = _line_kind(text, low, high)
        if kind is None:
            continue
        yield from _stretch(text, start, low)
        body = text[low:end].strip()
        lead = text.index(body, low) if body else low
        yield Passage(kind, body, offset=lead, level=_level(body) if kind == "heading" else 0)
        start = end
    yield from _stretch(text, start, len(text))


def _line_kind(text: str, low: int, high: int) -> tuple[BlockKind | None, int]:
    """Whether the line `low:high` is a heading or begins with a dateline, and where that ends."""
    if _HEADING.fullmatch(text, low, high):
        return "heading", high
    dateline = _DATELINE.match(text, low, high)
    if dateline:
        return "dateline", dateline.end()
    if high - low <= 60 and _MASTHEAD.fullmatch(text, low, high) and _PAPER.search(text, low, high):
        return "dateline", high
    return None, high


def _level(line: str) -> int:
    """A heading with a year stands above one with a month, that above one with a day."""
    return 1 if "年" in line else 2 if "月" in line else 3


def _stretch(text: str, start: int, end: int) -> Iterator[Passage]:
    """Paragraphs, items and cells of `text[start:end]`."""
    at = start
    for cut in [*(m.start() for m in _BREAK.finditer(text, start, end)), end]:
        body = text[at:cut].strip()
        if body.startswith("|"):
            yield from _cells(text, at, cut)
        elif body:
            yield Passage("paragraph", body, offset=text.index(body, at))
        at = cut


def _cells(text: str, start: int, end: int) -> Iterator[Passage]:
    """The cells of a row written with pipes."""
    cells = list(re.finditer(r"[^|]+", text[start:end].rstrip().rstrip("|")))
    inner = [m for m in cells if m.start() > text.find("|", start) - start]
    for number, match in enumerate(inner):
        yield Passage("row", match[0], offset=start + match.start(), cell=number)


def of_document(document: Document) -> Iterator[Passage]:
    """The blocks of a document that are read, in order; a row cell by cell."""
    for index, (block, clean) in enumerate(zip(document.blocks, document.cleaned, strict=True)):
        if block.kind == "aside":
            continue
        for number, (low, high) in enumerate(block.cells):
            yield Passage(block.kind, clean.text[low:high], index, low, block.level, number)
        if not block.cells:
            yield from _block(block, clean.text, index)


def _block(block: Block, text: str, index: int) -> Iterator[Passage]:
    """A block, cut after the dateline it begins with: 【ソウル＝2018年6月12日】韓国政府は…"""
    cut = 0
    if block.kind in ("heading", "paragraph"):
        kind, end = _line_kind(text, 0, len(text))
        cut = end if kind == "dateline" else 0
    if cut:
        yield Passage("dateline", text[:cut], index)
    if text[cut:].strip():
        yield Passage(block.kind, text[cut:], index, cut, block.level, 0 if block.kind == "row" else None)
