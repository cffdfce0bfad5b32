"""What serves the pages and the tools alike: an application on a bound socket, that says when it answers."""

import asyncio
import socket
from collections.abc import Callable
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

_KEEP_ALIVE, _GRACE = 20, 3
"""Seconds that an idle connection is kept, and that requests under way may still take when it is stopped."""
LONGEST_HEAD = 15.0
"""Seconds within which the head of a request must have come, so that nobody holds connections by trickling one."""


class Patient(H11Protocol):
    """A connection that waits no longer than `patience` for the head of a request."""

    patience = LONGEST_HEAD
    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._expect()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._expect()

    def connection_lost(self, exc: Exception | None) -> None:
        self._forget()
        super().connection_lost(exc)

    def _expect(self) -> None:
        """Wait for the rest of a head, from when its first byte could come; it has come when its request is under way."""
        if self.conn.their_state is not h11.IDLE:
            self._forget()
        elif self._late is None:
            self._late = self.loop.call_later(self.patience, self.transport.close)

    def _forget(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None


class Server(uvicorn.Server):
    """A server that says when it answers."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


def server(app: Any, ready: Callable[[], None], *, at_once: int, http: type[Patient] = Patient, **more: Any) -> Server:
    """A server of an ASGI application; `ready` is called when it answers.

    `at_once` connections are served at a time, further ones are turned away. `more` are settings of uvicorn. Nothing is
    logged of a request but its fault; no header tells what serves, and none of a proxy is believed.
    """
    return Server(uvicorn.Config(app, http=http, log_level="warning", access_log=False, server_header=False, proxy_headers=False,
                                 limit_concurrency=at_once, timeout_keep_alive=_KEEP_ALIVE, timeout_graceful_shutdown=_GRACE, **more), ready)


def run(app: Any, place: socket.socket, ready: Callable[[], None], *, at_once: int, **more: Any) -> None:
    """Serve an application on a bound socket until interrupted, as `server` does."""
    server(app, ready, at_once=at_once, **more).run(sockets=[place])
