"""The chronology as CSV that Excel opens: UTF-8 with its mark, CRLF, a row an occurrence, dates as text.

Quotes stand between 「」, in the order of `evidence`, one after the other with a line break between; each is exact, and
the offsets beside it say how long it is. So no quote can begin a formula. In every other column a value that a
spreadsheet would take for one (it begins with = + - @, tab or return) gets an apostrophe before it.
"""

import csv
import io
from collections.abc import Iterator

from keii.presenting import lines
from keii.presenting.dates import sort_key
from keii.presenting.rows import Names, date_of, disagreement, earliest, strength
from keii.presenting.words import label, labels, say
from keii.values.chronology import Chronology, Entry

COLUMNS = ("id", "date", "date_iso", "sort", "summary", "actors", "initiator", "target", "action", "pillar", "status",
           "factuality", "independent", "reports", "carried", "earliest", "sources", "conflicts", "evidence", "quotes")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def chronology(chronology: Chronology, *, lang: str = "ja", names: Names = None) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(say(f"column.{column}", lang) for column in COLUMNS)
    for entry in chronology.entries:
        *plain, quotes = _cells(entry, lang, names)
        writer.writerow([*(harmless(cell) for cell in plain), quotes])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def _cells(entry: Entry, lang: str, names: Names) -> Iterator[str]:
    lead, spans = entry.occurrence.lead, lines.evidence(entry)
    yield entry.occurrence.id
    yield date_of(entry, lang, long=True)
    yield lead.date
    yield sort_key(lead.date, lead.mod)
    yield lead.summary
    yield labels("actor", lead.actors, lang, names)
    yield labels("actor", lead.initiator, lang, names)
    yield labels("actor", lead.target, lang, names)
    yield label("action", lead.action, lang)
    yield label("pillar", lead.pillar, lang)
    yield label("status", lead.status, lang)
    yield label("factuality", lead.factuality, lang)
    yield str(entry.independent_sources)
    yield str(len(entry.occurrence.docs))
    yield strength(entry, lang)
    yield earliest(entry, lang)
    yield "; ".join(entry.occurrence.docs)
    yield "; ".join(disagreement(conflict, lang, names) for conflict in entry.conflicts)
    yield "; ".join(f"{span.doc}:{span.start}-{span.end}" for span in spans)
    yield "\n".join(f"「{span.quote}」" for span in spans)


def harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
