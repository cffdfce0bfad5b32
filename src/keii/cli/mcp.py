"""`keii mcp`: the store as tools for an assistant, over standard input and output or over HTTP on this machine."""

import getpass
import secrets
from typing import Annotated

import typer

from keii.cli.door import Door, door
from keii.cli.listening import address_of, listening, loopback
from keii.cli.options import Codebook, Db
from keii.errors import UsageError
from keii.mcp.serving import PATH, over_http, over_stdio
from keii.settings import Settings

PORT = 8761
TOKEN = "KEII_MCP_TOKEN"
_SHORTEST = 32


def mcp(
    context: typer.Context,
    http: Annotated[bool, typer.Option("--http")] = False,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535)] = PORT,
    allow_decisions: Annotated[bool, typer.Option("--allow-decisions")] = False,
    db: Db = None,
    codebook: Codebook = None,
) -> None:
    here = door(context)
    settings = here.settings(db, codebook)
    decider = here.say("mcp.by", name=_user()) if allow_decisions else None
    if http:
        _serve(here, settings, (host, port), decider)
    else:
        over_stdio(settings, decider)


def _serve(here: Door, settings: Settings, place: tuple[str, int], decider: str | None) -> None:
    if not loopback(place[0]):
        raise UsageError("mcp.loopback", host=place[0])
    given = here.environment.get(TOKEN)
    if given is not None and len(given) < _SHORTEST:
        raise UsageError("mcp.short_token", name=TOKEN, n=_SHORTEST)
    token = given or secrets.token_urlsafe(32)
    with listening(*place) as bound:
        def ready() -> None:
            shown = here.say("mcp.given_token", name=TOKEN) if given else token
            print(here.say("mcp.serving", address=f"http://{address_of(bound)}{PATH}", token=shown), flush=True)
            here.warn(here.say("web.how_to_stop"))
        over_http(settings, bound, token, decider, ready)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "owner"
