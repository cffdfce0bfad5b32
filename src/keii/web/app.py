"""The application: its pages, who may see them, and what holds for every request."""

from collections.abc import Iterable
from importlib.resources import files

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from keii.web import (
    analyses,
    ask,
    chronology,
    codebook,
    deciding,
    document,
    entry,
    login,
    review,
    saved,
    searching,
    settling,
    sources,
    verify,
)
from keii.web.api import describing
from keii.web.faults import HANDLERS
from keii.web.guard import App, Guard, hosts
from keii.web.porter import Porter
from keii.web.shop import Shop

PARTS = (chronology, saved, deciding, entry, document, ask, searching, verify, analyses, review, settling, sources, codebook, login, describing)
"""The modules whose `ROUTES` make the pages."""


def make_app(shop: Shop, names: Iterable[str] = (), *, addresses: bool = False) -> App:
    """The application on one store. `names` are host names it answers to beside loopback; with `addresses` any IP too."""
    static = StaticFiles(directory=str(files("keii.web") / "static"))
    routes: list[BaseRoute] = [Mount("/static", static), *(route for part in PARTS for route in part.ROUTES)]
    inner = Starlette(routes=routes, middleware=[Middleware(Porter, shop=shop)],
                      exception_handlers=HANDLERS)
    inner.state.shop = shop
    return Guard(inner, hosts(names), addresses)
