"""`keii sources`: what the store holds of each document, as a table or as a bibliography."""

from collections.abc import Sequence
from typing import Annotated

import typer

from keii.cli.door import Door, columns, door, write
from keii.cli.forms import Forms
from keii.cli.grid import grid
from keii.cli.options import Db, Output
from keii.presenting.bibliography import bibtex, csl
from keii.presenting.words import label
from keii.values.holding import Holding
from keii.workbench import Viewer

HEAD = ("doc", "title", "kind", "origin", "published", "encoding", "characters", "events")
_RIGHT = frozenset({6, 7})
_GIVE = {0: 16, 1: 16, 2: 7, 4: 10}
_FORMS = Forms(("table", "csl", "bibtex"), {".json": "csl", ".bib": "bibtex", ".txt": "table"}, "table")
_MEDIA = {"application/pdf": "PDF",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX"}


def sources(
    context: typer.Context,
    undated: Annotated[bool, typer.Option("--undated")] = False,
    format: Annotated[str | None, typer.Option("--format", metavar="|".join(_FORMS.known))] = None,
    output: Output = None,
    db: Db = None,
) -> None:
    here = door(context)
    form = _FORMS.chosen(format, output)
    held = Viewer(here.settings(db)).sources(undated=undated)
    write(_bibliography(held, form) if form != "table" else _table(held, here, undated=undated), output)


def _bibliography(held: Sequence[Holding], form: str) -> str:
    works = ((one.name, one.source) for one in held)
    return csl(works) if form == "csl" else bibtex(works)


def _table(held: Sequence[Holding], here: Door, *, undated: bool) -> str:
    if not held:
        return here.say("sources.all_dated" if undated else "none.sources") + "\n"
    head = [here.say("sources.work") if name == "title" else here.say(f"column.{name}") for name in HEAD]
    told = grid(head, [_row(one, here) for one in held], columns(), right=_RIGHT, give=_GIVE)
    return told + (here.say("sources.remedy") + "\n" if undated else "")


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
    if held.media in _MEDIA:
        return _MEDIA[held.media]
    return label("encoding", held.encoding, here.lang) or held.media
