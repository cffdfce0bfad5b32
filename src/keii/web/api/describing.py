"""The OpenAPI description of what programs can ask, made of the very parameters and forms that are checked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from keii import __version__
from keii.presenting.words import say
from keii.web.api import forms, giving
from keii.web.api.asked import Parameter
from keii.web.shop import lang_of, shop_of

PLACE = "/openapi.json"
_TEXT = {"type": "string", "minLength": 1, "maxLength": 300}


@dataclass(frozen=True)
class Offer:
    """One thing that can be asked; what it is, is said under `api.offer.NAME` of the catalogue. `path` are the schemas of
    the parameters within the address."""

    name: str
    place: str
    give: Callable[[Request], Any]
    gives: str
    takes: Sequence[Parameter]
    path: Sequence[tuple[str, forms.Form]] = ()
    body: forms.Form | None = None


OFFERS = (
    Offer("chronology", "/api/chronology", giving.chronology, "Rows", giving.CHRONOLOGY),
    Offer("entry", "/api/entries/{id}", giving.entry, "Entry", giving.PLAIN, (("id", _TEXT),)),
    Offer("ask", "/api/ask", giving.ask, "Answer", giving.ASK),
    Offer("search", "/api/search", giving.find, "Found", giving.SEARCH),
    Offer("verify", "/api/verify", giving.verify, "Verdicts", giving.PLAIN, body=forms.CHECKED),
    Offer("analysis", "/api/analyses/{name}", giving.analysis, "Analysis", giving.ANALYSIS, (("name", forms.NAME),)),
    Offer("sources", "/api/sources", giving.sources, "Sources", giving.SOURCES),
    Offer("document", "/api/documents/{name}", giving.document, "Extract", giving.DOCUMENT, (("name", _TEXT),)),
)


def description(lang: str, *, local: bool) -> dict[str, Any]:
    """The description in a language; `local` where a launch token lets in, else accounts do."""
    return {"openapi": "3.1.0",
            "info": {"title": say("api.title", lang), "version": __version__, "description": say("api.about", lang)},
            "paths": {offer.place: {"post" if offer.body else "get": _operation(offer, lang)} for offer in OFFERS},
            "security": [{"token": []}] if local else [{"session": []}],
            "components": {"schemas": forms.FORMS, "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": say("api.token", lang)},
                "session": {"type": "apiKey", "in": "cookie", "name": "keii", "description": say("api.session", lang)}}}}


def _operation(offer: Offer, lang: str) -> dict[str, Any]:
    inside = [{"name": name, "in": "path", "required": True, "schema": schema} for name, schema in offer.path]
    fault = {"description": say("api.fault", lang), "content": {giving.TYPE: {"schema": forms.ref("Fault")}}}
    statuses = ["400", "401", "403", "404", "503", *(["408", "413", "415"] if offer.body else [])]
    found: dict[str, Any] = {
        "operationId": offer.name, "summary": say(f"api.offer.{offer.name}", lang),
        "parameters": [*inside, *(_parameter(one, lang) for one in offer.takes)],
        "responses": {"200": {"description": say(f"api.offer.{offer.name}", lang),
                              "content": {giving.TYPE: {"schema": forms.ref(offer.gives)}}}, **dict.fromkeys(statuses, fault)}}
    if offer.body:
        found["requestBody"] = {"required": True, "content": {giving.TYPE: {"schema": offer.body}}}
    return found


def _parameter(one: Parameter, lang: str) -> dict[str, Any]:
    schema = {"type": "array", "items": one.schema, **({"minItems": 1} if one.required else {})} if one.many else one.schema
    return {"name": one.name, "in": "query", "required": one.required, "description": say(f"api.{one.name}", lang), "schema": schema,
            **({"style": "form", "explode": True} if one.many else {})}


def described(request: Request) -> Response:
    return JSONResponse(description(lang_of(request), local=shop_of(request).local))


ROUTES = (Route(PLACE, described),
          *(Route(offer.place, offer.give, methods=["POST" if offer.body else "GET"]) for offer in OFFERS))
