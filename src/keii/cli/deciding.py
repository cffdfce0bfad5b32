"""`keii review accept …`: one decision each, by somebody, now."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated

import typer

from keii.cli.door import Door, door
from keii.cli.options import Codebook, Db, Words, edtf, split
from keii.errors import UsageError
from keii.presenting import review as presenting
from keii.values.decision import Decision
from keii.values.request import Request
from keii.workbench import Reviewer

Ids = Annotated[list[str], typer.Argument(metavar="ID")]
One = Annotated[str, typer.Argument(metavar="ID")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME")]
Note = Annotated[str, typer.Option("--note", metavar="WORDS")]
Seen = Annotated[str | None, typer.Option("--seen", metavar="VERSION")]
Replaces = Annotated[str | None, typer.Option("--replaces", metavar="DECISION")]
Field = Annotated[str | None, typer.Option(metavar="WORDS")]
Date = Annotated[str | None, typer.Option("--date", metavar="EDTF")]


def accept(context: typer.Context, ids: Ids, note: Note = "", by: By = None, seen: Seen = None, db: Db = None,
           codebook: Codebook = None) -> None:
    _each(context, [Request("accept", (id,), text=note) for id in ids], by, seen, db, codebook)


def reject(context: typer.Context, ids: Ids, note: Note = "", by: By = None, seen: Seen = None, db: Db = None,
           codebook: Codebook = None) -> None:
    _each(context, [Request("reject", (id,), text=note) for id in ids], by, seen, db, codebook)


def edit(
    context: typer.Context, id: One, date: Date = None,
    actors: Annotated[Words, typer.Option("--actors", metavar="NAME")] = None,
    initiator: Annotated[Words, typer.Option("--initiator", metavar="NAME")] = None,
    target: Annotated[Words, typer.Option("--target", metavar="NAME")] = None,
    action: Field = None, status: Field = None, summary: Field = None, pillar: Field = None, factuality: Field = None,
    place: Field = None, issues: Annotated[Words, typer.Option("--issues", metavar="ID")] = None,
    note: Note = "", replaces: Replaces = None, by: By = None, seen: Seen = None, db: Db = None, codebook: Codebook = None,
) -> None:
    fields = given({"date": edtf(date), "action": action, "status": status, "summary": summary, "pillar": pillar,
                      "factuality": factuality, "place": place},
                     {"actors": actors, "initiator": initiator, "target": target, "issues": issues})
    _each(context, [Request("edit", (id,), fields, text=note, replaces=replaces)], by, seen, db, codebook)


def merge(context: typer.Context, ids: Ids, note: Note = "", by: By = None, seen: Seen = None, db: Db = None,
          codebook: Codebook = None) -> None:
    _each(context, [Request("merge", tuple(ids), text=note)], by, seen, db, codebook)


def apart(context: typer.Context, id: One, out: Annotated[Words, typer.Option("--apart", metavar="EVENT")] = None,
          note: Note = "", by: By = None, seen: Seen = None, db: Db = None, codebook: Codebook = None) -> None:
    _each(context, [Request("split", (id,), apart=tuple(split(out)), text=note)], by, seen, db, codebook)


def add(
    context: typer.Context,
    doc: Annotated[str, typer.Option("--doc", metavar="NAME")],
    quote: Annotated[str | None, typer.Option("--quote", metavar="WORDS")] = None,
    start: Annotated[int | None, typer.Option("--start", metavar="N")] = None,
    end: Annotated[int | None, typer.Option("--end", metavar="N")] = None,
    date: Date = None, action: Field = None,
    actors: Annotated[Words, typer.Option("--actors", metavar="NAME")] = None,
    initiator: Annotated[Words, typer.Option("--initiator", metavar="NAME")] = None,
    target: Annotated[Words, typer.Option("--target", metavar="NAME")] = None,
    status: Field = None, summary: Field = None, pillar: Field = None, factuality: Field = None, place: Field = None,
    issues: Annotated[Words, typer.Option("--issues", metavar="ID")] = None,
    note: Note = "", replaces: Replaces = None, by: By = None, db: Db = None, codebook: Codebook = None,
) -> None:
    here = door(context)
    reviewer = Reviewer(here.settings(db, codebook))
    span = reviewer.place(doc, quote) if quote else (doc, start, end) if start is not None and end is not None else None
    fields = given({"date": edtf(date), "action": action, "status": status, "summary": summary, "pillar": pillar,
                      "factuality": factuality, "place": place},
                     {"actors": actors, "initiator": initiator, "target": target, "issues": issues})
    _decide(here, reviewer, [Request("add", (), fields, span=span, text=note, replaces=replaces)], by, None)


def note(context: typer.Context, id: One, text: Annotated[str, typer.Argument(metavar="WORDS")], by: By = None,
         seen: Seen = None, db: Db = None, codebook: Codebook = None) -> None:
    _each(context, [Request("note", (id,), text=text)], by, seen, db, codebook)


def date(context: typer.Context, doc: Annotated[str, typer.Argument(metavar="DOCUMENT")],
         day: Annotated[str, typer.Argument(metavar="EDTF")], note: Note = "", by: By = None, db: Db = None,
         codebook: Codebook = None) -> None:
    fields = (("published", (edtf(day) or "",)),)
    _each(context, [Request("date", (doc,), fields, text=note)], by, None, db, codebook)


def undo(context: typer.Context, ids: Annotated[list[str], typer.Argument(metavar="DECISION")], note: Note = "", by: By = None,
         db: Db = None, codebook: Codebook = None) -> None:
    here = door(context)
    reviewer = Reviewer(here.settings(db, codebook))
    for id in ids:
        tell([reviewer.undo(id, by=who(by, here), at=now(), text=note)], reviewer, here)


def _each(context: typer.Context, requests: Sequence[Request], by: str | None, seen: str | None, db: str | None,
          codebook: str | None) -> None:
    here = door(context)
    _decide(here, Reviewer(here.settings(db, codebook)), requests, by, seen)


def _decide(here: Door, reviewer: Reviewer, requests: Sequence[Request], by: str | None, seen: str | None) -> None:
    """All of them or none; of several, `seen` holds the versions in their order, joined by commas."""
    versions = seen.split(",") if seen and len(requests) > 1 else [seen] if seen else []
    made = reviewer.decide_all(requests, by=who(by, here), at=now(), seen=dict(enumerate(versions)))
    tell(made, reviewer, here)


def tell(made: Sequence[Decision], reviewer: Reviewer, here: Door) -> None:
    """Print what was decided."""
    names = reviewer.names.labels(here.lang)
    for one in made:
        print(here.say("review.done", id=one.id[:8], what=presenting.told(one, here.lang, names)))


def given(single: dict[str, str | None], several: dict[str, Words]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What was given; an empty text takes a field's value away."""
    given = [(field, (value,) if value else ()) for field, value in single.items() if value is not None]
    return (*given, *((field, tuple(split(values))) for field, values in several.items() if values is not None))


def now() -> str:
    """This moment, as decisions are dated."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def who(by: str | None, here: Door) -> str:
    """Who decides: as told, else the variable KEII_BY, else who is logged in. Raises UsageError where nobody is."""
    for name in (by, here.environment.get("KEII_BY"), here.environment.get("USER"), here.environment.get("USERNAME")):
        if name and name.strip():
            return name.strip()
    raise UsageError("review.nobody")
