"""An analysis as an Excel workbook: the rows, the cross table, every quote exact, the sources, how it was made."""

from keii.presenting import cite
from keii.presenting.analysis.shown import Look
from keii.presenting.display import shown
from keii.presenting.words import label, say
from keii.presenting.xlsx import MADE, MOST_CHARACTERS, Book, Cell, Column, add_sheet
from keii.values.analysis import Analysis
from keii.values.source import Source

_WIDTHS = {"measure": 46, "text": 60, "summary": 50, "statement": 60, "cause": 40, "effect": 40, "exemption": 30, "resolution": 16,
           "actors": 20, "addressee": 18, "speaker": 18, "claimed_by": 18, "who": 18, "stage": 14, "author": 18, "proposal": 18}


def analysis(found: Analysis, look: Look) -> bytes:
    """The workbook; the same bytes for the same values."""
    book = Book()
    book.book.set_properties({"title": shown(look.title(found)), "created": MADE})
    _rows(book, found, look)
    _matrix(book, found, look)
    _further(book, found, look)
    _counted(book, found, look)
    _quotes(book, found, look)
    _sources(book, found, look)
    told: list[list[Cell]] = [[look.title(found), say(found.measure, look.lang)]]
    told += [[say(f"title.analysis.{table.name}", look.lang), look.beside(table.name)] for table in found.further if look.beside(table.name)]
    told += [[name, words] for name, words in found.scope]
    told += [["", sentence] for sentence in look.remarks(found)]
    add_sheet(book, "scope", (Column("filter", 24), Column("value", 90)), told, look.lang)
    return book.bytes()


def _rows(book: Book, found: Analysis, look: Look) -> None:
    columns = (Column("number", 6), *(Column(name, _WIDTHS.get(name, 14)) for name in found.columns), Column("doc", 16),
               *([Column("ids", 40)] if found.counted else []))
    rows: list[list[Cell]] = []
    for number, line in enumerate(found.lines, 1):
        rows.append([number, *look.told(found, line).values(), ", ".join(dict.fromkeys(span.doc for span in line.evidence)),
                     *([" ".join(line.ids)[:MOST_CHARACTERS]] if found.counted else [])])
    add_sheet(book, "analysis", columns, rows, look.lang)


def _further(book: Book, found: Analysis, look: Look) -> None:
    """A sheet for each further table, with the ids of the rows it counts."""
    for table in found.further:
        columns = (*(Column(name, _WIDTHS.get(name, 14)) for name in table.columns), Column("ids", 40))
        rows: list[list[Cell]] = []
        for line in table.lines:
            rows.append([*look.told(table, line).values(), " ".join(line.ids)[:MOST_CHARACTERS]])
        add_sheet(book, table.name, columns, rows, look.lang)


def _counted(book: Book, found: Analysis, look: Look) -> None:
    """A sheet of the rows that are counted, by the ids that the tables name."""
    if found.counted:
        rows: list[list[Cell]] = [[one.id, one.date, one.summary, one.evidence[0].doc, one.evidence[0].quote[:MOST_CHARACTERS]]
                                  for one in found.counted]
        add_sheet(book, "counted", (Column("ids", 20), Column("date", 12), Column("summary", 50), Column("doc", 16), Column("quote", 60)), rows,
                  look.lang)


def _matrix(book: Book, found: Analysis, look: Look) -> None:
    """A sheet of its own, heads in words: a cell lists the numbers of its rows."""
    if found.matrix is None or not found.lines:
        return
    sheet = book.book.add_worksheet(say("sheet.matrix", look.lang))
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, len(found.matrix.columns), 16)
    sheet.write_string(0, 0, "", book.head)
    for at, key in enumerate(found.matrix.columns, 1):
        sheet.write_string(0, at, shown(look.key(key)), book.head)
    for line, (key, cells) in enumerate(zip(found.matrix.rows, found.matrix.cells, strict=True), 1):
        sheet.write_string(line, 0, shown(look.key(key)), book.head)
        for at, cell in enumerate(cells, 1):
            sheet.write_string(line, at, ", ".join(str(one + 1) for one in cell), book.text)
    sheet.freeze_panes(1, 1)


def _quotes(book: Book, found: Analysis, look: Look) -> None:
    rows: list[list[Cell]] = []
    for number, line in enumerate(found.lines, 1):
        for span in line.evidence:
            page = look.citation(span).page or ""
            for at in range(0, len(span.quote), MOST_CHARACTERS):
                part = span.quote[at : at + MOST_CHARACTERS]
                rows.append([number, span.doc, page, span.start + at, span.start + at + len(part), part])
    columns = (Column("row", 6), Column("doc", 22), Column("page", 7), Column("start", 9), Column("end", 9), Column("quote", 90))
    add_sheet(book, "quotes", columns, rows, look.lang)


def _sources(book: Book, found: Analysis, look: Look) -> None:
    numbering = cite.Numbering({doc: number for number, (doc, _) in enumerate(found.sources, 1)}, dict(found.sources))
    rows: list[list[Cell]] = [[number, doc, label("kind", numbering.sources.get(doc, Source()).kind, look.lang),
                               numbering.reference(doc, look.lang)] for doc, number in numbering.numbers.items()]
    add_sheet(book, "sources", (Column("number", 6), Column("doc", 22), Column("kind", 12), Column("reference", 80)), rows, look.lang)
