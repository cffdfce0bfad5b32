"""`keii review settle` and `keep`: a decision that stands open is put upon an event of now; of two that differ one is kept."""

from typing import Annotated

import typer

from keii.cli.deciding import By, Date, Field, Seen, given, now, tell, who
from keii.cli.door import door
from keii.cli.options import Codebook, Db, Words, edtf
from keii.workbench import Settler

Decision = Annotated[str, typer.Argument(metavar="DECISION")]


def settle(
    context: typer.Context, decision: Decision, ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]")] = None,
    quote: Annotated[str, typer.Option("--quote", metavar="WORDS")] = "", date: Date = None,
    actors: Annotated[Words, typer.Option("--actors", metavar="NAME")] = None,
    initiator: Annotated[Words, typer.Option("--initiator", metavar="NAME")] = None,
    target: Annotated[Words, typer.Option("--target", metavar="NAME")] = None,
    action: Field = None, status: Field = None, summary: Field = None, pillar: Field = None, factuality: Field = None,
    place: Field = None, issues: Annotated[Words, typer.Option("--issues", metavar="ID")] = None,
    published: Annotated[str | None, typer.Option("--published", metavar="EDTF")] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="WORDS")] = None, by: By = None, seen: Seen = None,
    db: Db = None, codebook: Codebook = None,
) -> None:
    here = door(context)
    settler = Settler(here.settings(db, codebook))
    fields = given({"date": edtf(date), "action": action, "status": status, "summary": summary, "pillar": pillar, "factuality": factuality,
                    "place": place, "published": edtf(published)},
                   {"actors": actors, "initiator": initiator, "target": target, "issues": issues})
    made = settler.settle(decision, ids or (), fields=fields, quote=quote, by=who(by, here), at=now(), seen=seen, text=note)
    tell([made], settler, here)


def keep(context: typer.Context, decision: Decision, note: Annotated[str, typer.Option("--note", metavar="WORDS")] = "", by: By = None,
         db: Db = None, codebook: Codebook = None) -> None:
    here = door(context)
    settler = Settler(here.settings(db, codebook))
    tell(settler.keep(decision, by=who(by, here), at=now(), text=note), settler, here)
