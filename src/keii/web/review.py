"""The review queue: rows nobody has looked at, the gravest first, and decisions that stand open."""

from collections.abc import Sequence
from typing import get_args

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from keii.presenting.rows import dots, strength
from keii.values.reviewed import REASONS, Item, Standing
from keii.web import filters
from keii.web.page import render
from keii.web.shop import browser_of, lang_of
from keii.web.telling import told

_SIZE = 100
STANDING: tuple[Standing, ...] = get_args(Standing)


def page(request: Request) -> Response:
    browser, query, lang = browser_of(request), request.query_params, lang_of(request)
    asked = filters.read(query, browser)
    standing = query.get("standing", "")
    reason = query.get("reason", "")
    chosen = (standing,) if standing in STANDING else ("open", "partly")
    reasons = (reason,) if reason in REASONS else ()
    items, total = browser.shelf().made(("queue", asked.scope, chosen, reasons),
                                        lambda: _first(browser.queue(asked.scope, standing=chosen, reasons=reasons)))
    return render(request, "review.html", here="review", items=items, total=total, standing=chosen[0], reason=reason,
                  reasons=REASONS, standings=STANDING, questions=browser.questions(), told=lambda one: told(one, browser),
                  dotted=dots, carried=lambda entry: strength(entry, lang), asked=asked, query=query)


def _first(items: Sequence[Item]) -> tuple[Sequence[Item], int]:
    """The items of a page and how many there are in all, as they are kept while the store stays as it is."""
    return items[:_SIZE], len(items)


ROUTES = (Route("/review", page),)
