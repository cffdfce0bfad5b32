"""`keii user`: who may see the pages of a store that is served to others."""

import sys
from typing import Annotated

import typer

from keii.cli.door import columns, door
from keii.cli.grid import grid
from keii.cli.options import Db, one_of
from keii.errors import UsageError
from keii.presenting.words import say
from keii.web import accounts


def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME")],
    role: Annotated[str | None, typer.Option("--role", metavar="reader|editor|owner")] = None,
    db: Db = None,
) -> None:
    here = door(context)
    place = here.settings(db).db
    if role is not None:
        one_of("--role", role, accounts.ROLES)
    before = accounts.read(place).get(name.strip())
    given = next((one for one in accounts.ROLES if one == role), before.role if before else accounts.ROLES[0])
    accounts.add(place, name, given, _password(here.lang))
    print(here.say("user.added", name=name.strip(), role=here.say(f"web.role.{given}"), file=str(accounts.place(place))))


def remove(context: typer.Context, name: Annotated[str, typer.Argument(metavar="NAME")], db: Db = None) -> None:
    here = door(context)
    accounts.remove(here.settings(db).db, name)
    print(here.say("user.removed", name=name))


def listed(context: typer.Context, db: Db = None) -> None:
    here = door(context)
    held = accounts.read(here.settings(db).db)
    if not held:
        print(here.say("user.none"))
        return
    head = [here.say("user.name"), here.say("user.role")]
    print(grid(head, [(one.name, here.say(f"web.role.{one.role}")) for one in held.values()], columns()), end="")


def _password(lang: str) -> str:
    """A password typed twice unseen, or, where nobody types, the first line of the input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = typer.prompt(say("user.password", lang), hide_input=True)
    if typer.prompt(say("user.password_again", lang), hide_input=True) != first:
        raise UsageError("user.differs")
    return str(first)
