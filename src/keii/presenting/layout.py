"""How the documents of an output are laid out: which white space is layout, which stretches of text make a paragraph.

Built once for an output; each document is indexed when it is first asked about.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from keii.presenting.display import shown
from keii.values.document import Document
from keii.values.offsets import Range
from keii.values.span import Span

_WIDEST_GAP = 24
_NEAR = 220
_EMPTY_LINES = ("\n\n", "\r\n\r\n")


@dataclass(frozen=True)
class _Index:
    """A document's pieces by their starts, each with the run of pieces of its block around it; the gaps in runs."""

    starts: list[int]
    pieces: list[tuple[int, int, Range]]
    gaps: list[Range]

    @classmethod
    def of(cls, document: Document) -> "_Index":
        pieces: list[tuple[int, int, Range]] = []
        gaps: list[Range] = []
        for block in document.blocks:
            for run in _runs(block.pieces):
                pieces += [(low, high, (run[0][0], run[-1][1])) for low, high in run]
                gaps += [(high, low) for (_, high), (low, _) in pairwise(run) if high < low <= high + _WIDEST_GAP]
        pieces.sort()
        gaps.sort()
        return cls([piece[0] for piece in pieces], pieces, gaps)

    def keeps(self, at: int) -> bool:
        """Whether a character stands in a piece of any block."""
        piece = bisect_right(self.starts, at) - 1
        return piece >= 0 and at < self.pieces[piece][1]


def _runs(pieces: tuple[Range, ...]) -> Iterator[list[Range]]:
    """The pieces of a block in stretches that follow each other closely; a paragraph over two columns is two."""
    run: list[Range] = []
    for piece in pieces:
        if run and not 0 <= piece[0] - run[-1][1] <= _NEAR:
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


@dataclass(frozen=True)
class Layout:
    """The documents at hand, by name, and what is known of their layout."""

    documents: Mapping[str, Document]
    _known: dict[str, _Index] = field(default_factory=dict, repr=False)

    def _index(self, doc: str) -> _Index | None:
        if doc not in self._known and doc in self.documents:
            self._known[doc] = _Index.of(self.documents[doc])
        return self._known.get(doc)

    def wraps(self, span: Span) -> frozenset[int]:
        """Indices into the quote of the white space that only the layout of the document put there.

        That is white space between two pieces of one block: line wraps within a sentence, spaces that a PDF puts
        between characters. Outputs keep these characters and do not show them. Without blocks nothing is layout.
        """
        index = self._index(span.doc)
        if index is None:
            return frozenset()
        first = bisect_left(index.gaps, (span.start - _WIDEST_GAP, 0))
        last = bisect_left(index.gaps, (span.end, 0))
        return frozenset(at - span.start for low, high in index.gaps[first:last]
                         for at in range(max(low, span.start), min(high, span.end))
                         if span.quote[at - span.start].isspace() and not index.keeps(at))

    def stretches(self, span: Span) -> Iterator[tuple[str, bool]]:
        """The quote in stretches with whether each is to be seen; joined they are `shown(span.quote)`."""
        hidden, text = self.wraps(span), shown(span.quote)
        for seen, group in groupby(range(len(text)), key=lambda at: at not in hidden):
            yield "".join(text[at] for at in group), seen

    def readable(self, span: Span) -> str:
        """The quote without the white space of layout, for places that show it for reading only."""
        return "".join(text for text, seen in self.stretches(span) if seen)

    def paragraph(self, span: Span) -> Range:
        """The stretch of the document around a quote that reads as one: its paragraph as far as it is in one place.

        Without blocks, what stands between empty lines; without the document, the quote itself.
        """
        index, document = self._index(span.doc), self.documents.get(span.doc)
        if index is None or document is None:
            return span.start, span.end
        first = max(0, bisect_right(index.starts, span.start) - 1)
        held = [run for low, high, run in index.pieces[first : bisect_left(index.starts, span.end)]
                if low < span.end and span.start < high]
        if held:
            return min(span.start, held[0][0]), max(span.end, max(high for _, high in held))
        before = [at + len(gap) for gap in _EMPTY_LINES if (at := document.text.rfind(gap, 0, span.start)) >= 0]
        after = [at for gap in _EMPTY_LINES if (at := document.text.find(gap, span.end)) >= 0]
        return max(before, default=0), min(after, default=len(document.text))
