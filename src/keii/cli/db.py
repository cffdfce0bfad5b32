"""`keii db`: is the database sound; a copy of it kept, taken back, or moved to another place."""

from pathlib import Path
from typing import Annotated

import typer

from keii.cli.door import door, end
from keii.cli.options import Db
from keii.workbench import Keeper

File = Annotated[Path, typer.Argument(metavar="FILE")]


def check(context: typer.Context, db: Db = None) -> None:
    here = door(context)
    found = Keeper(here.settings(db)).check()
    for fault in found.faults:
        here.tell(fault)
    held = here.say("db.held", documents=found.documents, events=found.events, decisions=found.decisions)
    print(held + (here.say("db.faulty", n=len(found.faults)) if found.faults else here.say("db.sound")))
    end(found.faults)


def backup(context: typer.Context, file: File, db: Db = None) -> None:
    here = door(context)
    Keeper(here.settings(db)).backup(file)
    print(here.say("db.kept", file=file))


def restore(context: typer.Context, file: File, db: Db = None) -> None:
    here = door(context)
    settings = here.settings(db)
    before = Keeper(settings).restore(file)
    print(here.say("db.restored", file=file))
    if before:
        print(here.say("db.before", file=before))


def copy(context: typer.Context, source: Annotated[str, typer.Argument(metavar="FROM")],
         target: Annotated[str, typer.Argument(metavar="TO")]) -> None:
    here = door(context)
    moved = Keeper(here.settings(source)).copy(here.settings(target))
    print(here.say("db.held", documents=moved.documents, events=moved.events, decisions=moved.decisions) + here.say("db.copied"))
