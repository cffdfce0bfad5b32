"""What a search found: by document, each passage with its date and page, the words lit; and as JSON."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from keii.presenting import json_
from keii.presenting.dates import long_date, short_date
from keii.presenting.width import one_line, pad, truncate, width
from keii.presenting.words import say
from keii.values.source import Source
from keii.values.view import Hit

_LEAD = 24
_LIT = ("\x1b[1m", "\x1b[0m")


def text(words: Sequence[str], period: tuple[str | None, str | None], hits: Sequence[Hit], totals: Mapping[str, int],
         sources: Mapping[str, Source], *, lang: str = "ja", columns: int = 100, lit: bool = False) -> str:
    """Passages under their documents, a line each, cut around the first word that was looked for.

    `totals` are `total`, `undated` and `documents` (all that were searched); `lit` marks the words for a terminal.
    """
    scope = say("search.scope", lang, period=long_date("/".join(end or ".." for end in period), lang=lang)) if any(period) else ""
    told = {"words": " ".join(words), "scope": scope}
    if not hits:
        lines = [say("search.none", lang, documents=totals["documents"], **told)]
    elif totals["total"] > len(hits):
        lines = [say("search.found_some", lang, total=f"{totals['total']:,}", shown=len(hits), documents=len(sources), **told)]
    else:
        lines = [say("search.found", lang, total=f"{totals['total']:,}", documents=len(sources), **told)]
    date = max((width(_date(hit, lang)) for hit in hits), default=0)
    page = max((width(_page(hit, lang)) for hit in hits), default=0)
    for doc, found in groupby(hits, key=lambda hit: hit.doc):
        group = list(found)
        title = one_line(sources[doc].title or "")
        lines += ["", truncate(say("search.document", lang, doc=doc, title=title, n=len(group)).replace("    ", "  "), columns)]
        for hit in group:
            head = "  " + pad(_date(hit, lang), date) + "  " + (pad(_page(hit, lang), page) + "  " if page else "")
            lines.append(head + _cut(hit, columns - width(head), lit=lit))
    if totals["undated"]:
        lines += ["", say("search.undated", lang, n=f"{totals['undated']:,}")]
    return "\n".join(lines) + "\n"


def json(words: Sequence[str], hits: Sequence[Hit], totals: Mapping[str, int]) -> str:
    """`{"words", "total", "undated", "documents", "hits": [...]}`."""
    return json_.dump({"words": list(words), **totals, "hits": [_object(hit) for hit in hits]}, indent=1) + "\n"


def _object(hit: Hit) -> dict[str, object]:
    return {"doc": hit.doc, "date": hit.passage.dates[0] if hit.passage.dates else None, "dates": list(hit.passage.dates),
            "basis": hit.passage.basis, "page": hit.page, "kind": hit.passage.kind,
            "evidence": [[span.doc, span.start, span.end] for span in hit.spans],
            "quotes": [span.quote for span in hit.spans],
            "words": [[span.start, span.end] for span in hit.words]}


def _date(hit: Hit, lang: str) -> str:
    dates = hit.passage.dates
    return short_date(dates[0], lang=lang) if dates else say("search.no_date", lang)


def _page(hit: Hit, lang: str) -> str:
    return say("cite.short_page", lang, page=hit.page) if hit.page else ""


def _cut(hit: Hit, room: int, *, lit: bool) -> str:
    """The passage in `room` columns, from a little before the first word found."""
    text = one_line(hit.passage.text)
    word = one_line(hit.words[0].quote) if hit.words else ""
    at = text.find(word) if word else 0
    if at > 0 and width(text) > room:
        start = at
        while start > 0 and width(text[start - 1 : at]) <= min(_LEAD, room // 3):
            start -= 1
        text = ("…" if start else "") + text[start:]
    shown = truncate(text, room)
    return shown.replace(word, f"{_LIT[0]}{word}{_LIT[1]}") if lit and word else shown
