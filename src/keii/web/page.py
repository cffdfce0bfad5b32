"""Values into pages: the templates, what they may call, and the frame every page has."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache, partial
from itertools import groupby
from urllib.parse import parse_qsl, quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from keii.presenting import cite, verdicts
from keii.presenting.bibliography import reference
from keii.presenting.dates import long_date, short_date
from keii.presenting.display import shown
from keii.presenting.moments import local
from keii.presenting.passages import Piece
from keii.presenting.rows import disagreement, side
from keii.presenting.words import catalogue, label, labels, say
from keii.web.shop import browser_of, lang_of, shop_of
from keii.workbench import Browser

NAVIGATION = (("chronology", "/"), ("ask", "/ask"), ("search", "/search"), ("verify", "/verify"), ("analyses", "/analyses"),
              ("review", "/review"), ("sources", "/sources"), ("codebook", "/codebook"))
_SPOKEN = "keii-lang"
_A_YEAR = 365 * 24 * 3600


@cache
def environment() -> Environment:
    """The templates: everything is escaped, and a name that is not there is a fault."""
    made = Environment(loader=PackageLoader("keii.web", "templates"), autoescape=True, undefined=StrictUndefined,
                       trim_blocks=True, lstrip_blocks=True, finalize=_fit)
    made.filters["groupby_run"] = _by_citation
    made.filters["moment"] = local
    made.filters["path"] = partial(quote, safe="")
    return made


def _by_citation(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Neighbouring pieces of one quote, or of none, together."""
    return [list(group) for _, group in groupby(pieces, key=lambda piece: id(piece.citation))]


def _fit(value: object) -> object:
    """Text as a page can hold it; everything else as it is."""
    return shown(value) if type(value) is str else value


def render(request: Request, template: str, *, status: int = 200, here: str = "", **facts: object) -> Response:
    """The page of a template. `here` is the part of the navigation it belongs to."""
    lang = lang_of(request)
    response = HTMLResponse(fragment(request, template, here=here, **facts), status)
    if request.query_params.get("lang") == lang:
        response.set_cookie(_SPOKEN, lang, max_age=_A_YEAR, samesite="strict", httponly=True)
    return response


def fragment(request: Request, template: str, *, here: str = "", **facts: object) -> str:
    lang = lang_of(request)
    return environment().get_template(template).render(
        **_frame(request, lang), here=here, **{**_spoken(request, lang), **facts})


def _frame(request: Request, lang: str) -> Mapping[str, object]:
    shop = shop_of(request)
    return {"lang": lang, "other": "en" if lang == "ja" else "ja", "navigation": NAVIGATION,
            "session": getattr(request.state, "session", None), "local": shop.local, "store": shop.settings.db.name,
            "switch": with_query(request, lang="en" if lang == "ja" else "ja")}


def _spoken(request: Request, lang: str) -> Mapping[str, object]:
    """What templates say things with, in the language of the page."""
    names = _names(request, lang)
    return {"say": partial(_say, lang), "label": partial(_label, lang, names), "labels": partial(_labels, lang, names),
            "long_date": partial(_dated, long_date, lang), "short_date": partial(_dated, short_date, lang),
            "reference": lambda source, doc: reference(source, doc, lang),
            "disagreement": lambda found: disagreement(found, lang, names), "side": lambda field, value: side(field, value, lang, names),
            "short": lambda citation: cite.short(citation, lang), "known": lambda key: key in catalogue(),
            "verdicts": verdicts, "at": partial(with_query, request)}


def _names(request: Request, lang: str) -> Mapping[str, str]:
    """The names of actors; none where nobody is let in yet."""
    return names_of(browser_of(request)) if getattr(request.state, "session", None) else {}


@lru_cache(maxsize=8)
def names_of(browser: Browser) -> Mapping[str, str]:
    """The names of actors in a browser's language."""
    return browser.names.labels(browser.settings.lang)


def _say(lang: str, key: str, **facts: object) -> str:
    return say(key, lang, **facts)


def _label(lang: str, names: Mapping[str, str], group: str, id: str | None) -> str:
    return label("actor", id, lang, names) if group in ("actor", "origin") else label(group, id, lang)


def _labels(lang: str, names: Mapping[str, str], group: str, ids: tuple[str, ...]) -> str:
    return labels(group, ids, lang, names if group == "actor" else None)


def _dated(write: object, lang: str, date: str, mod: str | None = None) -> str:
    assert callable(write)
    return str(write(date, mod, lang))


def with_query(request: Request, **changed: object) -> str:
    """The address of the page with these parameters set, or, where None, left out."""
    kept = [(name, value) for name, value in parse_qsl(request.url.query, keep_blank_values=False)
            if name not in changed and name not in ("lang", "token")]
    pairs = kept + [(name, str(value)) for name, value in changed.items() if value is not None]
    return request.url.path + (f"?{urlencode(pairs)}" if pairs else "")
