"""What serves the pages and the tools alike: an application on a bound socket, that says when it answers."""

import socket
from collections.abc import Callable
from typing import Any

import uvicorn

_KEEP_ALIVE, _GRACE = 20, 3
"""Seconds that an idle connection is kept, and that requests under way may still take when it is stopped."""


class _Server(uvicorn.Server):
    """A server that says when it answers."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


def run(app: Any, place: socket.socket, ready: Callable[[], None], *, at_once: int, **more: Any) -> None:
    """Serve an ASGI application on a bound socket until interrupted; `ready` is called when it answers.

    `at_once` connections are served at a time, further ones are turned away. `more` are settings of uvicorn. Nothing is
    logged of a request but its fault; no header tells what serves, and none of a proxy is believed.
    """
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, proxy_headers=False, limit_concurrency=at_once,
                            timeout_keep_alive=_KEEP_ALIVE, timeout_graceful_shutdown=_GRACE, **more)
    _Server(config, ready).run(sockets=[place])
