"""The passages an entry rests on, in their context: the paragraph around, cut where it is long, the quotes in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from keii.presenting.display import shown
from keii.presenting.layout import Layout
from keii.values.chronology import Citation
from keii.values.offsets import Range

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


def passages(citations: tuple[Citation, ...], layout: Layout) -> Iterator[Passage]:
    """The citations by paragraph, in the order of the first of each; overlapping quotes stand in passages of their own.

    A citation whose document is not at hand is a passage without context.
    """
    groups: list[tuple[str, Range, list[Citation]]] = []
    for citation in citations:
        span, around = citation.span, layout.paragraph(citation.span)
        for doc, place, held in groups:
            if doc == span.doc and place == around and not any(other.span.overlaps(span) for other in held):
                held.append(citation)
                break
        else:
            groups.append((span.doc, around, [citation]))
    for doc, around, held in groups:
        yield _passage(doc, layout, around, sorted(held, key=lambda citation: citation.span.start))


def _passage(doc: str, layout: Layout, around: Range, held: list[Citation]) -> Passage:
    document = layout.documents.get(doc)
    if document is None:
        return Passage(tuple(held), tuple(Piece(shown(one.span.quote), True, one) for one in held))
    low, high = _window(document.text, around, held[0].span.start, held[-1].span.end)
    hidden = layout.wraps(document.span(low, high))
    edges = sorted({low, high, *(edge for one in held for edge in (one.span.start, one.span.end))})
    pieces = [piece for start, end in pairwise(edges)
              for piece in _pieces(document.text, start, end, low, hidden, held)]
    return Passage(tuple(held), tuple(pieces), low > around[0], high < around[1])


def _window(text: str, around: Range, start: int, end: int) -> Range:
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
