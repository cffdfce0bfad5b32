"""An analysis as one HTML file that needs nothing else: the cross table leads to the rows, each row opens its quotes."""

from collections.abc import Iterator

from keii.presenting import cite
from keii.presenting.analysis.counted import Numbers, groups
from keii.presenting.analysis.shown import Look
from keii.presenting.dates import short_date
from keii.presenting.html import asset, figure, policy_hash, text
from keii.presenting.passages import passages
from keii.presenting.words import say
from keii.values.analysis import Analysis, Line, Table
from keii.values.span import Span

Numberings = tuple[cite.Numbering, Numbers]
"""Of the sources cited, and of the rows counted."""

_LONG = ("measure", "text", "summary", "statement", "cause", "counts", "rests", "dyad", "period")
_HIDDEN = frozenset(("proposal",))


def analysis(found: Analysis, look: Look) -> str:
    """The page."""
    numbering = cite.Numbering({doc: at for at, (doc, _) in enumerate(found.sources, 1)}, dict(found.sources))
    style = asset("page.css") + asset("analysis.css")
    policy = f"default-src 'none'; style-src {policy_hash(style)}; base-uri 'none'; form-action 'none'"
    title, numbers = text(look.title(found)), Numbers.made(found)
    return "\n".join([
        f'<!DOCTYPE html>\n<html lang="{look.lang}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>",
        f'<p class="scope">{text(look.method(found))}</p>\n</header>\n<main>',
        *_matrix(found, look), *_rows(found, look, (numbering, numbers)), *_further(found, look, (numbering, numbers)),
        *_counted(found, look, (numbering, numbers)),
        "</main>", *_sources(found, numbering, look.lang),
        "</body>\n</html>\n"])


def _matrix(found: Analysis, look: Look) -> Iterator[str]:
    if found.matrix is None or not found.lines:
        return
    heads = "".join(f'<th scope="col">{text(look.key(key))}</th>' for key in found.matrix.columns)
    yield f'<div class="wide"><table class="matrix"><thead><tr><td></td>{heads}</tr></thead><tbody>'
    for key, cells in zip(found.matrix.rows, found.matrix.cells, strict=True):
        inner = "".join("<td>" + " ".join(f'<a href="#row-{at + 1}">{at + 1}</a>' for at in cell) + "</td>" for cell in cells)
        yield f'<tr><th scope="row">{text(look.key(key))}</th>{inner}</tr>'
    yield "</tbody></table></div>"


def _further(found: Analysis, look: Look, by: Numberings) -> Iterator[str]:
    for table in found.further:
        if table.lines:
            yield f'<h2>{text(say(f"title.analysis.{table.name}", look.lang))}</h2>'
            yield f'<p class="scope">{text(method)}</p>' if (method := look.beside(table.name)) else ""
            yield from _rows(table, look, by, f"{table.name}-")


def _rows(found: Table, look: Look, by: Numberings, prefix: str = "") -> Iterator[str]:
    if not found.lines:
        return
    columns = seen(found)
    heads = "".join(f'<th scope="col">{text(look.heading(column))}</th>' for column in columns)
    yield f'<div class="wide"><table class="rows"><thead><tr><th scope="col">{say("column.number", look.lang)}</th>{heads}</tr></thead>'
    for number, line in enumerate(found.lines, 1):
        cells = "".join(_cells(found, line, columns, look, by))
        yield f'<tbody id="{prefix}row-{number}"><tr><td class="no">{number}</td>{cells}</tr></tbody>'
    yield "</table></div>"


def seen(found: Table) -> list[str]:
    """The columns that are shown."""
    return [column for column in found.columns if column not in _HIDDEN]


def opened(columns: list[str]) -> str:
    """The column whose cells open the quotes of their row."""
    return next((column for column in columns if column in _LONG), columns[0])


def _cells(found: Table, line: Line, columns: list[str], look: Look, by: Numberings) -> Iterator[str]:
    opens, told = opened(columns), look.told(found, line)
    for column in columns:
        value = text(told[column])
        if column != opens:
            yield f'<td class="when">{value}</td>' if column in ("date", "adopted") else f"<td>{value}</td>"
            continue
        quotes = "\n".join([*_quotes(line.evidence, look, by[0]), *_counts(line, look, by[1])])
        yield f'<td class="what"><details><summary>{value or "–"}</summary>\n{quotes}\n</details></td>'


def _quotes(evidence: tuple[Span, ...], look: Look, numbering: cite.Numbering) -> Iterator[str]:
    layout = look.layout
    for passage in passages(tuple(look.citation(span) for span in evidence), layout):
        yield figure(passage, layout, numbering, look.lang)


def _counts(line: Line, look: Look, numbers: Numbers) -> Iterator[str]:
    """What a row counts, each number leading to the row it stands for."""
    for name, ids in groups(line, look):
        if told := numbers.told(ids):
            places = " ".join(f'<a href="#counted-{at}">{at}</a>' for at in told)
            yield f'<p class="counted">{text(name)} {len(ids)}{say("join.colon", look.lang)}{places}</p>'


def _counted(found: Analysis, look: Look, by: Numberings) -> Iterator[str]:
    """The rows that are counted, in the order of time."""
    if not found.counted:
        return
    yield f'<h2>{text(say("counted.title", look.lang))}</h2>'
    if not by[1].of:
        yield f'<p>{text(say("counted.many", look.lang, n=len(found.counted)))}</p>'
        return
    heads = "".join(f'<th scope="col">{say(f"column.{name}", look.lang)}</th>' for name in ("number", "date", "summary"))
    yield f'<div class="wide"><table class="rows"><thead><tr>{heads}</tr></thead>'
    for at, one in enumerate(found.counted, 1):
        quotes = "\n".join(_quotes(one.evidence, look, by[0]))
        date = text(short_date(one.date, lang=look.lang))
        yield (f'<tbody id="counted-{at}"><tr><td class="no">{at}</td><td class="when">{date}</td><td class="what">'
               f"<details><summary>{text(one.summary)}</summary>\n{quotes}\n</details></td></tr></tbody>")
    yield "</table></div>"


def _sources(found: Analysis, numbering: cite.Numbering, lang: str) -> Iterator[str]:
    if not found.sources:
        return
    yield f'<section>\n<h2>{say("title.sources", lang)}</h2>\n<ol class="sources">'
    for doc, number in numbering.numbers.items():
        yield f'<li id="source-{number}"><span class="no">[{number}]</span><span>{text(numbering.reference(doc, lang))}</span></li>'
    yield "</ol>\n</section>"
