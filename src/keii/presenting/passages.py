"""The passages an entry rests on, in their context: the paragraph around, cut where it is long, the quotes in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from keii.presenting.display import shown, wraps
from keii.values.chronology import Citation
from keii.values.document import Document

_MOST_AROUND = 220
_SENTENCE_ENDS = frozenset("。．！？!?\n")


@dataclass(frozen=True)
class Piece:
    """A stretch of a passage: `seen` is False for white space of layout, `citation` is set inside a quote."""

    text: str
    seen: bool
    citation: Citation | None = None


@dataclass(frozen=True)
class Passage:
    """Quotes of one paragraph in reading order, with the text around; `opens`, `closes`: more stands before, after."""

    citations: tuple[Citation, ...]
    pieces: tuple[Piece, ...]
    opens: bool = False
    closes: bool = False


def passages(citations: tuple[Citation, ...], documents: Mapping[str, Document]) -> Iterator[Passage]:
    """The citations by paragraph, in the order of the first of each; overlapping quotes stand in passages of their own.

    A citation whose document is not at hand is a passage without context.
    """
    groups: list[tuple[str, tuple[int, int], list[Citation]]] = []
    for citation in citations:
        document, span = documents.get(citation.span.doc), citation.span
        around = _paragraph(document, citation) if document else (span.start, span.end)
        for doc, place, held in groups:
            if doc == span.doc and place == around and not any(other.span.overlaps(span) for other in held):
                held.append(citation)
                break
        else:
            groups.append((span.doc, around, [citation]))
    for doc, around, held in groups:
        yield _passage(documents.get(doc), around, sorted(held, key=lambda citation: citation.span.start))


def _paragraph(document: Document, citation: Citation) -> tuple[int, int]:
    """The range of the blocks that hold the quote; without blocks, the stretch between empty lines."""
    span = citation.span
    held = [piece for block in document.blocks for piece in _touching(block.pieces, span.start, span.end)]
    if held:
        return min(low for low, _ in held), max(high for _, high in held)
    low = max(document.text.rfind("\n\n", 0, span.start), document.text.rfind("\r\n\r\n", 0, span.start)) + 1
    high = document.text.find("\n\n", span.end)
    return low, high if high >= 0 else len(document.text)


def _touching(pieces: tuple[tuple[int, int], ...], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The pieces around the one that holds a place, as long as they follow each other closely."""
    at = [index for index, (low, high) in enumerate(pieces) if low < end and start < high]
    if not at:
        return ()
    first, last = at[0], at[-1]
    while first and 0 <= pieces[first][0] - pieces[first - 1][1] <= _MOST_AROUND:
        first -= 1
    while last + 1 < len(pieces) and 0 <= pieces[last + 1][0] - pieces[last][1] <= _MOST_AROUND:
        last += 1
    return pieces[first : last + 1]


def _passage(document: Document | None, around: tuple[int, int], held: list[Citation]) -> Passage:
    if document is None:
        return Passage(tuple(held), tuple(Piece(shown(one.span.quote), True, one) for one in held))
    low, high = _window(document.text, around, held[0].span.start, held[-1].span.end)
    hidden = wraps(document.span(low, high), document)
    edges = sorted({low, high, *(edge for one in held for edge in (one.span.start, one.span.end))})
    pieces = [piece for start, end in pairwise(edges)
              for piece in _pieces(document.text, start, end, low, hidden, held)]
    return Passage(tuple(held), tuple(pieces), low > around[0], high < around[1])


def _window(text: str, around: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """The paragraph, cut to about `_MOST_AROUND` characters on each side of the quotes, where a sentence ends."""
    low, high = min(around[0], start), max(around[1], end)
    if start - low > _MOST_AROUND:
        cut = range(start - _MOST_AROUND, start)
        low = next((at for at in cut if text[at - 1] in _SENTENCE_ENDS), start - _MOST_AROUND)
    if high - end > _MOST_AROUND:
        cut = range(end + _MOST_AROUND, end, -1)
        high = next((at for at in cut if text[at - 1] in _SENTENCE_ENDS), end + _MOST_AROUND)
    return low, high


def _pieces(text: str, start: int, end: int, base: int, hidden: frozenset[int],
            held: list[Citation]) -> Iterator[Piece]:
    citation = next((one for one in held if one.span.start <= start and end <= one.span.end), None)
    at = start
    while at < end:
        seen, run = at - base not in hidden, at
        while run < end and (run - base not in hidden) == seen:
            run += 1
        yield Piece(shown(text[at:run]), seen, citation)
        at = run
