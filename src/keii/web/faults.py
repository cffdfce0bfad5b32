"""What goes wrong, as pages that say what to do."""

import traceback
from http import HTTPStatus
from sys import stderr

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from keii.errors import KeiiError, OvertakenError, StoreError, UnreadableError, UsageError
from keii.presenting.faults import told
from keii.presenting.json_ import dump
from keii.presenting.words import catalogue, say
from keii.web.guard import TooLargeError, TooSlowError
from keii.web.page import render
from keii.web.shop import lang_of

FOR_PROGRAMS = ("/api/", "/openapi.json")
"""Addresses of which programs expect JSON."""
_STATUS = {403: "web.forbidden", 404: "web.not_found", 405: "web.wrong_method", 413: "web.too_large", 408: "web.too_slow",
           415: "web.not_json", 429: "web.too_often"}
_MISSING = frozenset({"usage.no_such_id", "web.no_document", "web.no_page", "usage.no_such_doc", "web.no_check", "web.no_analysis",
                      "web.no_number", "review.no_question"})

_ROW_CHANGED = frozenset({"review.overtaken", "review.changed"})


def fault_page(request: Request, key: str, status: int, **facts: object) -> Response:
    """The page of one fault: its sentence, and what to do where the catalogue tells (`…_do`)."""
    lang = lang_of(request)
    sentence = told("web", KeiiError(key, **facts), lang)
    remedy = say(f"{key}_do", lang) if f"{key}_do" in catalogue() else ""
    if request.url.path.startswith(FOR_PROGRAMS):
        held = {"error": sentence, **({"remedy": remedy} if remedy else {})}
        return Response(dump(held), status, media_type="application/json")
    again = request.url.path if status == HTTPStatus.SERVICE_UNAVAILABLE and request.method == "GET" else ""
    return render(request, "fault.html", status=status, title=say(f"web.status.{_kind(status)}", lang),
                  sentence=sentence, remedy=remedy, again=again,
                  row=str(facts.get("id", "")) if key in _ROW_CHANGED else "")


def _kind(status: int) -> str:
    return {401: "door", 403: "door", 409: "overtaken", 404: "missing", 503: "store"}.get(status, "request" if status < 500 else "inside")


async def keii_fault(request: Request, fault: Exception) -> Response:
    """A fault with a sentence of its own: 404 for what is not there, 400 for what makes no sense, 503 for the store."""
    assert isinstance(fault, KeiiError)
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    if isinstance(fault, OvertakenError):
        status = HTTPStatus.CONFLICT
    elif isinstance(fault, StoreError):
        status = HTTPStatus.SERVICE_UNAVAILABLE
    elif isinstance(fault, UnreadableError) or fault.key in _MISSING:
        status = HTTPStatus.NOT_FOUND
    elif isinstance(fault, UsageError):
        status = HTTPStatus.BAD_REQUEST
    return fault_page(request, fault.key, int(status), **fault.facts)


async def http_fault(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    return fault_page(request, _STATUS.get(fault.status_code, "web.bad_request"), fault.status_code)


async def too_large(request: Request, fault: Exception) -> Response:
    return fault_page(request, "web.too_large", 413)


async def too_slow(request: Request, fault: Exception) -> Response:
    return fault_page(request, "web.too_slow", 408)


async def unforeseen(request: Request, fault: Exception) -> Response:
    """A fault of the program: a calm page for the reader, the whole of it on standard error for who serves."""
    traceback.print_exception(fault, file=stderr)
    return fault_page(request, "web.unforeseen", 500)


HANDLERS = {KeiiError: keii_fault, HTTPException: http_fault, TooLargeError: too_large, TooSlowError: too_slow,
            Exception: unforeseen}
