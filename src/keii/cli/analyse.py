"""`keii analyse NAME`: what scholars and policy staff draw by hand, as a table with the words each row rests on."""

from typing import Annotated

import typer

from keii.cli.door import columns, door, stocked, write
from keii.cli.forms import Forms
from keii.cli.options import Codebook, Db, Output, Words, edtf, ids, one_of, split
from keii.presenting.analysis import FORMS, present
from keii.presenting.analysis.shown import Look
from keii.values.scope import Scope
from keii.values.source import FAMILIES
from keii.workbench import Analyser
from keii.workbench.analysing import NAMES

_FORMS = Forms(FORMS, {".docx": "docx", ".xlsx": "xlsx", ".html": "html", ".htm": "html", ".csv": "csv", ".json": "json",
                       ".txt": "table", ".png": "png", ".svg": "svg"}, "table", frozenset(("xlsx", "docx", "png")))
_FAMILIES = tuple(dict.fromkeys([*FAMILIES.values(), "other"]))


def analyse(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME")],
    since: Annotated[str | None, typer.Option("--from", metavar="EDTF")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="EDTF")] = None,
    actors: Annotated[Words, typer.Option("--actors", metavar="NAME")] = None,
    pillar: Annotated[Words, typer.Option("--pillar", metavar="ID")] = None,
    issue: Annotated[Words, typer.Option("--issue", metavar="ID")] = None,
    origin: Annotated[Words, typer.Option("--origin", metavar="ISO")] = None,
    family: Annotated[Words, typer.Option("--family", metavar="NAME")] = None,
    doc: Annotated[Words, typer.Option("--doc", metavar="NAME")] = None,
    text: Annotated[str | None, typer.Option("--text", metavar="WORDS")] = None,
    pivot: Annotated[Words, typer.Option("--pivot", metavar="WORDS")] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N")] = 0,
    format: Annotated[str | None, typer.Option("--format", metavar="|".join(FORMS))] = None,
    output: Output = None,
    db: Db = None,
    codebook: Codebook = None,
) -> None:
    here = door(context)
    asked = one_of("NAME", name, NAMES)
    form = _FORMS.chosen(format, output)
    analyser = Analyser(here.settings(db, codebook))
    book = analyser.codebook
    scope = Scope(
        since=edtf(since), until=edtf(until), actors=analyser.names.codes(split(actors)),
        pillar=ids("--pillar", "pillar", split(pillar), [*(topic.id for topic in book.topic_list("pillars")), "none"]),
        issue=ids("--issue", "issue", split(issue), [topic.id for topic in book.topic_list("issues")],
                  {topic.id: topic.label for topic in book.topic_list("issues")}),
        origin=analyser.names.codes(split(origin)), family=ids("--family", "family", split(family), _FAMILIES),
        docs=tuple(doc or ()), text=text)
    found = analyser.analyse(asked, scope, seed=seed, pivots=tuple(pivot or ()))
    if not found.sources:
        stocked(analyser, scope.docs)
    look = Look(here.lang, columns(), analyser.names.labels(here.lang), analyser.topics(here.lang),
                analyser.outlines(doc for doc, _ in found.sources))
    write(present(found, form, look), output)

