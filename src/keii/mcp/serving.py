"""Serving: to one client over standard input and output, or over HTTP to this machine, to whoever has the token."""

import hmac
import socket
from collections.abc import Callable
from dataclasses import dataclass

import anyio
from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from keii.mcp.server import make_server
from keii.serving import run
from keii.settings import Settings

PATH = "/mcp"
_SCHEME = "bearer "
_MOST_AT_ONCE = 32


@dataclass(frozen=True)
class Bearer:
    """Lets in whoever brings the token (`Authorization: Bearer …`), and turns everybody else away unheard."""

    app: ASGIApp
    token: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan" and not self._admits(Headers(scope=scope).get("authorization", "")):
            refusal = JSONResponse({"error": "invalid_token"}, 401, {"WWW-Authenticate": "Bearer", "Cache-Control": "no-store"})
            await refusal(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _admits(self, header: str) -> bool:
        given = header[len(_SCHEME):] if header.lower().startswith(_SCHEME) else ""
        return hmac.compare_digest(given.encode(), self.token.encode())


def over_stdio(settings: Settings, decider: str | None) -> None:
    """Serve the client that started this program, until it closes standard input."""
    anyio.run(make_server(settings, decider).run_stdio_async)


def http_app(settings: Settings, token: str, decider: str | None) -> ASGIApp:
    """The same over streamable HTTP: only under loopback names, only with the token."""
    return Bearer(make_server(settings, decider).streamable_http_app(streamable_http_path=PATH, host="127.0.0.1"), token)


def over_http(settings: Settings, place: socket.socket, token: str, decider: str | None, ready: Callable[[], None]) -> None:
    """Serve on a bound socket until interrupted; `ready` is called when it answers."""
    run(http_app(settings, token, decider), place, ready, at_once=_MOST_AT_ONCE)
