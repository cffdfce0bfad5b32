"""`keii report`: the review of a year or another stretch of time, as Word, HTML or PDF."""

from pathlib import Path
from typing import Annotated

import typer

from keii.cli.door import columns, door, stocked, write
from keii.cli.options import Codebook, Db, Output, edtf
from keii.errors import UsageError
from keii.presenting.analysis.shown import Look
from keii.presenting.report import docx, html
from keii.values.scope import Scope
from keii.workbench.printing import pdf
from keii.workbench.reporting import Reporter

_WORD, _PAGES, _PDF = (".docx",), (".html", ".htm"), (".pdf",)


def report(
    context: typer.Context,
    year: Annotated[str | None, typer.Option("--year", metavar="YEAR")] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="EDTF")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="EDTF")] = None,
    output: Output = None,
    db: Db = None,
    codebook: Codebook = None,
) -> None:
    here = door(context)
    if (year is None) == (since is None and until is None) or (year is not None and not (year.isascii() and year.isdigit())):
        raise UsageError("usage.report")
    suffix = _suffix(output)
    reporter = Reporter(here.settings(db, codebook))
    found = reporter.report(Scope(since=edtf(year or since), until=edtf(year or until)))
    if not found.sources:
        stocked(reporter)
    look = Look(here.lang, columns(), reporter.names.labels(here.lang), reporter.topics(here.lang),
                reporter.outlines(doc for doc, _ in found.sources))
    write(html(found, look) if suffix in _PAGES else docx(found, look) if suffix in _WORD else pdf(docx(found, look)), output)


def _suffix(output: Path | None) -> str:
    """The suffix of the output, HTML where none is named. Raises UsageError for one that is not made here."""
    suffix = output.suffix.lower() if output else _PAGES[0]
    if suffix not in (*_WORD, *_PAGES, *_PDF):
        raise UsageError("usage.suffix_alone", file=str(output), known=" ".join((*_WORD, *_PAGES, *_PDF)))
    return suffix
