"""Answering what stands open: a decision is put upon the event that is meant now, one of two that differ is kept, or it is given up."""

from collections.abc import Iterator

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from keii.presenting.rows import side
from keii.values.decision import Decision
from keii.web import audit, deciding
from keii.web.audit import now
from keii.web.forms import acting, word, words
from keii.web.page import render
from keii.web.shop import browser_of, lang_of, session_of, shop_of
from keii.web.telling import told

_LONGEST = 200


def page(request: Request) -> Response:
    """An open question: the decision, the words it was about, and the events it may be put upon."""
    browser, lang, looked = browser_of(request), lang_of(request), request.query_params.get("words", "")[:_LONGEST]
    found = browser.settling(request.path_params["id"], looked)
    decision = found.question.decision
    fields = tuple((change.field, change.new) for change in decision.changes if change.field != "published_basis")
    names = browser.names.labels(lang)
    comma = "、" if lang == "ja" else ", "
    return render(request, "settle.html", here="review", asked=found.question, offers=found.offers, decision=decision, looked=looked,
                  told=lambda one: told(one, browser), several=decision.kind in ("merge", "split"), choices=deciding.choices(browser),
                  fields=[(field, comma.join(names.get(value, value) for value in values)) for field, values in fields],
                  shown=lambda field, value: side(field, value, lang, names), document=_document(request, found.question.doc))


def settle(request: Request, form: FormData) -> Response:
    """Make the decision anew on the events that were chosen; each field `on` is an event and the version of its row."""
    browser, chosen = browser_of(request), [value.split(" ", 1) for value in words(form, "on")]
    seen = ",".join(one[1] for one in chosen if len(one) == 2)
    on = [one[0] for one in chosen] or list(words(form, "doc"))
    with shop_of(request).writing:
        made = browser.settle(word(form, "id"), on, fields=tuple(_fields(form)), quote=word(form, "quote"), text=word(form, "text"),
                              by=session_of(request).name, at=now(), seen=seen or None)
    return _settled(request, (made,))


def keep(request: Request, form: FormData) -> Response:
    """Of decisions that differ keep one."""
    with shop_of(request).writing:
        made = browser_of(request).keep(word(form, "id"), by=session_of(request).name, at=now())
    return _settled(request, made)


def _settled(request: Request, made: tuple[Decision, ...]) -> Response:
    browser = browser_of(request)
    for one in made:
        audit.note(browser.settings.db, session_of(request).name, f"settle.{one.kind}", decision=one.id)
    row = browser.shelf().decided(made[-1].id) if made else None
    return RedirectResponse(f"/entries/{row.id}" if row else "/review", 303)


def _fields(form: FormData) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The fields of the form that are among those of an event or a document."""
    for field in (*deciding.EDITED, "factuality", "published"):
        if field in form:
            yield field, deciding.values(field, word(form, field))


def _document(request: Request, name: str) -> bool:
    """Whether the document of a question is here."""
    return any(one.name == name for one in browser_of(request).sources())


ROUTES = (Route("/review/questions/{id}", page), Route("/settle", acting("editor", settle), methods=["POST"]),
          Route("/settle/keep", acting("editor", keep), methods=["POST"]))
