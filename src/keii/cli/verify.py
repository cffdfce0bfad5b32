"""`keii verify`: another text, claim by claim, against the documents."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from keii.cli.door import columns, door, end, write
from keii.cli.options import Codebook, Db, one_of
from keii.errors import UsageError
from keii.presenting import verdict_docx, verdict_html, verdict_lines, verdict_text
from keii.presenting.layout import Layout
from keii.values.claim import Check
from keii.workbench import Verifier

FORMATS = ("text", "json", "html", "docx")
_BY_SUFFIX = {".txt": "text", ".json": "json", ".jsonl": "json", ".html": "html", ".htm": "html", ".docx": "docx"}


def verify(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    format: Annotated[str | None, typer.Option("--format", metavar="|".join(FORMATS))] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")] = None,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    db: Db = None,
    codebook: Codebook = None,
) -> None:
    here = door(context)
    form = _form(format, output)
    verifier = Verifier(here.settings(db, codebook))
    check = verifier.verify(file)
    cited = dict.fromkeys(span.doc for one in check.checked for span in one.evidence)
    write(_present(check, Layout(verifier.outlines(cited)), form, here.lang), output)
    end(strict and any(one.verdict != "supported" for one in check.checked))


def _present(check: Check, layout: Layout, form: str, lang: str) -> str | bytes:
    if form == "json":
        return verdict_lines.text(check)
    if form == "html":
        return verdict_html.page(check, layout, lang=lang)
    if form == "docx":
        return verdict_docx.docx(check, layout, lang=lang)
    return verdict_text.text(check, layout, lang=lang, columns=columns())


def _form(format: str | None, output: Path | None) -> str:
    """The format asked for, or the one the output's suffix tells. Raises UsageError where bytes would hit a screen."""
    by_suffix = _BY_SUFFIX.get(output.suffix.lower()) if output else "text"
    if format is None and by_suffix is None:
        raise UsageError("usage.suffix", file=str(output), known=" ".join(_BY_SUFFIX))
    form = one_of("--format", format or by_suffix or "text", FORMATS)
    if form == "docx" and output is None and sys.stdout.isatty():
        raise UsageError("usage.needs_output", format=form)
    return form
