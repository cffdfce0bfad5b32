"""Time expressions of Japanese, found and resolved.

    >>> from keii.language import times
    >>> [(m.span.quote, m.when.value) for m in times.find("昨年9月21日に演説した。", published="2017-03")]
    [('昨年9月21日', '2016-09-21')]
"""

from collections.abc import Iterator

from keii.language.times.follow import follow
from keii.language.times.passages import of_document, of_text
from keii.values.document import Document
from keii.values.mention import TimeMention
from keii.values.span import Span

__all__ = ["find", "in_document", "stream"]


def find(text: str, *, published: str | None = None, doc: str = "") -> tuple[TimeMention, ...]:
    """The time expressions of a plain string, in order; spans, `start` and `end` are offsets into `text`, `block` is 0.

    Blank lines separate paragraphs; lines such as `2018年` or `【3月】` stand as headings over what follows.
    `published` (EDTF: `2018`, `2018-06`, `2018-06-12`) is when the text was written; without it 昨年 and the like stay
    unresolved (value "", `anchor_note` "undated"). `doc` names the text in the spans.
    """
    return tuple(stream(text, published=published, doc=doc))


def stream(text: str, *, published: str | None = None, doc: str = "") -> Iterator[TimeMention]:
    """What `find` finds, one by one: memory stays flat however long `text` is.

    Which years a text tells most, and how it counts, is looked over for half a million code points at a time.
    """
    def cut(block: int, start: int, end: int) -> Span:
        return Span.cut(doc, text, start, end)

    return follow(of_text(text), published, None, cut)


def in_document(document: Document) -> tuple[TimeMention, ...]:
    """The time expressions of a document's blocks, in order, with its structure and its date as anchors."""
    def cut(block: int, start: int, end: int) -> Span:
        low, high = document.cleaned[block].source(start, end)[0]
        return document.span(low, high)

    source = document.source
    return tuple(follow(of_document(document), source.published, source.kind, cut))
