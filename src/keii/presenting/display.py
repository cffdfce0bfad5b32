"""Text as a page, a sheet or a Word file can hold it. Only what is shown changes; the quote of the data stays exact.

XML has no place for control characters, non-characters and lone surrogates: they are shown as U+FFFD, the sign for a
character that cannot be shown, one for one, so that offsets still count.
"""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from keii.values.document import Document
from keii.values.span import Span

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def shown(text: str) -> str:
    """`text` with every character that XML cannot hold as U+FFFD; of the same length."""
    return _ILLEGAL.sub("\ufffd", text)


def wraps(span: Span, document: Document | None) -> frozenset[int]:
    """Indices into the quote of the white space that only the layout of the document put there.

    That is white space between two pieces of one block: line wraps within a sentence, spaces that a PDF puts between
    characters. Outputs keep these characters and do not show them. Without blocks nothing is layout.
    """
    if document is None:
        return frozenset()
    gaps = ((high, low) for block in document.blocks for (_, high), (low, _) in pairwise(block.pieces)
            if high < span.end and span.start < low)
    return frozenset(at - span.start for high, low in gaps for at in range(max(high, span.start), min(low, span.end))
                     if document.text[at].isspace())


def stretches(span: Span, document: Document | None) -> Iterator[tuple[str, bool]]:
    """The quote in stretches with whether each is to be seen; joined they are `shown(span.quote)`."""
    hidden, text = wraps(span, document), shown(span.quote)
    for seen, group in groupby(range(len(text)), key=lambda at: at not in hidden):
        yield "".join(text[at] for at in group), seen


def readable(span: Span, document: Document | None) -> str:
    """The quote without the white space of layout, in one line, for places where the exact quote stands elsewhere."""
    return "".join(text for text, seen in stretches(span, document) if seen)
