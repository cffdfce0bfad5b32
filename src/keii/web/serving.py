"""Running the application: one process, several threads, until it is stopped."""

import socket
from collections.abc import Callable

import uvicorn

from keii.settings import Settings
from keii.web.app import make_app
from keii.web.gate import Gate
from keii.web.shop import make_shop

_KEEP_ALIVE, _MOST_AT_ONCE = 20, 64


class _Server(uvicorn.Server):
    """A server that says when it answers."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


def serve(settings: Settings, place: socket.socket, *, token: str | None, owner: str, names: tuple[str, ...],
          ready: Callable[[], None]) -> None:
    """Serve the store of `settings` on a bound socket until interrupted; `token` lets in whoever has it, without one only
    accounts do. `ready` is called when it answers. Raises StoreError where there is no store."""
    shop = make_shop(settings, Gate(token, owner), local=token is not None, cookie=f"keii-{place.getsockname()[1]}")
    next(iter(shop.browsers.values())).shelf()
    app = make_app(shop, names, addresses=token is None)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, date_header=True, proxy_headers=False,
                            timeout_keep_alive=_KEEP_ALIVE, limit_concurrency=_MOST_AT_ONCE, h11_max_incomplete_event_size=32_768,
                            lifespan="off", timeout_graceful_shutdown=3)
    _Server(config, ready).run(sockets=[place])
