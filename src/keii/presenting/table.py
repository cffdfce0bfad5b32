"""The chronology on a terminal: a row is one line of sense, then the words it rests on, then what is disputed.

At 72 columns and more the rows stand in columns; on narrower screens date and marks stand over the summary. The count
of sources stands last in its line, so that a terminal which draws ● wide does not disturb the columns.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from keii.presenting import cite
from keii.presenting.dates import short_date
from keii.presenting.layout import Layout
from keii.presenting.rows import Names, date_of, disagreement, dots, strength
from keii.presenting.width import balanced, one_line, pad, truncate, width, wrap
from keii.presenting.words import label, say
from keii.values.chronology import Chronology, Citation, Entry
from keii.values.document import Document

_GAP = "  "
_NARROW, _LEAST = 72, 24
_WIDEST_DATE = 14
_LEAST_QUOTE = 16


def table(chronology: Chronology, documents: Mapping[str, Document] | None = None, *, lang: str = "ja",
          columns: int = 100, names: Names = None) -> str:
    """The rows as text of at most `columns`; ends with a line break.

    A quote is shown as it reads, in one line and cut to it; `documents` tell which of its spaces are layout.
    """
    if not chronology.entries:
        return say("none.entries", lang) + "\n"
    look = _Look(lang, max(columns, _LEAST), names, Layout(documents or {}))
    if columns < _NARROW:
        rows = [line for entry in chronology.entries for line in _stacked(entry, look)]
    else:
        sizes = _sizes(chronology, look)
        rows = [line for entry in chronology.entries for line in _row(entry, look, sizes)]
    return "\n".join(rows) + "\n"


@dataclass(frozen=True)
class _Look:
    """What all rows share: language, columns of the screen, names of actors, the documents."""

    lang: str
    columns: int
    names: Names
    layout: Layout


def _marks(entry: Entry, lang: str) -> tuple[str, str, str]:
    lead = entry.occurrence.lead
    return (label("pillar", lead.pillar, lang), label("status", lead.status, lang),
            f"{dots(entry)} {strength(entry, lang)}")


def _sizes(chronology: Chronology, look: _Look) -> tuple[int, ...]:
    """The columns of date, summary, pillar, status and sources: each as wide as its widest cell, summary the rest."""
    lang = look.lang
    dates = max(width(date_of(entry, lang)) for entry in chronology.entries)
    pillar, status, sources = (max(width(cell) for cell in cells)
                               for cells in zip(*(_marks(entry, lang) for entry in chronology.entries), strict=True))
    date = max(10, min(dates, _WIDEST_DATE))
    return date, look.columns - date - pillar - status - sources - 4 * len(_GAP), pillar, status, sources


def _row(entry: Entry, look: _Look, sizes: tuple[int, ...]) -> list[str]:
    cells = [_date_lines(date_of(entry, look.lang), sizes[0]),
             balanced(one_line(entry.occurrence.lead.summary), sizes[1]), *([mark] for mark in _marks(entry, look.lang))]
    height = max(len(cells[0]), len(cells[1]))
    full = [[*cell, *[""] * (height - len(cell))] for cell in cells]
    rows = [_GAP.join(pad(text, size) for text, size in zip(texts, sizes, strict=True)).rstrip()
            for texts in zip(*full, strict=True)]
    return rows + _under(entry, look, sizes[0] + len(_GAP))


def _date_lines(date: str, size: int) -> list[str]:
    """A range too wide for its column is broken after its ～."""
    if width(date) <= size:
        return [date]
    low, mark, high = date.partition("～" if "～" in date else "–")
    return [low + mark, high] if mark else wrap(date, size)


def _under(entry: Entry, look: _Look, indent: int) -> list[str]:
    """What stands under a row: its best quotation, then its conflicts."""
    found, space = entry.citations, look.columns - indent
    rows = [" " * indent + _quotation(found[0], len(found) - 1, look, space)] if found else []
    for conflict in entry.conflicts:
        told = wrap(one_line(disagreement(conflict, look.lang, look.names, date=short_date)), space - 3)
        rows += [" " * indent + ("⚠  " if index == 0 else "   ") + text for index, text in enumerate(told)]
    return rows


def _quotation(citation: Citation, more: int, look: _Look, space: int) -> str:
    """`→ 001 p.255「…」 ほか2か所`, the quote cut to the line."""
    lang, span = look.lang, citation.span
    place = truncate(f"→ {one_line(cite.short(citation, lang))}", max(12, space - _LEAST_QUOTE))
    head, close = place + say("quote.open", lang), say("quote.close", lang)
    tail = close + (" " + say("count.more", lang, n=more) if more else "")
    room = space - width(head)
    if room - width(tail) < _LEAST_QUOTE // 2:
        tail = close
    return head + truncate(one_line(look.layout.readable(span)), room - width(tail)) + tail


def _stacked(entry: Entry, look: _Look) -> list[str]:
    pillar, status, sources = _marks(entry, look.lang)
    rows = wrap(_GAP.join((date_of(entry, look.lang), pillar, status, sources)), look.columns)
    rows += [_GAP + text for text in wrap(one_line(entry.occurrence.lead.summary), look.columns - 2)]
    return rows + _under(entry, look, 2)
