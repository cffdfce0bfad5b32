"""Searching: every passage that holds some words, with a link to the place where it stands."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from keii.errors import KeiiError
from keii.presenting.faults import told
from keii.presenting.words import say
from keii.values.span import Span
from keii.values.view import Hit
from keii.web.page import render
from keii.web.shop import browser_of, lang_of

_LONGEST, _MOST = 200, 300


def page(request: Request) -> Response:
    query, browser = request.query_params, browser_of(request)
    words = tuple(query.get("words", "")[:_LONGEST].split())
    docs = tuple(name for name in query.getlist("doc") if name)
    found, fault = None, ""
    if words:
        try:
            found = browser.search(words, since=query.get("from") or None, until=query.get("to") or None, docs=docs, limit=_MOST)
        except ValueError:
            fault = say("usage.date", lang_of(request), value=f"{query.get('from', '')} {query.get('to', '')}".strip()[:40])
        except KeiiError as problem:
            fault = told("web", problem, lang_of(request))
    return render(request, "search.html", here="search", found=found, fault=fault, words=" ".join(words), pieces=pieces)


def pieces(hit: Hit) -> list[tuple[str, bool]]:
    """A passage in stretches with whether each is a word that was looked for."""
    clean, found, at = hit.passage.clean, [], 0
    for start, end in sorted(filter(None, (_within(hit, span) for span in hit.words))):
        if start >= at:
            found += [(clean.text[at:start], False), (clean.text[start:end], True)]
            at = end
    return [(text, lit) for text, lit in [*found, (clean.text[at:], False)] if text]


def _within(hit: Hit, span: Span) -> tuple[int, int] | None:
    """Where a word stands in the clean text of its passage."""
    start, last = hit.passage.clean.find(span.start), hit.passage.clean.find(span.end - 1)
    return (start, last + 1) if start is not None and last is not None else None


ROUTES = (Route("/search", page),)
