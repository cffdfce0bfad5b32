"""`keii chronology`: the rows a person asks for, in the form a person asks for."""

from typing import Annotated, get_args

import typer

from keii.cli.door import columns, door, stocked, write
from keii.cli.forms import Forms
from keii.cli.options import Codebook, Db, Output, Words, edtf, ids, split
from keii.presenting.forms import FILES, FORMS, present
from keii.values.event import Factuality, Status
from keii.values.scope import Scope
from keii.values.source import FAMILIES
from keii.workbench import Viewer

_FORMS = Forms(FORMS, {".docx": "docx", ".xlsx": "xlsx", ".html": "html", ".htm": "html", ".csv": "csv", ".json": "json",
                       ".md": "md", ".txt": "table"}, "table", FILES - {"csv"})
_FAMILIES = tuple(dict.fromkeys([*FAMILIES.values(), "other"]))


def chronology(
    context: typer.Context,
    since: Annotated[str | None, typer.Option("--from", metavar="EDTF")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="EDTF")] = None,
    actors: Annotated[Words, typer.Option("--actors", metavar="NAME")] = None,
    action: Annotated[Words, typer.Option("--action", metavar="ID")] = None,
    pillar: Annotated[Words, typer.Option("--pillar", metavar="ID")] = None,
    status: Annotated[Words, typer.Option("--status", metavar="ID")] = None,
    factuality: Annotated[Words, typer.Option("--factuality", metavar="ID")] = None,
    issue: Annotated[Words, typer.Option("--issue", metavar="ID")] = None,
    origin: Annotated[Words, typer.Option("--origin", metavar="ISO")] = None,
    family: Annotated[Words, typer.Option("--family", metavar="NAME")] = None,
    doc: Annotated[Words, typer.Option("--doc", metavar="NAME")] = None,
    text: Annotated[str | None, typer.Option("--text", metavar="WORDS")] = None,
    min_sources: Annotated[int, typer.Option("--min-sources", metavar="N")] = 0,
    single_source: Annotated[bool, typer.Option("--single-source")] = False,
    conflicts: Annotated[bool, typer.Option("--conflicts")] = False,
    rejected: Annotated[bool, typer.Option("--rejected")] = False,
    format: Annotated[str | None, typer.Option("--format", metavar="|".join(FORMS))] = None,
    output: Output = None,
    title: Annotated[str | None, typer.Option("--title", metavar="WORDS")] = None,
    db: Db = None,
    codebook: Codebook = None,
) -> None:
    here = door(context)
    form = _FORMS.chosen(format, output)
    viewer = Viewer(here.settings(db, codebook))
    book = viewer.codebook
    scope = Scope(
        since=edtf(since), until=edtf(until), actors=viewer.names.codes(split(actors)),
        action=ids("--action", "action", split(action), [topic.id for topic in book.actions],
                   {topic.id: topic.label for topic in book.actions}),
        pillar=ids("--pillar", "pillar", split(pillar), [*(topic.id for topic in book.topic_list("pillars")), "none"]),
        status=ids("--status", "status", split(status), get_args(Status)),
        factuality=ids("--factuality", "factuality", split(factuality), get_args(Factuality)),
        issue=ids("--issue", "issue", split(issue), [topic.id for topic in book.topic_list("issues")],
                  {topic.id: topic.label for topic in book.topic_list("issues")}),
        origin=viewer.names.codes(split(origin)), family=ids("--family", "family", split(family), _FAMILIES),
        docs=tuple(doc or ()), min_sources=min_sources, single_source=single_source, conflicts=conflicts, text=text)
    found = viewer.chronology(scope, title, rejected=rejected)
    if not found.entries:
        stocked(viewer, scope.docs)
    cited = viewer.outlines(name for name, _ in found.sources)
    names = viewer.names.labels(here.lang)
    write(present(found, cited, form, lang=here.lang, columns=columns(), names=names), output)

