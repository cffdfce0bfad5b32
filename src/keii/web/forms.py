"""What a browser sends: read within limits, only from pages of our own, by who may."""

import hmac
from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from keii.web.accounts import Role
from keii.web.guard import MOST_BODY, TooLargeError
from keii.web.shop import session_of

Act = Callable[[Request, FormData], Response]
_MOST_FIELDS = 2_000


async def read(request: Request) -> FormData:
    """The form. Raises TooLargeError for one that is too great, HTTPException 400 for one that cannot be read."""
    if request.scope.get("keii.too_large"):
        raise TooLargeError
    return await request.form(max_files=1, max_fields=_MOST_FIELDS, max_part_size=MOST_BODY)


def ours(request: Request) -> bool:
    """Whether the browser says that the form was on a page of ours. Browsers that do not say are known by the token."""
    return request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")


def acting(role: Role, act: Act) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint for a form: by a session that may do what `role` may, with its token, from our own pages."""
    async def endpoint(request: Request) -> Response:
        session = session_of(request)
        if not session.may(role) or not ours(request):
            raise HTTPException(403)
        form = await read(request)
        try:
            if not hmac.compare_digest(word(form, "csrf").encode(), session.csrf.encode()):
                raise HTTPException(403)
            return await run_in_threadpool(act, request, form)
        finally:
            await form.close()
    return endpoint


def word(form: FormData, name: str) -> str:
    """A field as text, "" where it is missing or a file."""
    found = form.get(name)
    return found.strip() if isinstance(found, str) else ""


def words(form: FormData, name: str) -> tuple[str, ...]:
    """All fields of a name, each once."""
    return tuple(dict.fromkeys(found for found in form.getlist(name) if isinstance(found, str) and found))
