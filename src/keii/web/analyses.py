"""The analyses: each as a table whose rows open their quotes, a cross table and a figure where it has them, and as files."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from keii.errors import UsageError
from keii.presenting.analysis import FIGURES, present
from keii.presenting.analysis.figure import drawable
from keii.presenting.analysis.html import opened, seen
from keii.presenting.analysis.shown import CELL, Look
from keii.presenting.faults import told
from keii.presenting.rows import carried, dotted
from keii.presenting.words import say
from keii.values.analysis import Analysis, Line, Table
from keii.values.scope import Scope
from keii.web import filters
from keii.web.chronology import TYPES, attachment
from keii.web.counted import PARTS, Counted, ids_of
from keii.web.page import render
from keii.web.quoting import Quoter
from keii.web.shop import browser_of, lang_of
from keii.workbench.analysing import NAMES

MEDIA = {**{form: TYPES[form] for form in ("docx", "xlsx", "html", "csv", "json")}, "png": "image/png", "svg": "image/svg+xml"}
_SIZE, _MOST_ROWS, _MOST_QUOTES, _FEW_QUOTES = 200, 1_000, 60, 6
"""Lines of a table and rows behind a number that a page shows; quotes behind a number, and of a line in its table."""
_LONGEST_PIVOTS = 300


def contents(request: Request) -> Response:
    return render(request, "analyses.html", here="analyses", names=NAMES)


def page(request: Request) -> Response:
    """An analysis: its figure, its cross table, its tables; every number leads to the rows it counts, every row to its words."""
    browser, name = browser_of(request), _name(request)
    asked = filters.read(request.query_params, browser)
    fault = ""
    found: Analysis | None = None
    try:
        found = _analysis(request, asked.scope)
    except UsageError as problem:
        fault = told("web", problem, lang_of(request))
    shelf = browser.shelf()
    look = replace(_look(request, found), linked=True)
    counted = Counted(found, look, request.url.query) if found else None
    drawing = shelf.made(("drawing", name, lang_of(request), request.url.query), counted.drawn) if found and counted and drawable(found) else ""
    tables = [found, *found.further] if found else []
    spans = [span for table in tables for line in table.lines[:_SIZE] for span in line.evidence[:_FEW_QUOTES]]
    origins = sorted({source.origin for source in shelf.sources.values() if source.origin})
    return render(request, "analysis.html", here="analyses", name=name, found=found, look=look, fault=fault, asked=asked, tables=tables,
                  options=filters.options(browser), names=(), origins=origins, lanes="none", quoter=Quoter(browser, spans),
                  most=_SIZE, few=_FEW_QUOTES, pivots=_pivots(request), columns=seen, opened=opened,
                  forms=tuple(form for form in MEDIA if drawing or form not in FIGURES), drawing=drawing, query=_query(request),
                  counted=counted, rows=_rows(request, tables), links=_links)


def rows(request: Request) -> Response:
    """The rows that a number counts; where it counts words alone, those. Raises UsageError for a number that is not there."""
    query, browser, lang = request.query_params, browser_of(request), lang_of(request)
    found = _analysis(request, filters.read(query, browser).scope)
    counted = Counted(found, _look(request, found), request.url.query)
    table, line, of, id = query.get("table", found.name), _whole(query.get("line", "")), query.get("of", ""), query.get("is", "")
    lines, ids = _meant(counted, table, line, of, id)
    if ids is None:
        raise UsageError("web.no_number", name=say(f"title.analysis.{found.name}", lang))
    wanted = set(ids)
    chosen = [row for row in browser.shelf().rows if row.id in wanted or not wanted.isdisjoint(row.events)]
    evidence = () if id and of != CELL and chosen else tuple(dict.fromkeys(span for one in lines for span in one.evidence))[:_MOST_QUOTES]
    kept = urlencode([(name, value) for name, value in query.multi_items() if name not in (*PARTS, "lang")])
    anchor = f"#{'' if table == found.name else f'{table}-'}row-{line}" if line else ""
    back = f"/analyses/{found.name}{f'?{kept}' if kept else ''}{anchor}"
    return render(request, "counted.html", here="analyses", name=found.name, table=table, rows=chosen[:_MOST_ROWS], total=len(chosen),
                  called=counted.called(table, line, of, id), evidence=evidence, quoter=Quoter(browser, evidence), back=back, dotted=dotted,
                  carried=lambda row: carried(row.independent, len(row.docs), row.factuality, lang))


def _meant(counted: Counted, table: str, line: int, of: str, id: str) -> tuple[Sequence[Line], tuple[str, ...] | None]:
    """The lines that a number is of and the ids of the rows it counts; None for these where there is no such number."""
    if of == CELL:
        cell = counted.cell_of(id)
        return (cell[2], tuple(id for one in cell[2] for id in one.ids)) if cell else ((), None)
    held = counted.line(table, line)
    return ((held[1],), ids_of(held[1], of, id) if id else held[1].ids) if held else ((), None)


def export(request: Request) -> Response:
    """The table or the figure as a file; a figure is also what the page shows."""
    form = request.path_params["form"]
    if form not in MEDIA:
        raise UsageError("format.unknown", form=form, known=", ".join(MEDIA))
    found = _analysis(request, filters.read(request.query_params, browser_of(request)).scope)
    content = present(found, form, _look(request, found))
    if form in FIGURES and "save" not in request.query_params:
        return Response(content, media_type=MEDIA[form])
    return attachment(content, MEDIA[form], f"{say(f'title.analysis.{found.name}', lang_of(request))}.{form}")


def _analysis(request: Request, scope: Scope) -> Analysis:
    name, pivots = _name(request), _pivots(request)
    given = tuple(word.strip() for word in pivots.replace("、", ",").split(",") if word.strip())
    kept = replace(scope, action=(), status=(), factuality=(), min_sources=0, single_source=False, conflicts=False)
    browser = browser_of(request)
    return browser.shelf().made(("analysis", name, kept, given, lang_of(request)), lambda: browser.analyse(name, kept, pivots=given))


def _look(request: Request, found: Analysis | None) -> Look:
    browser, lang = browser_of(request), lang_of(request)
    documents = browser.outlines(doc for doc, _ in found.sources) if found else {}
    return Look(lang, 100, browser.names.labels(lang), browser.topics(lang), documents)


def _name(request: Request) -> str:
    name = str(request.path_params["name"])
    if name not in NAMES:
        raise UsageError("web.no_analysis", name=name, known=", ".join(NAMES))
    return name


def _pivots(request: Request) -> str:
    return request.query_params.get("pivot", "")[:_LONGEST_PIVOTS]


def _query(request: Request) -> str:
    """The filters of the address, for the addresses of figure and files."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if value and name != "lang"]
    return f"?{urlencode(kept)}" if kept else ""


def _rows(request: Request, tables: list[Table]) -> Mapping[str, str]:
    """The rows of the chronology in which the events stand that the lines count."""
    wanted = {id for table in tables for line in table.lines[:_SIZE] for id in line.ids}
    return {id: row.id for row in browser_of(request).shelf().rows if wanted for id in (row.id, *row.events) if id in wanted}


def _links(line: Line, rows: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rows[id] for id in line.ids if id in rows))


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0


ROUTES = (Route("/analyses", contents), Route("/analyses/{name}/rows", rows), Route("/analyses/{name}.{form}", export),
          Route("/analyses/{name}", page))
