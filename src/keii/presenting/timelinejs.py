"""The chronology as TimelineJS3 JSON: what a date does not say is left out, what it says stands in `display_date`.

A season, quarter or half is given by its months; a date open at its start stands at its end. Text is HTML and escaped.
"""

from datetime import date
from html import escape

from keii.presenting import cite, lines
from keii.presenting.dates import long_date
from keii.presenting.display import shown
from keii.presenting.json_ import dump
from keii.presenting.rows import strength
from keii.presenting.words import label, say
from keii.values.chronology import Chronology, Citation, Entry
from keii.values.when import When, parse_edtf


def chronology(chronology: Chronology, *, lang: str = "ja") -> str:
    title = {"text": {"headline": escape(shown(chronology.title or say("title.chronology", lang)))}}
    return dump({"title": title, "events": [_event(entry, lang) for entry in chronology.entries]}, indent=1) + "\n"


def _event(entry: Entry, lang: str) -> dict[str, object]:
    lead = entry.occurrence.lead
    display = long_date(lead.date, lead.mod, lang)
    start, end = _ends(parse_edtf(lead.date))
    slide: dict[str, object] = {"unique_id": entry.occurrence.id, "start_date": {**start, "display_date": display}}
    if end:
        slide["end_date"] = end
    text = "".join(_quotation(citation, lang) for citation in lines.citations(entry)) + f"<p>{escape(strength(entry, lang))}</p>"
    return {**slide, "display_date": display, "group": label("pillar", lead.pillar, lang),
            "text": {"headline": escape(shown(lead.summary)), "text": text}}


def _quotation(citation: Citation, lang: str) -> str:
    quote = escape(shown(citation.span.quote)).replace("\r", "&#13;")
    return f"<blockquote>{quote}</blockquote><p>{escape(shown(cite.short(citation, lang)))}</p>"


def _ends(when: When) -> tuple[dict[str, int], dict[str, int] | None]:
    """Start and, for what lasts, end, each as exact as `when` is. One end is always known."""
    low, high = when.earliest, when.latest
    first = low or high
    if first is None:
        raise ValueError(f"no calendar time: {when.value!r}")
    if when.precision in ("day", "month", "year"):
        return _stated(first, when.value), None
    if when.precision != "interval":
        return _months(first), _months(high) if high else None
    start, _, end = when.value.partition("/")
    return _stated(first, start if low else end), _stated(high, end) if low and high else None


def _months(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month}


def _stated(day: date, value: str) -> dict[str, int]:
    """Year, month and day of one end, cut to what its value states."""
    parts = value.split("T")[0].count("-") if value[:4].isdigit() else 1
    if value.count("-") == 1 and not value[-2:].isdigit():
        parts = 1
    return dict(list({"year": day.year, "month": day.month, "day": day.day}.items())[: parts + 1])
