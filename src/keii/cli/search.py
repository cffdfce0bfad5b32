"""`keii search`: every passage that holds some words."""

import sys
from typing import Annotated

import typer

from keii.cli.door import columns, door
from keii.cli.options import Codebook, Db, edtf, one_of
from keii.errors import KeiiError
from keii.presenting import search as presenting
from keii.workbench import Searcher

FORMATS = ("table", "json")


def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORD")],
    since: Annotated[str | None, typer.Option("--from", metavar="EDTF")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="EDTF")] = None,
    doc: Annotated[list[str] | None, typer.Option("--doc", metavar="NAME")] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1)] = 200,
    format: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS))] = "table",
    db: Db = None,
    codebook: Codebook = None,
) -> None:
    here = door(context)
    one_of("--format", format, FORMATS)
    found = Searcher(here.settings(db, codebook)).search(tuple(words), since=edtf(since), until=edtf(until),
                                                         docs=tuple(doc or ()), limit=limit)
    if not found.documents:
        raise KeiiError("ask.no_documents")
    totals = {"total": found.total, "undated": found.undated, "documents": found.documents}
    if format == "json":
        print(presenting.json(found.words, found.hits, totals), end="")
    else:
        print(presenting.text(found.words, (found.since, found.until), found.hits, totals, dict(found.sources), lang=here.lang,
                              columns=columns(), lit=sys.stdout.isatty()), end="")
