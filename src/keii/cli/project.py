"""`keii project`: decisions out into a file, another's in, and how far two people agree."""

from pathlib import Path
from typing import Annotated

import typer

from keii.cli.deciding import now
from keii.cli.door import door
from keii.cli.options import Codebook, Db, one_of
from keii.presenting import agreement as agreeing
from keii.presenting import json_
from keii.presenting import review as presenting
from keii.values.wire import dump
from keii.workbench import Mover

FORMATS = ("text", "json")
File = Annotated[Path, typer.Argument(metavar="FILE")]


def export(context: typer.Context, file: File, documents: Annotated[bool, typer.Option("--with-documents")] = False,
           db: Db = None) -> None:
    here = door(context)
    made = Mover(here.settings(db)).export(file, at=now(), documents=documents)
    print(here.say("project.written", file=file, decisions=len(made.decisions), sources=len(made.sources), documents=len(made.documents)))


def bring(context: typer.Context, file: File, db: Db = None, codebook: Codebook = None) -> None:
    here = door(context)
    mover = Mover(here.settings(db, codebook))
    done = mover.bring(file)
    names = mover.names.labels(here.lang)
    print(here.say("project.read", file=file, fresh=len(done.fresh), known=done.known, documents=len(done.documents)))
    if done.missing:
        print(here.say("project.missing", n=len(done.missing), names=here.say("join.list").join(done.missing)))
    if done.disagreements:
        print(here.say("project.disagreements", n=len(done.disagreements)))
        print("\n".join(presenting.question(one, here.lang, names) for one in done.disagreements))
        print(here.say("review.how_to_settle"))


def agreement(context: typer.Context, one: Annotated[Path, typer.Argument(metavar="FILE")],
              other: Annotated[Path, typer.Argument(metavar="FILE")],
              format: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS))] = "text", db: Db = None,
              codebook: Codebook = None) -> None:
    here = door(context)
    one_of("--format", format, FORMATS)
    mover = Mover(here.settings(db, codebook))
    found = mover.agreement((one, other))
    if format == "json":
        print(json_.dump(dump(found), indent=1))
    else:
        print(agreeing.agreement(found, here.lang, mover.names.labels(here.lang)), end="")
