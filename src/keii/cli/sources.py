"""`keii sources`: what the store holds of each document."""

from typing import Annotated

import typer

from keii.cli.door import Door, columns, door
from keii.cli.grid import grid
from keii.cli.options import Db
from keii.presenting.words import label
from keii.values.holding import Holding

HEAD = ("doc", "title", "author", "kind", "origin", "published", "basis", "encoding", "characters", "events")
_RIGHT = frozenset({8, 9})


def sources(
    context: typer.Context,
    undated: Annotated[bool, typer.Option("--undated")] = False,
    db: Db = None,
) -> None:
    here = door(context)
    held = here.bench(db).sources(undated=undated)
    if not held:
        print(here.say("sources.all_dated" if undated else "none.sources"))
        return
    head = [here.say(f"column.{name}") for name in HEAD]
    print(grid(head, [_row(one, here) for one in held], columns(), right=_RIGHT, give=1), end="")
    if undated:
        print(here.say("sources.remedy"))


def _row(held: Holding, here: Door) -> tuple[str, ...]:
    source, unknown = held.source, here.say("sources.unknown")
    return (held.name, source.title or unknown, here.say("join.list").join(source.author) or unknown,
            label("kind", source.kind, here.lang) or unknown, source.origin or unknown, source.published or unknown,
            label("basis", source.published_basis, here.lang), held.encoding or held.media,
            f"{held.characters:,}", f"{held.events:,}")
