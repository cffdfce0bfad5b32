"""`keii serve`: the pages of a store for a browser on this machine, or, with accounts, for others."""

import getpass
import secrets
import socket
from typing import Annotated

import typer

from keii.cli.door import Door, door
from keii.cli.listening import address_of, listening, loopback
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
    local = loopback(host)
    if not local and not accounts.read(settings.db):
        raise UsageError("web.needs_accounts", host=host, db=str(settings.db))
    with listening(host, port) as place:
        _run(here, settings, place, local, tuple(name or ()))


def _run(here: Door, settings: Settings, place: socket.socket, local: bool, names: tuple[str, ...]) -> None:
    token = secrets.token_urlsafe(32) if local else None

    def ready() -> None:
        print(here.say("web.serving", address=f"http://{address_of(place)}/" + (f"?token={token}" if token else "")), flush=True)
        here.warn(here.say("web.how_to_stop"))
    run(settings, place, token=token, owner=_owner(), names=(*names, *([] if local else [socket.gethostname()])), ready=ready)


def _owner() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "owner"
