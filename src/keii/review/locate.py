"""Finding the words of a decision again in the text as it stands."""

from bisect import bisect_left

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


def _places(words: str, text: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _loosely(span: Span, doc: str, text: str) -> Span | None:
    solid = [at for at, char in enumerate(text) if not char.isspace()]
    words = "".join(span.quote.split())
    places = _places(words, "".join(text[at] for at in solid)) if words else []
    if not places:
        return None
    wanted = bisect_left(solid, span.start)
    first = min(places, key=lambda at: (abs(at - wanted), at))
    return Span.cut(doc, text, solid[first], solid[first + len(words) - 1] + 1)
