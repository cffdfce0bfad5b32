"""`keii review`: what waits to be looked at, what was decided, what stands open."""

from typing import Annotated

import typer

from keii.cli.door import Door, columns, door, stocked
from keii.cli.grid import grid
from keii.cli.options import Codebook, Db, Words, edtf, ids, one_of, split
from keii.presenting import json_
from keii.presenting import review as presenting
from keii.presenting.rows import date_of
from keii.presenting.words import labels
from keii.values.reviewed import REASONS, STANDINGS, Item
from keii.values.scope import Scope
from keii.workbench import Reviewer, Settler

FORMATS = ("table", "json")
_ID = 10


def queue(
    context: typer.Context,
    standing: Annotated[Words, typer.Option("--standing", metavar="NAME")] = None,
    reason: Annotated[Words, typer.Option("--reason", metavar="NAME")] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="EDTF")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="EDTF")] = None,
    actors: Annotated[Words, typer.Option("--actors", metavar="NAME")] = None,
    doc: Annotated[Words, typer.Option("--doc", metavar="NAME")] = None,
    text: Annotated[str | None, typer.Option("--text", metavar="WORDS")] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=0)] = 50,
    format: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS))] = "table",
    db: Db = None,
    codebook: Codebook = None,
) -> None:
    here = door(context)
    one_of("--format", format, FORMATS)
    reviewer = Reviewer(here.settings(db, codebook))
    scope = Scope(since=edtf(since), until=edtf(until), actors=reviewer.names.codes(split(actors)), docs=tuple(doc or ()), text=text)
    wanted = ids("--standing", "standing", split(standing), (*STANDINGS, "all")) or ("open", "partly")
    found = reviewer.queue(scope, standing=() if "all" in wanted else wanted,
                           reasons=ids("--reason", "reason", split(reason), REASONS))
    shown = found[:limit] if limit else found
    if not found:
        stocked(reviewer, scope.docs)
    if format == "json":
        print(json_.dump({"rows": [presenting.item(one) for one in shown], "total": len(found)}, indent=1))
        return
    print(_table(shown, here) if shown else here.say("review.queue_empty"), end="" if shown else "\n")
    if len(shown) < len(found):
        print(here.say("review.more", n=len(shown), total=len(found)))
    if asked := reviewer.questions():
        print(here.say("review.open_questions", n=len(asked)))


def history(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID")],
    format: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS))] = "table",
    db: Db = None,
    codebook: Codebook = None,
) -> None:
    here = door(context)
    one_of("--format", format, FORMATS)
    reviewer = Reviewer(here.settings(db, codebook))
    found = reviewer.history(id)
    if format == "json":
        print(json_.dump({"decisions": [presenting.as_past(one) for one in found]}, indent=1))
        return
    names = reviewer.names.labels(here.lang)
    print("\n".join(presenting.past(one, here.lang, names) for one in found) or here.say("review.undecided", id=id))


def questions(
    context: typer.Context,
    format: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS))] = "table",
    db: Db = None,
    codebook: Codebook = None,
) -> None:
    here = door(context)
    one_of("--format", format, FORMATS)
    settler = Settler(here.settings(db, codebook))
    if format == "json":
        print(json_.dump({"questions": [presenting.as_question(one) for one in settler.questions()]}, indent=1))
        return
    found, names = settler.settlings(), settler.names.labels(here.lang)
    print("\n".join(presenting.settling(one, here.lang, names) for one in found) or here.say("review.no_questions"))
    if found:
        print(here.say("review.how_to_settle"))


def _table(found: tuple[Item, ...], here: Door) -> str:
    head = [here.say(f"column.{name}") for name in ("id", "date", "summary", "docs", "standing", "reasons")]
    return grid(head, [_row(one, here) for one in found], columns(), give={2: 24, 3: 12, 5: 10})


def _row(one: Item, here: Door) -> tuple[str, ...]:
    row = one.entry.occurrence
    return (row.id[:_ID], date_of(one.entry, here.lang), row.lead.summary, " ".join(row.docs),
            here.say(f"standing.{one.standing}"), labels("reason", one.reasons, here.lang))
