"""Running the application: one process, several threads, until it is stopped."""

import socket
from collections.abc import Callable

from keii.serving import run
from keii.settings import Settings
from keii.web.app import make_app
from keii.web.gate import Gate
from keii.web.shop import make_shop

_MOST_AT_ONCE, _LONGEST_HEAD = 64, 32_768


def serve(settings: Settings, place: socket.socket, *, token: str | None, owner: str, names: tuple[str, ...],
          ready: Callable[[], None]) -> None:
    """Serve the store of `settings` on a bound socket until interrupted; `token` lets in whoever has it, without one only
    accounts do. `ready` is called when it answers. Raises StoreError where there is no store."""
    shop = make_shop(settings, Gate(token, owner), local=token is not None, cookie=f"keii-{place.getsockname()[1]}")
    next(iter(shop.browsers.values())).shelf()
    app = make_app(shop, names, addresses=token is None)
    run(app, place, ready, at_once=_MOST_AT_ONCE, h11_max_incomplete_event_size=_LONGEST_HEAD, lifespan="off")
