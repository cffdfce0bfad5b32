"""An analysis as a Word file: definition, cross table, the rows with their quotes in footnotes, the sources."""

from collections.abc import Iterator
from math import ceil
from xml.sax.saxutils import escape

from keii.presenting import cite, word, word_parts
from keii.presenting.analysis.counted import Numbers, groups, listed
from keii.presenting.analysis.shown import Look
from keii.presenting.dates import short_date
from keii.presenting.docx import Notes
from keii.presenting.width import one_line
from keii.presenting.words import say
from keii.values.analysis import Analysis, Line, Table
from keii.values.chronology import Citation

_PAGE = 14000
_SHARES = {"measure": 4, "text": 7, "summary": 7, "statement": 8, "cause": 4, "effect": 3, "exemption": 4,
           "shift": 1, "denied": 1, "part": 1.2, "category": 1.4, "strength": 1.2, "factuality": 1.2,
           "counts": 7, "rests": 4, "months": 1, "use": 1.2, "acts": 1, "small": 1, "key": 6, "label": 3, "dyad": 3, "period": 4}
_LONG, _NUMBER = 2, 0.8
_MOST_COUNTED = 9
"""Columns of the cross table beside one another."""
_HEAD = 2200
_ACROSS = word_parts.SECTION.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
_HIDDEN = frozenset(("proposal",))


def analysis(found: Analysis, look: Look) -> bytes:
    """The .docx file; the same bytes for the same values."""
    numbering = cite.Numbering({doc: at for at, (doc, _) in enumerate(found.sources, 1)}, dict(found.sources))
    notes = Notes(look.layout, numbering, look.lang)
    title, numbers = one_line(look.title(found)), Numbers.made(found)
    body = [word.paragraph(word.run(title), "Title"), word.paragraph(word.run(look.method(found)), "BodyText")]
    if found.lines or any(table.lines for table in found.further):
        body += [*_matrix(found, look), *_rows(found, look, notes, numbers, numbered=found.matrix is not None),
                 *_further(found, look, notes, numbers),
                 *_counted(found, look, notes, numbers), *_sources(numbering, look.lang)]
    content = (f'{word.HEAD}<w:document xmlns:w="{word.NAMESPACE}"><w:body>{"".join(body)}{_ACROSS}</w:body></w:document>')
    return word.package({
        "[Content_Types].xml": word_parts.TYPES, "_rels/.rels": word_parts.RELATIONS,
        "docProps/core.xml": word_parts.core(escape(title), look.lang), "word/document.xml": content,
        "word/_rels/document.xml.rels": word_parts.DOCUMENT_RELATIONS, "word/styles.xml": word_parts.STYLES,
        "word/settings.xml": word_parts.SETTINGS, "word/fontTable.xml": word_parts.FONTS,
        "word/footnotes.xml": word.footnotes(notes.written), "word/footer1.xml": word_parts.FOOTER})


def _matrix(found: Analysis, look: Look) -> Iterator[str]:
    """The counts, in as many tables as the width of a page asks for."""
    if found.matrix is None or not found.lines:
        return
    columns = found.matrix.columns
    size = ceil(len(columns) / ceil(len(columns) / _MOST_COUNTED))
    yield word.paragraph(word.run(say("matrix.note", look.lang)), "BodyText")
    for first in range(0, len(columns), size):
        held = range(first, min(first + size, len(columns)))
        widths = (_HEAD, *((_PAGE - _HEAD) // len(held) for _ in held))
        cells = [[word.run(look.key(key)), *(word.run(_counted_in(row[one], look.lang)) for one in held)]
                 for key, row in zip(found.matrix.rows, found.matrix.cells, strict=True) if any(row[one] for one in held)]
        yield word.table(["", *(look.key(columns[one]) for one in held)], cells, widths, ("TableLeft",) * len(widths))
        yield word.paragraph("", "BodyText")


def _counted_in(cell: tuple[int, ...], lang: str) -> str:
    """How many rows a cell counts, and their numbers."""
    return say("matrix.cell", lang, n=len(cell), rows=listed([at + 1 for at in cell], lang)) if cell else "–"


def _rows(found: Table, look: Look, notes: Notes, numbers: Numbers, *, numbered: bool = False) -> Iterator[str]:
    if not found.lines:
        return
    columns = [column for column in found.columns if column not in _HIDDEN]
    shares = [*([_NUMBER] if numbered else []), *(_SHARES.get(column, 2) for column in columns)]
    widths = tuple(int(_PAGE * share / sum(shares)) for share in shares)
    heads = [*([say("column.number", look.lang)] if numbered else []), *(look.heading(column) for column in columns)]
    cells = [[*([word.run(str(at))] if numbered else []), *_cells(found, line, columns, look, (notes, numbers))]
             for at, line in enumerate(found.lines, 1)]
    yield word.table(heads, cells, widths, ("TableLeft",) * len(heads))


def _further(found: Analysis, look: Look, notes: Notes, numbers: Numbers) -> Iterator[str]:
    for table in found.further:
        if table.lines:
            yield word.paragraph(word.run(say(f"title.analysis.{table.name}", look.lang)), "Heading1")
            yield from ([word.paragraph(word.run(method), "BodyText")] if (method := look.beside(table.name)) else [])
            yield from _rows(table, look, notes, numbers)


def _cells(found: Table, line: Line, columns: list[str], look: Look, by: tuple[Notes, Numbers]) -> Iterator[str]:
    """The values of a row; its footnotes, one for each document and one for the rows it counts, stand with the longest."""
    notes, numbers = by
    by_doc: dict[str, list[Citation]] = {}
    for span in line.evidence:
        by_doc.setdefault(span.doc, []).append(look.citation(span))
    marked, told = next((column for column in columns if _SHARES.get(column, 0) > _LONG), columns[0]), look.told(found, line)
    for column in columns:
        value = word.run(one_line(told[column]))
        if column == marked:
            value += "".join(notes.add(citations) for citations in by_doc.values()) + _counts(line, look, notes, numbers)
        yield value


def _counts(line: Line, look: Look, notes: Notes, numbers: Numbers) -> str:
    """A footnote with the numbers of the rows that a row counts; "" where it counts none."""
    told = [f"{name} {len(ids)}{say('join.colon', look.lang)}{listed(held, look.lang)}" for name, ids in groups(line, look)
            if (held := numbers.told(ids))]
    return notes.say(say("counted.note", look.lang, rows=say("join.counts", look.lang).join(told))) if told else ""


def _counted(found: Analysis, look: Look, notes: Notes, numbers: Numbers) -> Iterator[str]:
    """The rows that are counted, in the order of time, each with its words in a footnote."""
    if not found.counted:
        return
    yield word.paragraph(word.run(say("counted.title", look.lang)), "Heading1")
    if not numbers.of:
        yield word.paragraph(word.run(say("counted.many", look.lang, n=len(found.counted))), "BodyText")
        return
    cells = [[word.run(str(at)), word.run(short_date(one.date, lang=look.lang)),
              word.run(one_line(one.summary)) + notes.add([look.citation(span) for span in one.evidence])]
             for at, one in enumerate(found.counted, 1)]
    heads = [say(f"column.{name}", look.lang) for name in ("number", "date", "summary")]
    yield word.table(heads, cells, (900, 2200, _PAGE - 3100), ("TableLeft",) * len(heads))


def _sources(numbering: cite.Numbering, lang: str) -> Iterator[str]:
    yield word.paragraph(word.run(say("title.sources", lang)), "Heading1")
    for doc in numbering.numbers:
        line = f"{numbering.label(doc, lang)}\t{numbering.reference(doc, lang)}{say('cite.stop', lang)}"
        yield word.paragraph(word.run(line), "Bibliography")
