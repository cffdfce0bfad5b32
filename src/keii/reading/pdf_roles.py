"""What the lines of a PDF are by place and size: running heads, page numbers, headings, footnotes."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from keii.reading.layout.signs import DIGIT
from keii.reading.pdf_lines import PdfLine

_NUMBER = re.compile(rf"[-–—―−]*\s*(?:[pP]\.?)?([{DIGIT}]{{1,4}}|[ivxlc]{{1,6}})\s*[-–—―−]*$")
_NOTE = re.compile(rf"(?:[（(\[［〔*＊※]|注|註)*\s*([{DIGIT}¹²³⁰⁴-⁹]{{1,3}})\s*[)）\]］〕.．:：]?")
_EDGE = 0.12
_HEADING = 1.15
_NOTE_SIZE = 0.93
_SAME_SIZE = 0.6
_LONGEST = 80
_LOWEST = 6


def body_size(pages: Sequence[Sequence[PdfLine]]) -> float:
    """The size of most glyphs."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += len(line.glyphs)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def find_heads(pages: Sequence[Sequence[PdfLine]], extents: Sequence[float]) -> None:
    """Mark running heads and page numbers: numbers alone, or lines alike on several pages, near an edge."""
    edges = [[line for line in lines if _at_edge(line, extent)] for lines, extent in zip(pages, extents, strict=True)]
    alike = Counter(_bare(line) for lines in edges for line in {_bare(one): one for one in lines}.values())
    for lines in edges:
        for line in lines:
            if _NUMBER.match(line.text) or (len(line.text) <= 60 and alike[_bare(line)] >= 2):
                line.role = "head"


def heads(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """The running heads and page numbers of a page."""
    return [line for line in lines if line.role == "head"]


def page_number(lines: Sequence[PdfLine]) -> str | None:
    """The number printed on a page, None where none is found."""
    for line in lines:
        if line.role == "head" and (match := _NUMBER.match(line.text)):
            return match[1]
    return None


def _at_edge(line: PdfLine, extent: float) -> bool:
    return line.bottom > (1 - _EDGE) * extent or line.top < _EDGE * extent


def _bare(line: PdfLine) -> str:
    return re.sub(rf"[{DIGIT}]+", "#", line.text)


def find_headings(pages: Iterable[Iterable[PdfLine]], size: float) -> None:
    """Mark lines set larger than the text as headings; their level is the rank of their size."""
    found = [line for lines in pages for line in lines
             if not line.role and line.size >= _HEADING * size and len(line.glyphs) <= _LONGEST]
    level, last = 0, float("inf")
    for line in sorted(found, key=lambda line: -line.size):
        if last - line.size > _SAME_SIZE:
            level, last = min(level + 1, _LOWEST), line.size
        line.role, line.level = "heading", level


def find_footnotes(column: Sequence[PdfLine], size: float) -> None:
    """Mark the small lines at the foot of a column, from the first that begins with a number, as notes."""
    first = len(column)
    while first > 0 and (column[first - 1].role == "head" or column[first - 1].size <= _NOTE_SIZE * size):
        first -= 1
    tail = [line for line in column[first:] if not line.role]
    while tail and not _NOTE.match(tail[0].text):
        tail = tail[1:]
    if tail and median(line.size for line in tail) <= _NOTE_SIZE * size and first > 0:
        for line in tail:
            line.role = "note"


def note_label(line: PdfLine) -> tuple[str, int] | None:
    """The number a note line begins with and the glyphs it takes, None where it goes on with a note."""
    match = _NOTE.match(line.text)
    return (match[1], match.end()) if match else None
