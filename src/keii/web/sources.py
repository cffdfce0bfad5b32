"""The documents of the store: what is known of each, and dating by hand those of which no date is known."""

from collections import Counter

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from keii.errors import UsageError
from keii.values.when import parse_edtf
from keii.web import audit
from keii.web.audit import now
from keii.web.forms import acting, word
from keii.web.page import render
from keii.web.shop import browser_of, session_of, shop_of


def page(request: Request) -> Response:
    browser = browser_of(request)
    undated = request.query_params.get("undated") == "1"
    shelf, every = browser.shelf(), browser.sources()
    cited = Counter(doc for row in shelf.rows for doc in row.docs)
    held = [one for one in every if not undated or one.source.published is None]
    return render(request, "sources.html", here="sources", held=held, total=len(every), undated=undated, cited=cited,
                  lacking=sum(one.source.published is None for one in every), dated=request.query_params.get("dated", ""))


def date(request: Request, form: FormData) -> Response:
    """State when a document was published, as a decision of its own: its relative dates resolve anew.

    Raises UsageError for a date that is none and for a document that is not there.
    """
    browser, name, published = browser_of(request), word(form, "doc"), word(form, "published")
    try:
        known = bool(published) and parse_edtf(published).on_calendar
    except ValueError:
        known = False
    if not known:
        raise UsageError("usage.date", value=published[:40])
    with shop_of(request).writing:
        browser.dated(name, published, by=session_of(request).name, at=now())
    audit.note(browser.settings.db, session_of(request).name, "source.date", doc=name, published=published)
    return RedirectResponse("/sources?undated=1" if word(form, "undated") else "/sources", 303)


ROUTES = (Route("/sources", page), Route("/sources/date", acting("editor", date), methods=["POST"]))
