"""Logging in and out, where the pages are served by accounts."""

from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from keii.presenting.words import say
from keii.web import accounts, audit
from keii.web.forms import acting, ours, read, word
from keii.web.page import render
from keii.web.porter import admit
from keii.web.shop import lang_of, session_of, shop_of


def page(request: Request) -> Response:
    if shop_of(request).local:
        raise HTTPException(404)
    return render(request, "login.html", next=_target(request.query_params.get("next", "/")), fault="")


async def enter(request: Request) -> Response:
    """Check name and password; after several failures the next has to wait. A form of another site is refused."""
    if shop_of(request).local or not ours(request):
        raise HTTPException(403)
    form = await read(request)
    return await run_in_threadpool(_enter, request, form)


def _enter(request: Request, form: FormData) -> Response:
    shop, lang, name = shop_of(request), lang_of(request), word(form, "name")[:100]
    given = form.get("password")
    keys = (f"name:{name}", f"from:{request.client.host if request.client else ''}")
    target = _target(word(form, "next"))
    if wait := shop.gate.wait(*keys):
        return render(request, "login.html", status=429, next=target, fault=say("web.login.wait", lang, n=wait))
    account = accounts.check(accounts.read(shop.settings.db), name, given if isinstance(given, str) else "")
    if account is None:
        shop.gate.failed(*keys)
        audit.note(shop.settings.db, name, "login.failed", origin=keys[1])
        return render(request, "login.html", status=401, next=target, fault=say("web.login.wrong", lang))
    shop.gate.passed(*keys)
    audit.note(shop.settings.db, name, "login")
    answer = RedirectResponse(target, 303)
    admit(answer, shop, shop.gate.begin(account.name, account.role))
    return answer


def leave(request: Request, form: FormData) -> Response:
    shop = shop_of(request)
    shop.gate.end(request.cookies.get(shop.cookie))
    audit.note(shop.settings.db, session_of(request).name, "logout")
    return RedirectResponse("/login" if not shop.local else "/", 303)


def _target(text: str) -> str:
    """Where to go after logging in: a page of ours, never another site."""
    found = urlsplit(text)
    safe = text.startswith("/") and not text.startswith(("//", "/\\")) and not found.scheme and not found.netloc
    return text if safe and text.isprintable() and "\\" not in text else "/"


ROUTES = (Route("/login", page), Route("/login", enter, methods=["POST"]), Route("/logout", acting("reader", leave), methods=["POST"]))
