"""Forms that decide: accept, edit, reject, merge, split, note, add, undo, one or many; each goes into the ledger."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args
from urllib.parse import quote, urlsplit

from starlette.datastructures import FormData
from starlette.requests import Request as Asked
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from keii.errors import UsageError
from keii.presenting.words import say
from keii.values.decision import MANY, Decision, Kind
from keii.values.event import Event, Status
from keii.values.request import Request
from keii.values.reviewed import Item, Past
from keii.web import audit
from keii.web.audit import now
from keii.web.forms import acting, word, words
from keii.web.page import render
from keii.web.shop import browser_of, lang_of, session_of, shop_of
from keii.web.telling import told
from keii.workbench import Browser

EDITED = ("date", "summary", "actors", "initiator", "target", "action", "status", "pillar", "place")
"""The fields a form offers."""
_DECIDED: tuple[Kind, ...] = ("accept", "edit", "reject", "merge", "split", "note")
_MOST_MANY = 500


def panel(request: Asked) -> Response:
    """What can be decided on a row, for the side of the chronology."""
    return render(request, "decide.html", **facts(request, request.path_params["id"]))


def facts(request: Asked, id: str) -> dict[str, Any]:
    """What the panel of a row shows. Raises UsageError where there is none."""
    browser = browser_of(request)
    item = browser.item(id)
    comma = "、" if lang_of(request) == "ja" else ", "
    return {"item": item, "past": browser.history(item.entry.occurrence.id), "told": lambda one: told(one, browser),
            "fields": EDITED, "value": lambda field: comma.join(_shown(item.entry.occurrence.lead, field, browser)),
            "choices": choices(browser), "back": _back(request.query_params.get("back", "")), "mine": _mine(browser, item, session_of(request).name)}


def choices(browser: Browser) -> Mapping[str, Sequence[tuple[str, str]]]:
    """What a field may be, where it is one of a list: (id, label)."""
    lang, book = browser.settings.lang, browser.codebook
    return {"action": [(topic.id, say(f"action.{topic.id}", lang)) for topic in book.actions],
            "status": [(id, say(f"status.{id}", lang)) for id in get_args(Status)],
            "pillar": [*((topic.id, topic.label_en if lang == "en" else topic.label) for topic in book.topic_list("pillars")),
                       ("none", say("pillar.none", lang))]}


def _shown(event: Event, field: str, browser: Browser) -> tuple[str, ...]:
    """A field as a form shows it: actors by name."""
    held = getattr(event, field)
    if field in ("actors", "initiator", "target"):
        names = browser.names.labels(browser.settings.lang)
        return tuple(names.get(code, code) for code in held)
    return held if isinstance(held, tuple) else (held,) if held else ()


def _mine(browser: Browser, item: Item, by: str) -> str:
    """The last decision on a row that still holds, his own first: what `u` undoes."""
    held: list[Past] = [one for one in browser.history(item.entry.occurrence.id) if one.holds and one.decision.kind != "undo"]
    own = [one for one in held if one.decision.by == by]
    return (own or held)[-1].decision.id if held else ""


def decide(request: Asked, form: FormData) -> Response:
    """One decision on a row, or several rows. Raises OvertakenError where somebody decided since the form was shown."""
    browser, kind = browser_of(request), _kind(word(form, "kind"), _DECIDED)
    on = words(form, "on")
    given = tuple(_changed(form, browser, on)) if kind == "edit" else ()
    asked = Request(kind, on, given, words(form, "apart"), text=word(form, "text"), replaces=word(form, "replaces") or None)
    with shop_of(request).writing:
        made = browser.decide(asked, by=session_of(request).name, at=now(), seen=word(form, "seen") or None)
    return _after(request, form, made)


def many(request: Asked, form: FormData) -> Response:
    """One kind of decision on many rows, all or none; each field `row` is an id and the version that was shown."""
    browser, kind = browser_of(request), _kind(word(form, "kind"), ("accept", "reject"))
    rows = [value.split(" ", 1) for value in words(form, "row")][:_MOST_MANY]
    if not rows or not all(len(row) == 2 for row in rows):
        raise UsageError("web.review.none_marked")
    with shop_of(request).writing:
        made = browser.decide_all([Request(kind, (id,)) for id, _ in rows], by=session_of(request).name, at=now(),
                                  seen={place: version for place, (_, version) in enumerate(rows)})
    for one in made:
        _noted(request, one)
    shop_of(request).lately.keep(session_of(request).csrf, tuple(made))
    return RedirectResponse(_back(word(form, "back")), 303)


def many_undo(request: Asked, form: FormData) -> Response:
    """Undo what the session decided together last. Raises OvertakenError where one of it was undone since."""
    shop, session = shop_of(request), session_of(request)
    if not (lately := shop.lately.find(session.csrf)):
        raise UsageError("web.review.none_lately")
    shop.lately.forget(session.csrf)
    with shop.writing:
        made = browser_of(request).undo_all([one.id for one in lately], by=session.name, at=now())
    for one in made:
        _noted(request, one)
    return RedirectResponse(_back(word(form, "back")), 303)


def add(request: Asked, form: FormData) -> Response:
    """An event of the words that were selected."""
    browser, ends = browser_of(request), (word(form, "start"), word(form, "end"))
    if not all(end.isascii() and end.isdigit() and len(end) < 12 for end in ends):
        raise UsageError("review.add_where")
    given = tuple((field, values(field, word(form, field))) for field in EDITED if word(form, field))
    asked = Request("add", (), given, span=(word(form, "doc"), int(ends[0]), int(ends[1])), text=word(form, "text"))
    with shop_of(request).writing:
        made = browser.decide(asked, by=session_of(request).name, at=now())
    return _after(request, form, made)


def undo(request: Asked, form: FormData) -> Response:
    with shop_of(request).writing:
        made = browser_of(request).undo(word(form, "id"), by=session_of(request).name, at=now())
    return _after(request, form, made)


def merging(request: Asked) -> Response:
    """The rows that are to be one, side by side, to be confirmed."""
    browser = browser_of(request)
    ids = tuple(dict.fromkeys(request.query_params.getlist("on")))[:20]
    items = [browser.item(id) for id in ids]
    return render(request, "merge.html", here="review", items=items, seen=",".join(item.version for item in items),
                  back=_back(request.query_params.get("back", "")))


def selecting(request: Asked) -> Response:
    """A form for an event of the words selected in a document."""
    browser, name = browser_of(request), request.path_params["name"]
    document, mentions = browser.document(name)
    ends = [request.query_params.get(end, "") for end in ("start", "end")]
    start, end = (int(one) if one.isascii() and one.isdigit() and len(one) < 12 else -1 for one in ends)
    if not 0 <= start < end <= len(document.text):
        raise UsageError("review.no_words", doc=name, start=ends[0][:12], end=ends[1][:12], length=len(document.text))
    dates = [time.when.edtf for time in mentions.times if start <= time.span.start < end and time.when.edtf]
    actors = dict.fromkeys(actor.counts_as for actor in mentions.actors if start <= actor.span.start < end)
    names = browser.names.labels(lang_of(request))
    return render(request, "add.html", here="sources", document=document, start=start, end=end, quote=document.text[start:end],
                  given={"date": dates[0] if dates else "", "actors": "、".join(names.get(code, code) for code in actors)},
                  fields=EDITED, choices=choices(browser), back=f"/documents/{quote(name, safe='')}?at={start}-{end}")


def _kind(text: str, known: Sequence[Kind]) -> Kind:
    found = next((kind for kind in known if kind == text), None)
    if found is None:
        raise UsageError("usage.value", option="kind", value=text[:20], known=", ".join(known))
    return found


def _changed(form: FormData, browser: Browser, on: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The fields of a form that are not as the event has them."""
    lead = browser.item(on[0]).entry.occurrence.lead if on else None
    for field in EDITED:
        given = values(field, word(form, field))
        if field in form and lead is not None and given != _shown(lead, field, browser):
            yield field, given


def values(field: str, text: str) -> tuple[str, ...]:
    """The values of a field of a form: of one that holds several, all that are written."""
    if field not in MANY:
        return (text,) if text else ()
    return tuple(part.strip() for part in text.replace("、", ",").replace("・", ",").split(",") if part.strip())


def _after(request: Asked, form: FormData, made: Decision) -> Response:
    """Back to where the form was, at the row as it stands now."""
    _noted(request, made)
    row = browser_of(request).shelf().decided(made.id)
    back = _back(word(form, "back"))
    if back.startswith("/entries/"):
        return RedirectResponse(f"/entries/{row.id}" if row else "/review?standing=rejected", 303)
    return RedirectResponse(f"{back}#r-{row.id}" if row and not back.startswith("/documents/") else back, 303)


def _noted(request: Asked, made: Decision) -> None:
    audit.note(browser_of(request).settings.db, session_of(request).name, f"decide.{made.kind}", decision=made.id)


def _back(text: str) -> str:
    """A page of ours to go back to."""
    found = urlsplit(text)
    safe = text.startswith("/") and not text.startswith(("//", "/\\")) and not found.netloc and "\\" not in text and text.isprintable()
    return f"{found.path}{f'?{found.query}' if found.query else ''}" if safe else "/"


ROUTES = (Route("/entries/{id}/decide", panel), Route("/decide", acting("editor", decide), methods=["POST"]),
          Route("/decide/many", acting("editor", many), methods=["POST"]), Route("/undo", acting("editor", undo), methods=["POST"]),
          Route("/undo/many", acting("editor", many_undo), methods=["POST"]),
          Route("/merge", merging), Route("/documents/{name}/add", selecting),
          Route("/add", acting("editor", add), methods=["POST"]))
