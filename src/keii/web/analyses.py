"""The analyses: each as a table whose rows open their quotes, a cross table and a figure where it has them, and as files."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from keii.errors import UsageError
from keii.presenting.analysis import FIGURES, present
from keii.presenting.analysis.html import opened, seen
from keii.presenting.analysis.shown import Look
from keii.presenting.words import say
from keii.values.analysis import Analysis, Line, Table
from keii.values.scope import Scope
from keii.web import filters
from keii.web.chronology import TYPES, attachment
from keii.web.page import render
from keii.web.quoting import Quoter
from keii.web.shop import browser_of, lang_of
from keii.workbench.analysing import NAMES

DRAWN = frozenset({"periods", "field", "relations", "instruments"})
MEDIA = {**{form: TYPES[form] for form in ("docx", "xlsx", "html", "csv", "json")}, "png": "image/png", "svg": "image/svg+xml"}
_SIZE = 200
_LONGEST_PIVOTS = 300


def contents(request: Request) -> Response:
    return render(request, "analyses.html", here="analyses", names=NAMES)


def page(request: Request) -> Response:
    browser, name = browser_of(request), _name(request)
    asked = filters.read(request.query_params, browser)
    fault = ""
    found: Analysis | None = None
    try:
        found = _analysis(request, asked.scope)
    except UsageError as problem:
        fault = say(problem.key, lang_of(request), **problem.facts)
    shelf = browser.shelf()
    look = _look(request, found)
    tables = [found, *found.further] if found else []
    spans = [span for table in tables for line in table.lines[:_SIZE] for span in line.evidence]
    origins = sorted({source.origin for source in shelf.sources.values() if source.origin})
    return render(request, "analysis.html", here="analyses", name=name, found=found, look=look, fault=fault, asked=asked, tables=tables,
                  options=filters.options(browser), names=(), origins=origins, lanes="none", quoter=Quoter(browser, spans), most=_SIZE,
                  pivots=_pivots(request), columns=seen, opened=opened,
                  forms=tuple(form for form in MEDIA if name in DRAWN or form not in FIGURES),
                  drawn=name in DRAWN and bool(tables and any(table.lines for table in tables)), query=_query(request),
                  rows=_rows(request, tables), links=_links)


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


ROUTES = (Route("/analyses", contents), Route("/analyses/{name}.{form}", export), Route("/analyses/{name}", page))
