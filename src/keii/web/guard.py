"""What holds for every request: the Host it names, the size and time of its body, the headers of its answer."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = ("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
          "base-uri 'none'; frame-ancestors 'none'")
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
_HOST = re.compile(r"(?P<name>\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)(?::\d{1,5})?$")
MOST_BODY = 12 * 1024 * 1024
LONGEST_BODY = 60.0


class TooLargeError(Exception):
    """A body greater than is taken."""


class TooSlowError(Exception):
    """A body that takes longer than is waited for."""


@dataclass(frozen=True)
class Guard:
    """The outermost part of the application. `hosts` are names it answers to; with `addresses` any IP address too."""

    app: App
    hosts: frozenset[str] = LOOPBACK
    addresses: bool = False
    most: int = MOST_BODY
    patience: float = LONGEST_BODY
    _plain: dict[str, str] = field(default_factory=lambda: dict(HEADERS))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        answer = self._headed(send)
        if not self._known(headers.get("host", "")):
            await PlainTextResponse("この名前ではお答えできません。/ Not served under this name.", 421)(scope, receive, answer)
            return
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self.most:
            scope["keii.too_large"] = True
        await self.app(scope, self._limited(receive), answer)

    def _known(self, host: str) -> bool:
        match = _HOST.match(host)
        if match is None:
            return False
        name = match["name"].lower()
        return name in self.hosts or (self.addresses and _address(name))

    def _headed(self, send: Send) -> Send:
        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._plain.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)
        return headed

    def _limited(self, receive: Receive) -> Receive:
        taken = 0
        ends: float | None = None

        async def limited() -> Message:
            nonlocal taken, ends
            loop = asyncio.get_running_loop()
            ends = ends if ends is not None else loop.time() + self.patience
            try:
                async with asyncio.timeout_at(ends if taken >= 0 else None):
                    message = await receive()
            except TimeoutError as error:
                raise TooSlowError from error
            if message["type"] == "http.request":
                taken += len(message.get("body", b""))
                if taken > self.most:
                    raise TooLargeError
                if not message.get("more_body", False):
                    taken = -1
            return message
        return limited


def _address(name: str) -> bool:
    try:
        return bool(ip_address(name.strip("[]")))
    except ValueError:
        return False


def hosts(names: Iterable[str]) -> frozenset[str]:
    """The names the application answers to: loopback and those given."""
    return LOOPBACK | {name.lower() for name in names if name}
