"""Finding the words of a decision again in the text as it stands."""

from keii.values.span import Span


def located(span: Span, doc: str, text: str) -> Span | None:
    """The same words in `text`, there or as near to there as they stand; None where it no longer says them.

    White space may differ: a better reader breaks lines elsewhere.
    """
    if text[span.start : span.end] == span.quote:
        return Span(doc, span.start, span.end, span.quote)
    if places := _places(span.quote, text):
        start = min(places, key=lambda at: (abs(at - span.start), at))
        return Span.cut(doc, text, start, start + len(span.quote))
    return _loosely(span, doc, text)


def places(quote: str, text: str) -> list[tuple[int, int]]:
    """Start and end of every place where `text` says `quote`, white space aside."""
    solid, words = _solid(text), "".join(quote.split())
    found = _places(words, "".join(text[at] for at in solid)) if words else []
    return [(solid[at], solid[at + len(words) - 1] + 1) for at in found]


def _places(words: str, text: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _solid(text: str) -> list[int]:
    return [at for at, char in enumerate(text) if not char.isspace()]


def _loosely(span: Span, doc: str, text: str) -> Span | None:
    if not (found := places(span.quote, text)):
        return None
    wanted = span.start
    start, end = min(found, key=lambda place: (abs(place[0] - wanted), place))
    return Span.cut(doc, text, start, end)
