"""The chronology on a terminal: a row is one line of sense, then the words it rests on, then what is disputed.

At 72 columns and more the rows stand in columns; on narrower screens date and marks stand over the summary. The count
of sources stands last in its line, so that a terminal which draws ● wide does not disturb the columns.
"""

from keii.presenting import cite
from keii.presenting.dates import short_date
from keii.presenting.rows import Names, date_of, disagreement, dots, strength
from keii.presenting.width import balanced, one_line, pad, truncate, width, wrap
from keii.presenting.words import label, say
from keii.values.chronology import Chronology, Citation, Entry

_GAP = "  "
_NARROW = 72
_WIDEST_DATE = 14
_LEAST_QUOTE = 16


def table(chronology: Chronology, *, lang: str = "ja", columns: int = 100, names: Names = None) -> str:
    """The rows as text of at most `columns`; ends with a line break."""
    if not chronology.entries:
        return say("none.entries", lang) + "\n"
    if columns < _NARROW:
        return _stacked(chronology, lang, max(columns, 24), names)
    sizes = _sizes(chronology, lang, columns)
    rows = [line for entry in chronology.entries for line in _row(entry, lang, columns, sizes, names)]
    return "\n".join(rows) + "\n"


def _marks(entry: Entry, lang: str) -> tuple[str, str, str]:
    lead = entry.occurrence.lead
    return (label("pillar", lead.pillar, lang), label("status", lead.status, lang),
            f"{dots(entry)} {strength(entry, lang)}")


def _sizes(chronology: Chronology, lang: str, columns: int) -> tuple[int, ...]:
    """The columns of date, summary, pillar, status and sources: each as wide as its widest cell, summary the rest."""
    dates = max(width(date_of(entry, lang)) for entry in chronology.entries)
    pillar, status, sources = (max(width(cell) for cell in cells)
                               for cells in zip(*(_marks(entry, lang) for entry in chronology.entries), strict=True))
    date = max(10, min(dates, _WIDEST_DATE))
    return date, columns - date - pillar - status - sources - 4 * len(_GAP), pillar, status, sources


def _row(entry: Entry, lang: str, columns: int, sizes: tuple[int, ...], names: Names) -> list[str]:
    cells = [_date_lines(date_of(entry, lang), sizes[0]), balanced(one_line(entry.occurrence.lead.summary), sizes[1]),
             *([mark] for mark in _marks(entry, lang))]
    height = max(len(cells[0]), len(cells[1]))
    full = [[*cell, *[""] * (height - len(cell))] for cell in cells]
    rows = [_GAP.join(pad(text, size) for text, size in zip(texts, sizes, strict=True)).rstrip()
            for texts in zip(*full, strict=True)]
    return rows + _under(entry, lang, columns, sizes[0] + len(_GAP), names)


def _date_lines(date: str, size: int) -> list[str]:
    """A range too wide for its column is broken after its ～."""
    if width(date) <= size:
        return [date]
    low, mark, high = date.partition("～" if "～" in date else "–")
    return [low + mark, high] if mark else wrap(date, size)


def _under(entry: Entry, lang: str, columns: int, indent: int, names: Names) -> list[str]:
    """What stands under a row: its best quotation, then its conflicts."""
    found = entry.citations
    rows = [" " * indent + _quotation(found[0], len(found) - 1, lang, columns - indent)] if found else []
    for conflict in entry.conflicts:
        told = wrap(one_line(disagreement(conflict, lang, names, date=short_date)), columns - indent - 3)
        rows += [" " * indent + ("⚠  " if index == 0 else "   ") + text for index, text in enumerate(told)]
    return rows


def _quotation(citation: Citation, more: int, lang: str, columns: int) -> str:
    """`→ 001 p.255「…」 ほか2か所`, the quote cut to the line."""
    place = truncate(f"→ {one_line(cite.short(citation, lang))}", max(12, columns - _LEAST_QUOTE))
    head = place + say("quote.open", lang)
    close = say("quote.close", lang)
    tail = close + (" " + say("count.more", lang, n=more) if more else "")
    room = columns - width(head)
    if room - width(tail) < _LEAST_QUOTE // 2:
        tail = close
    return head + truncate(one_line(citation.span.quote), room - width(tail)) + tail


def _stacked(chronology: Chronology, lang: str, columns: int, names: Names) -> str:
    rows: list[str] = []
    for entry in chronology.entries:
        pillar, status, sources = _marks(entry, lang)
        rows += wrap(_GAP.join((date_of(entry, lang), pillar, status, sources)), columns)
        rows += [_GAP + text for text in balanced(one_line(entry.occurrence.lead.summary), columns - 2)]
        rows += _under(entry, lang, columns, 2, names)
    return "\n".join(rows) + "\n"
