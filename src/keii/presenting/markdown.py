"""The chronology as Markdown: a table of the rows, under it each row's quotations as block quotes, then the sources.

A quotation keeps its lines. What Markdown would change in it (leading and trailing white space, tabs, empty lines,
carriage returns) is written as a character reference, so that any CommonMark reader gives back the exact quote.
"""

import re
from collections.abc import Iterator

from keii.presenting import cite, lines
from keii.presenting.display import shown
from keii.presenting.rows import Names, date_of, disagreement, dots, earliest, relied, strength
from keii.presenting.width import one_line
from keii.presenting.words import label, say
from keii.values.chronology import Chronology, Entry

_MARKUP = frozenset("\\`*_[]<>&|~#")
_LINE_START = re.compile(r"\d+(?=[.)])|(?=[-+=:])")
_COLUMNS = ("number", "date", "summary", "pillar", "status", "sources")


def escape(text: str) -> str:
    """One line of text in which nothing is markup."""
    start = _LINE_START.match(text)
    head = f"{start[0]}\\" if start else ""
    return head + "".join(_char(char) for char in text[start.end() if start else 0 :])


def _char(char: str) -> str:
    return f"\\{char}" if char in _MARKUP else char


def quotation(text: str) -> str:
    """`text` as a block quote that reads back exactly (control characters, which Markdown cannot hold, as U+FFFD)."""
    out, before = "", True
    for index, row in enumerate(shown(text).split("\n")):
        if index:
            out += "\n> " if row and before else "&#10;"
        out += _quoted_row(row)
        before = bool(row)
    return f"> {out}"


def _quoted_row(row: str) -> str:
    """A line whose outer white space, tabs and returns are character references."""
    body = row.strip()
    at = row.index(body)
    inner = escape(body).replace("\t", "&#9;").replace("\r", "&#13;").replace("\f", "&#12;")
    return _references(row[:at]) + inner + _references(row[at + len(body) :])


def _references(space: str) -> str:
    return "".join(f"&#{ord(char)};" for char in space)


def chronology(chronology: Chronology, *, lang: str = "ja", names: Names = None) -> str:
    numbered = list(enumerate(chronology.entries, 1))
    parts = [f"# {escape(one_line(chronology.title or say('title.chronology', lang)))}", *_scope(chronology, lang)]
    parts.append("\n".join([_row(say(f"column.{column}", lang) for column in _COLUMNS), _row(["---"] * len(_COLUMNS)),
                            *(_row(_cells(number, entry, lang)) for number, entry in numbered)]))
    parts.append(f"## {say('title.quotes', lang)}")
    parts += [part for number, entry in numbered for part in _evidence(number, entry, lang, names)]
    parts.append(f"## {say('title.sources', lang)}")
    numbering = cite.Numbering.of(chronology)
    parts.append("\n".join(f"- {_source(doc, numbering, lang)}" for doc in numbering.numbers))
    return "\n\n".join(part for part in parts if part) + "\n"


def _source(doc: str, numbering: cite.Numbering, lang: str) -> str:
    return escape(one_line(f"{doc}{say('join.colon', lang)}{numbering.reference(doc, lang)}"))


def _scope(chronology: Chronology, lang: str) -> Iterator[str]:
    told = [f"{label('scope', name, lang)}{say('join.colon', lang)}{words}" for name, words in chronology.scope]
    if told:
        yield escape(one_line(say("join.sentence", lang).join(told)))


def _row(cells: Iterator[str] | list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(number: int, entry: Entry, lang: str) -> Iterator[str]:
    lead = entry.occurrence.lead
    yield str(number)
    yield escape(date_of(entry, lang))
    yield escape(one_line(lead.summary)) + (" ⚠" if entry.conflicts else "")
    yield label("pillar", lead.pillar, lang)
    yield label("status", lead.status, lang)
    yield f"{dots(entry)} {escape(one_line(strength(entry, lang)))}"


def _evidence(number: int, entry: Entry, lang: str, names: Names) -> Iterator[str]:
    yield f"### {number}. {escape(date_of(entry, lang))} {escape(one_line(entry.occurrence.lead.summary))}"
    if entry.conflicts:
        yield "\n".join(f"- ⚠ {escape(one_line(disagreement(conflict, lang, names)))}" for conflict in entry.conflicts)
    if told := [part for part in (earliest(entry, lang), relied(entry, lang)) if part]:
        yield "\n".join(f"- {escape(one_line(part))}" for part in told)
    for citation in lines.citations(entry):
        span = citation.span
        yield quotation(span.quote)
        place = say("cite.offsets", lang, start=span.start, end=span.end)
        yield f"— {escape(one_line(cite.short(citation, lang)))} ({place})"
