"""The chronology: filters as a sentence, a line of time, a page of the table, and the same rows as files."""

from collections import Counter
from collections.abc import Sequence
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from keii.errors import UsageError
from keii.presenting.forms import present
from keii.presenting.rows import carried, dotted
from keii.presenting.scope import filters as told
from keii.presenting.words import say
from keii.values.chronology import Chronology
from keii.values.scope import Scope
from keii.values.when import parse_edtf
from keii.web import filters
from keii.web.leaf import Leaf, leaf_of, whole
from keii.web.page import render
from keii.web.saved import views
from keii.web.shop import browser_of, lang_of
from keii.web.timeline import LANES, Lanes, Timeline, spans, timeline
from keii.workbench.digest import Digest
from keii.workbench.shelf import Shelf

SIZE = 200
"""Rows on a page."""
_MOST_OFFERED = 60
TYPES = {"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
         "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
         "html": "text/html; charset=utf-8", "json": "application/json", "csv": "text/csv; charset=utf-8",
         "md": "text/markdown; charset=utf-8"}


def page(request: Request) -> Response:
    browser, lang = browser_of(request), lang_of(request)
    asked = filters.read(request.query_params, browser)
    shelf = browser.shelf()
    rows = shelf.choose(asked.scope)
    leaf = _leaf(rows, request)
    lanes = _lanes(request)
    line = _line(shelf, asked.scope, rows, lanes)
    scope = told(Chronology((), (), browser.in_words(asked.scope)), lang)
    names = shelf.made(("actors",), lambda: _actors(shelf))
    return render(request, "chronology.html", here="chronology", asked=asked, options=filters.options(browser), leaf=leaf,
                  total=len(rows), all=len(shelf.rows), scope=scope, line=line, lanes=lanes, all_lanes=LANES,
                  disputed=sum(bool(row.conflicts) for row in rows), single=sum(row.independent == 1 for row in rows),
                  spans=spans(leaf.rows, line), carried=lambda row: carried(row.independent, len(row.docs), row.factuality, lang), dotted=dotted,
                  names=names,
                  origins=_origins(shelf), saved=views(browser), forms=tuple(TYPES),
                  documents=len({doc for row in rows for doc in row.docs}))


def export(request: Request) -> Response:
    """The rows of the address as a file."""
    form, browser = request.path_params["form"], browser_of(request)
    if form not in TYPES:
        raise UsageError("format.unknown", form=form, known=", ".join(TYPES))
    asked = filters.read(request.query_params, browser)
    title = request.query_params.get("title") or None
    found = browser.chronology(asked.scope, title)
    cited = browser.outlines(name for name, _ in found.sources)
    content = present(found, cited, form, lang=lang_of(request), names=browser.names.labels(lang_of(request)))
    return attachment(content, TYPES[form], f"{title or say('title.chronology', lang_of(request))}.{form}")


def attachment(content: str | bytes, media: str, name: str) -> Response:
    """A file to be kept, never shown as a page of ours."""
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    disposition = f"attachment; filename=\"keii.{name.rsplit('.', 1)[-1]}\"; filename*=UTF-8''{quote(name, safe='')}"
    return Response(data, media_type=media, headers={"content-disposition": disposition})


def at(request: Request) -> Response:
    """To the page and row where a place on the line of time begins: `percent` of it, under the filters of the address."""
    browser = browser_of(request)
    asked = filters.read(request.query_params, browser)
    rows = browser.shelf().choose(asked.scope)
    number = whole(request.query_params.get("row"), 0, max(0, len(rows) - 1))
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in ("row", "page")]
    target = urlencode([*kept, ("page", str(number // SIZE + 1))])
    anchor = f"#r-{rows[number].id}" if rows else ""
    return RedirectResponse(f"/?{target}{anchor}", 303)


def _leaf(rows: Sequence[Digest], request: Request) -> Leaf:
    day = request.query_params.get("day", "")
    asked = str(_first_from(rows, day) // SIZE + 1) if day else request.query_params.get("page")
    return leaf_of(rows, asked, SIZE)


def _first_from(rows: Sequence[Digest], day: str) -> int:
    try:
        low = parse_edtf(day).earliest
    except ValueError:
        return 0
    return next((at for at, row in enumerate(rows) if low and row.low >= low), 0)


def _lanes(request: Request) -> Lanes:
    asked = request.query_params.get("lanes", "none")
    return next((name for name in LANES if name == asked), "none")


def _line(shelf: Shelf, scope: Scope, rows: Sequence[Digest], lanes: Lanes) -> Timeline | None:
    return shelf.made(("timeline", scope, lanes), lambda: timeline(rows, lanes, scope.window))


def _actors(shelf: Shelf) -> tuple[str, ...]:
    """The actors of all rows, those that take part in most of them first."""
    counted = Counter(actor for row in shelf.rows for actor in row.actors)
    return tuple(name for name, _ in counted.most_common(_MOST_OFFERED))


def _origins(shelf: Shelf) -> tuple[str, ...]:
    return tuple(sorted({source.origin for source in shelf.sources.values() if source.origin}))


ROUTES = (Route("/", page), Route("/at", at), Route("/chronology.{form}", export))
