"""The chronology as an Excel workbook: 年表, 引用, 出所, 食い違い, 範囲; every text a text, every quote exact.

Dates are ISO text, never Excel dates (which cannot be vague and begin in 1900); the sort key stands in a folded column.
Texts that begin like a formula are written as texts with Excel's quote prefix. A quote longer than a cell may be is
continued in the next row, each row a span of its own. Characters Excel cannot hold are shown as U+FFFD.
"""

import datetime
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from keii.presenting import cite, lines
from keii.presenting.amounts import quantity
from keii.presenting.dates import sort_key
from keii.presenting.display import shown
from keii.presenting.rows import Names, date_of, disagreement, earliest, side, sides, strength
from keii.presenting.scope import filters
from keii.presenting.width import width
from keii.presenting.words import label, labels, say
from keii.values.chronology import Chronology, Citation, Entry
from keii.values.document import Document

MOST_CHARACTERS = 16_000
_MOST_LINKS = 30_000
_LINE, _HIGHEST = 17.0, 400.0
_FONT = "游ゴシック"
MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
_BASE = {"font_name": _FONT, "font_size": 10, "valign": "top", "font_color": "#1D1B18", "bottom": 1,
         "bottom_color": "#E4DFD5"}
_FORMULA = ("=", "+", "-", "@", "'", "{")
Cell = str | int | tuple[str, str]
"""A text, a number, or (text, sheet!cell) for a link within the workbook."""


@dataclass
class Book:
    """The workbook being written, with its few formats."""

    file: io.BytesIO = field(default_factory=io.BytesIO)

    def __post_init__(self) -> None:
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.book = xlsxwriter.Workbook(self.file, options)
        self.book.formats[0].set_font_name(_FONT)
        self.book.formats[0].set_font_size(10)
        add = self.book.add_format
        self.head = add({**_BASE, "bold": True, "font_color": "#55504A", "bg_color": "#F4F1EA", "top": 1,
                         "top_color": "#55504A", "bottom_color": "#55504A", "valign": "vcenter", "text_wrap": True,
                         "align": "left", "indent": 1})
        self.text = add({**_BASE, "align": "left", "indent": 1, "text_wrap": True})
        self.guarded = add({**_BASE, "align": "left", "indent": 1, "text_wrap": True, "quote_prefix": True})
        self.number = add({**_BASE, "num_format": "#,##0", "align": "right", "indent": 1})
        self.link = add({**_BASE, "align": "left", "indent": 1, "text_wrap": True, "font_color": "#3B5670"})

    def bytes(self) -> bytes:
        self.book.close()
        return self.file.getvalue()


@dataclass(frozen=True)
class Column:
    """A column: the key of its heading, its width in characters, whether it is folded away (ids and sort keys)."""

    key: str
    width: float
    faint: bool = False


def chronology(chronology: Chronology, documents: Mapping[str, Document], *, lang: str = "ja",
               names: Names = None) -> bytes:
    """The workbook; the same bytes for the same values."""
    book, numbering = Book(), cite.Numbering.of(chronology)
    title = shown(chronology.title or say("title.chronology", lang))
    book.book.set_properties({"title": title, "created": MADE})
    source_row = {doc: number for doc, number in numbering.numbers.items()}
    _entries(book, chronology, source_row, lang, names)
    _quotes(book, chronology, source_row, lang)
    _sources(book, chronology, documents, numbering, lang)
    _conflicts(book, chronology, lang, names)
    _scope(book, chronology, lang)
    return book.bytes()


_ENTRY_COLUMNS = (
    Column("number", 6), Column("date", 16), Column("summary", 46), Column("actors", 17), Column("initiator", 13),
    Column("target", 11), Column("action", 12), Column("pillar", 7), Column("status", 7), Column("factuality", 8),
    Column("issues", 12), Column("place", 12), Column("numbers", 13), Column("independent", 10), Column("reports", 7),
    Column("carried", 16), Column("earliest", 22),
    Column("sources", 22), Column("conflicts", 30), Column("date_iso", 23), Column("sort", 22, True),
    Column("id", 18, True),
)


def _entries(book: Book, chronology: Chronology, source_row: Mapping[str, int], lang: str, names: Names) -> None:
    rows = [_entry(number, entry, source_row, lang, names) for number, entry in enumerate(chronology.entries, 1)]
    add_sheet(book, "chronology", _ENTRY_COLUMNS, rows, lang, frozen=3)


def _entry(number: int, entry: Entry, source_row: Mapping[str, int], lang: str, names: Names) -> list[Cell]:
    lead, docs = entry.occurrence.lead, entry.occurrence.docs
    conflicts = "\n".join(disagreement(one, lang, names) for one in entry.conflicts)
    return [number, date_of(entry, lang), lead.summary, labels("actor", lead.actors, lang, names),
            labels("actor", lead.initiator, lang, names), labels("actor", lead.target, lang, names),
            label("action", lead.action, lang), label("pillar", lead.pillar, lang), label("status", lead.status, lang),
            label("factuality", lead.factuality, lang), labels("issue", lead.issues, lang), lead.place or "",
            "\n".join(quantity(one, lang) for one in lead.numbers), entry.independent_sources,
            len(docs), strength(entry, lang), earliest(entry, lang),
            ("\n".join(docs), _at("sources", source_row[docs[0]], lang)), conflicts, lead.date,
            sort_key(lead.date, lead.mod), entry.occurrence.id]


_QUOTE_COLUMNS = (Column("row", 6), Column("date", 15), Column("doc", 22), Column("page", 7), Column("notes", 7),
                  Column("start", 9), Column("end", 9), Column("quote", 84), Column("id", 18, True))


def _quotes(book: Book, chronology: Chronology, source_row: Mapping[str, int], lang: str) -> None:
    rows = [row for number, entry in enumerate(chronology.entries, 1) for citation in lines.citations(entry)
            for row in _quote(number, entry, citation, source_row, lang)]
    add_sheet(book, "quotes", _QUOTE_COLUMNS, rows, lang)


def _quote(number: int, entry: Entry, citation: Citation, source_row: Mapping[str, int],
           lang: str) -> list[list[Cell]]:
    """One row, more where the quote is longer than a cell may be."""
    span = citation.span
    rows: list[list[Cell]] = []
    for at in range(0, len(span.quote), MOST_CHARACTERS):
        part = span.quote[at : at + MOST_CHARACTERS]
        rows.append([(str(number), _at("chronology", number, lang)), date_of(entry, lang),
                     (span.doc, _at("sources", source_row[span.doc], lang)), citation.page or "",
                     ", ".join(str(note) for note in citation.notes), span.start + at, span.start + at + len(part), part,
                     entry.occurrence.id])
    return rows


_SOURCE_COLUMNS = (Column("number", 5), Column("doc", 22), Column("author", 18), Column("title", 40),
                   Column("publisher", 18), Column("kind", 11), Column("origin", 8), Column("published", 12),
                   Column("basis", 12), Column("characters", 9), Column("cited", 8), Column("reference", 52),
                   Column("url", 24))


def _sources(book: Book, chronology: Chronology, documents: Mapping[str, Document], numbering: cite.Numbering,
             lang: str) -> None:
    rows: list[list[Cell]] = []
    for doc, number in numbering.numbers.items():
        source, document = numbering.sources[doc], documents.get(doc)
        cited = sum(doc in entry.occurrence.docs for entry in chronology.entries)
        unknown = say("unknown", lang)
        rows.append([number, doc, say("join.list", lang).join(source.author), source.title or unknown,
                     source.publisher or "", label("kind", source.kind, lang), label("actor", source.origin, lang),
                     source.published or unknown, label("basis", source.published_basis, lang),
                     len(document.text) if document else "", cited, numbering.reference(doc, lang), source.url or ""])
    add_sheet(book, "sources", _SOURCE_COLUMNS, rows, lang, frozen=2)


_CONFLICT_COLUMNS = (Column("row", 6), Column("date", 15), Column("summary", 46), Column("field", 10),
                     Column("value", 26), Column("doc", 26), Column("remark", 34))


def _conflicts(book: Book, chronology: Chronology, lang: str, names: Names) -> None:
    rows: list[list[Cell]] = [
        [(str(number), _at("chronology", number, lang)), date_of(entry, lang), entry.occurrence.lead.summary,
         label("field", found.field, lang), side(found.field, value, lang, names), ", ".join(who), found.note or ""]
        for number, entry in enumerate(chronology.entries, 1) for found in entry.conflicts
        for value, who in sides(found).items()]
    add_sheet(book, "conflicts", _CONFLICT_COLUMNS, rows, lang)


def _scope(book: Book, chronology: Chronology, lang: str) -> None:
    rows: list[list[Cell]] = [[name, words] for name, words in filters(chronology, lang)]
    rows += [[say("scope.entries", lang), say("count.entries", lang, n=len(chronology.entries))],
             [say("scope.documents", lang), say("count.sources", lang, n=len(dict(chronology.sources)))]]
    add_sheet(book, "scope", (Column("filter", 18), Column("value", 60)), rows, lang)


def _at(sheet: str, row: int, lang: str) -> str:
    """Where a link goes: the given row of the data of a sheet."""
    return f"internal:'{say(f'sheet.{sheet}', lang)}'!A{row + 1}"


def add_sheet(book: Book, name: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], lang: str, *,
           frozen: int = 1) -> None:
    sheet = book.book.add_worksheet(say(f"sheet.{name}", lang))
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width, None, {"level": 1, "hidden": True} if column.faint else {})
        sheet.write_string(0, at, say(f"column.{column.key}", lang), book.head)
    if columns[-1].faint:
        sheet.set_column(len(columns), len(columns), None, None, {"collapsed": True})
    sheet.set_row(0, 30)
    for line, row in enumerate(rows, 1):
        sheet.set_row(line, _height(row, columns))
        for at, cell in enumerate(row):
            _write(book, sheet, line, at, cell)
    sheet.freeze_panes(1, frozen)
    sheet.autofilter(0, 0, max(1, len(rows)), len(columns) - 1)
    _page(sheet)


def _page(sheet: Worksheet) -> None:
    """How the sheet prints: A4 across, as wide as the paper, its heading on every page, numbered."""
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(0.5, 0.5, 0.6, 0.6)
    sheet.set_footer("&C&9&P / &N")


def _height(row: Sequence[Cell], columns: Sequence[Column]) -> float:
    """Points that the tallest cell takes; set here because not every program fits rows by itself."""
    deepest = 1
    for cell, column in zip(row, columns, strict=True):
        text = cell[0] if isinstance(cell, tuple) else str(cell)
        if not column.faint:
            deepest = max(deepest, sum(max(1, -(-width(line) // int(column.width - 1))) for line in text.split("\n")))
    return min(_HIGHEST, deepest * _LINE + 4)


def _write(book: Book, sheet: Worksheet, line: int, at: int, cell: Cell) -> None:
    if isinstance(cell, int):
        sheet.write_number(line, at, cell, book.number)
    elif not cell:
        sheet.write_blank(line, at, None, book.text)
    elif isinstance(cell, tuple) and line <= _MOST_LINKS:
        sheet.write_url(line, at, cell[1], book.link, shown(cell[0]))
    else:
        text = cell[0] if isinstance(cell, tuple) else cell
        sheet.write_string(line, at, shown(text), book.guarded if text.startswith(_FORMULA) else book.text)
