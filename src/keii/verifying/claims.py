"""A text into the claims it makes: lines, rows of tables, items of lists, sentences; questions and headings are none.

The rules of the published format: in plain text every line that is not blank is a claim, in Markdown, HTML and Word
rows, items and sentences. A table drawn with bars is read as a table in plain text too, its rows wrapped or not.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from keii.language import sentences
from keii.values.claim import CitedSource, Claim, ClaimKind
from keii.values.document import Document
from keii.values.offsets import Range
from keii.verifying import citations, tables

_QUESTION = re.compile(r"\s*(?:Q|Ｑ|問)\s*\d*\s*[.．:：、)）]")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s|\s*(?:={3,}|-{3,}|\*{3,})\s*$")
_BULLET = re.compile(r"\s*(?:[-*+・●○◆◇■□▪•–]|\d{1,2}[.)．）]|[（(]\d{1,2}[）)])\s*")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_YEAR = re.compile(r"(?:19|20)\d\d|(?:明治|大正|昭和|平成|令和)|[12１２][0-9０-９]{3}|主体")
_WORD = re.compile(r"[^\W_]")
_BLOCKS: dict[str, ClaimKind] = {"row": "row", "item": "item", "paragraph": "sentence"}


def claims(document: Document) -> Iterator[Claim]:
    """The claims of a document in the order of its text, each with what of it is to be checked."""
    if document.media in ("text/plain", "text/markdown"):
        yield from _written(document)
    else:
        yield from _blocks(document)


def _written(document: Document) -> Iterator[Claim]:
    text, markdown = document.text, document.media == "text/markdown"
    rows = {row.start: row for row in tables.rows(text)}
    dialogue = any(_QUESTION.match(line) for line in text.splitlines())
    at, fenced, front = 0, False, markdown and text.startswith("---\n")
    while at < len(text):
        if row := rows.get(at):
            if not row.head:
                yield _claim(text, (row.start, row.end), "row", row.cells, row.header)
            at = row.next
            continue
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        if front:
            front = not (at > 0 and line.strip() == "---")
        elif markdown and _FENCE.match(line):
            fenced = not fenced
        elif _says(line) and not (dialogue and _QUESTION.match(line)) and not fenced and not (markdown and _HEADING.match(line)):
            yield from _line(text, at, end, markdown)
        at = end + 1


def _says(line: str) -> bool:
    return bool(_WORD.search(line))


def _line(text: str, start: int, end: int, markdown: bool) -> Iterator[Claim]:
    """A line as one claim; in Markdown an item is one, and running text is one a sentence."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    bullet = _BULLET.match(text, start, end)
    inner = bullet.end() if bullet and bullet.end() < end else start
    if markdown and inner == start:
        for low, high in sentences.split(text, start, end):
            yield _claim(text, (low, high), "sentence", ((low, high),))
        return
    yield _claim(text, (inner if markdown else start, end), "item" if markdown else "line", ((inner, end),))


def _blocks(document: Document) -> Iterator[Claim]:
    above: tuple[Range, ...] = ()
    for block, clean in zip(document.blocks, document.cleaned, strict=True):
        kind = _BLOCKS.get(block.kind)
        if kind is None or not _says(clean.text) or _QUESTION.match(clean.text):
            continue
        if kind == "sentence":
            for low, high in sentences.split(clean.text):
                source = clean.source(low, high)
                whole = (source[0][0], source[-1][1])
                if whole[0] < whole[1]:
                    yield _claim(document.text, whole, kind, (whole,))
            continue
        source = clean.source(0, len(clean.text))
        whole = (source[0][0], source[-1][1])
        cells = [(ranges[0][0], ranges[-1][1]) for low, high in block.cells or ((0, len(clean.text)),)
                 if low < high and (ranges := clean.source(low, high))]
        lead = above[0] if kind == "row" and _short(document.text, cells, above) else None
        above = () if kind != "row" else above if lead else tuple(cells)
        if whole[0] < whole[1]:
            yield replace(_claim(document.text, whole, kind, tuple(cells), block.header), lead=lead)


def _short(text: str, cells: list[Range], above: tuple[Range, ...]) -> bool:
    """Whether a row has fewer cells than the one above and no year of its own, so that the year above goes on over it."""
    return (0 < len(cells) < len(above) and bool(_YEAR.search(text[slice(*above[0])])) and not _YEAR.search(text[slice(*cells[0])]))


def _claim(text: str, whole: Range, kind: ClaimKind, stretches: tuple[Range, ...], header: tuple[str, ...] = ()) -> Claim:
    cited = tuple(cite for low, high in stretches for cite in citations.cited(text, low, high))
    parts = [part for low, high in stretches for part in _parts(text, low, high, cited)]
    return Claim(text[whole[0] : whole[1]], *whole, kind, tuple(parts) or stretches[:1], cited, header)


def _parts(text: str, start: int, end: int, cited: tuple[CitedSource, ...]) -> Iterator[Range]:
    """The sentences of a stretch without the sources they name."""
    for low, high in sentences.split(text, start, end):
        for cite in cited:
            if cite.start <= low and high <= cite.end:
                high = low
            elif low < cite.start < high <= cite.end + 2:
                high = cite.start
            elif cite.start <= low < cite.end < high:
                low = cite.end
        while low < high and text[high - 1].isspace():
            high -= 1
        while low < high and text[low].isspace():
            low += 1
        if low < high and _says(text[low:high]):
            yield low, high
