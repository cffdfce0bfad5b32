"""Saved views: the filters of an address under a name, kept with the store."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from keii.errors import UsageError
from keii.web import audit, filters
from keii.web.forms import acting, word
from keii.web.shop import browser_of, session_of, shop_of
from keii.workbench import Browser

_LONGEST_NAME, _MOST_VIEWS = 80, 200
_KEPT = (*filters.NAMES, "lanes")


def views(browser: Browser) -> Mapping[str, str]:
    """The saved views by name."""
    return browser.views()


def save(request: Request, form: FormData) -> Response:
    """Save the view of the form's query under its name. Raises UsageError for a name that will not do."""
    browser, name, query = browser_of(request), word(form, "name"), _plain(word(form, "query"))
    if not name or len(name) > _LONGEST_NAME or not name.isprintable() or len(browser.views()) >= _MOST_VIEWS:
        raise UsageError("web.bad_view", name=name[:_LONGEST_NAME])
    with shop_of(request).writing:
        browser.save_view(name, query)
    audit.note(browser.settings.db, session_of(request).name, "view.save", name=name)
    return RedirectResponse(f"/?{query}", 303)


def drop(request: Request, form: FormData) -> Response:
    browser, name = browser_of(request), word(form, "name")
    with shop_of(request).writing:
        browser.save_view(name, None)
    audit.note(browser.settings.db, session_of(request).name, "view.drop", name=name)
    return RedirectResponse(f"/?{_plain(word(form, 'query'))}", 303)


def _plain(query: str) -> str:
    """A query with the parameters of a view alone."""
    return urlencode([(name, value) for name, value in parse_qsl(query.lstrip("?")) if name in _KEPT and value])


ROUTES = (Route("/views", acting("editor", save), methods=["POST"]),
          Route("/views/drop", acting("editor", drop), methods=["POST"]))
