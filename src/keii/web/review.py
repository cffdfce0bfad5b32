"""The review queue: rows nobody has looked at, the gravest first, and decisions that stand open."""

from typing import get_args

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from keii.presenting.rows import dots, strength
from keii.values.reviewed import REASONS, Standing
from keii.web import filters
from keii.web.leaf import leaf_of
from keii.web.page import render
from keii.web.shop import browser_of, lang_of, session_of, shop_of
from keii.web.telling import told

_SIZE, _FEW_ASKED = 100, 3
"""Rows of a page and questions behind the first few; so many of these stand above the rows."""
STANDING: tuple[Standing, ...] = get_args(Standing)


def page(request: Request) -> Response:
    browser, query, lang = browser_of(request), request.query_params, lang_of(request)
    asked = filters.read(query, browser)
    standing = query.get("standing", "")
    reason = query.get("reason", "")
    chosen = (standing,) if standing in STANDING else ("open", "partly")
    reasons = (reason,) if reason in REASONS else ()
    queue = browser.waiting(asked.scope, standing=chosen)
    few = browser.shelf().made(("few", asked.scope, chosen, reasons), lambda: queue.only(reasons))
    leaf = leaf_of(few.rows, query.get("page"), _SIZE)
    return render(request, "review.html", here="review", items=browser.items(few, leaf.first, leaf.first + _SIZE), total=len(few.rows), leaf=leaf,
                  all=len(queue.rows), standing=chosen[0], reason=reason, by_reason=queue.by_reason, by_standing=browser.standings(asked.scope),
                  few=_FEW_ASKED, most=_SIZE, reasons=REASONS, standings=STANDING, questions=browser.questions(), told=lambda one: told(one, browser),
                  lately=shop_of(request).lately.find(session_of(request).csrf),
                  dotted=dots, carried=lambda entry: strength(entry, lang), asked=asked, query=query)


ROUTES = (Route("/review", page),)
