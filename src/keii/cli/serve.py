"""`keii serve`: the pages of a store for a browser on this machine, or, with accounts, for others."""

import getpass
import secrets
import socket
from ipaddress import ip_address
from typing import Annotated

import typer

from keii.cli.door import Door, door
from keii.cli.options import Codebook, Db
from keii.errors import UsageError
from keii.settings import Settings
from keii.web import accounts
from keii.web.serving import serve as run

PORT = 8760


def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535)] = PORT,
    name: Annotated[list[str] | None, typer.Option("--name", metavar="HOST")] = None,
    db: Db = None,
    codebook: Codebook = None,
) -> None:
    here = door(context)
    settings = here.settings(db, codebook)
    local = _loopback(host)
    if not local and not accounts.read(settings.db):
        raise UsageError("web.needs_accounts", host=host, db=str(settings.db))
    with _listening(host, port) as place:
        _run(here, settings, place, local, tuple(name or ()))


def _run(here: Door, settings: Settings, place: socket.socket, local: bool, names: tuple[str, ...]) -> None:
    token = secrets.token_urlsafe(32) if local else None
    address, port = place.getsockname()[:2]
    shown = f"[{address}]" if ":" in address else address

    def ready() -> None:
        print(here.say("web.serving", address=f"http://{shown}:{port}/" + (f"?token={token}" if token else "")), flush=True)
        here.warn(here.say("web.how_to_stop"))
    run(settings, place, token=token, owner=_owner(), names=(*names, *([] if local else [socket.gethostname()])), ready=ready)


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises UsageError where it cannot."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        place = socket.socket(family, socket.SOCK_STREAM)
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        place.bind(address)
    except OSError as error:
        raise UsageError("web.no_port", host=host, port=port, reason=error.strerror or str(error)) from error
    return place


def _owner() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "owner"
