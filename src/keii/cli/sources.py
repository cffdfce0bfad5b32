"""`keii sources`: what the store holds of each document."""

from typing import Annotated

import typer

from keii.cli.door import Door, columns, door
from keii.cli.grid import grid
from keii.cli.options import Db
from keii.presenting.words import label
from keii.values.holding import Holding
from keii.workbench import Viewer

HEAD = ("doc", "title", "kind", "origin", "published", "encoding", "characters", "events")
_RIGHT = frozenset({6, 7})
_GIVE = {0: 16, 1: 16, 2: 7, 4: 10}
_FORMATS = {"application/pdf": "PDF",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX"}


def sources(
    context: typer.Context,
    undated: Annotated[bool, typer.Option("--undated")] = False,
    db: Db = None,
) -> None:
    here = door(context)
    held = Viewer(here.settings(db)).sources(undated=undated)
    if not held:
        print(here.say("sources.all_dated" if undated else "none.sources"))
        return
    head = [here.say("sources.work") if name == "title" else here.say(f"column.{name}") for name in HEAD]
    print(grid(head, [_row(one, here) for one in held], columns(), right=_RIGHT, give=_GIVE), end="")
    if undated:
        print(here.say("sources.remedy"))


def _row(held: Holding, here: Door) -> tuple[str, ...]:
    """The cells of a document: author stands under title, and how the date is known under the date."""
    source, unknown = held.source, here.say("sources.unknown")
    author = here.say("join.list").join(source.author)
    work = "\n".join(filter(None, (source.title or unknown, author)))
    published = "\n".join(filter(None, (source.published, label("basis", source.published_basis, here.lang))))
    return (held.name, work, label("kind", source.kind, here.lang) or unknown, source.origin or unknown,
            published if source.published else unknown, _encoding(held, here), f"{held.characters:,}",
            f"{held.events:,}")


def _encoding(held: Holding, here: Door) -> str:
    """The encoding of a text, the format of what is no text."""
    if held.media in _FORMATS:
        return _FORMATS[held.media]
    return label("encoding", held.encoding, here.lang) or held.media
