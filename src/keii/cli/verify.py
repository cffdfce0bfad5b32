"""`keii verify`: another text, claim by claim, against the documents."""

from pathlib import Path
from typing import Annotated

import typer

from keii.cli.door import columns, door, end, stocked, write
from keii.cli.forms import Forms
from keii.cli.judging import Judging
from keii.cli.options import Codebook, Db, Output
from keii.presenting import verdict_docx, verdict_html, verdict_lines, verdict_text
from keii.presenting.layout import Layout
from keii.values.claim import Check
from keii.workbench import Verifier

_FORMS = Forms(("text", "json", "html", "docx"), {".txt": "text", ".json": "json", ".jsonl": "json", ".html": "html",
                                                 ".htm": "html", ".docx": "docx"}, "text", frozenset(("docx",)))


def verify(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    format: Annotated[str | None, typer.Option("--format", metavar="|".join(_FORMS.known))] = None,
    output: Output = None,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    db: Db = None,
    codebook: Codebook = None,
) -> None:
    here = door(context)
    form = _FORMS.chosen(format, output)
    verifier = Verifier(here.settings(db, codebook))
    streamed = form == "json" and output is None
    if streamed:
        stocked(verifier)
    check = verifier.verify(file, Judging(here, streamed))
    if not any(one.evidence for one in check.checked):
        stocked(verifier)
    cited = dict.fromkeys(span.doc for one in check.checked for span in one.evidence)
    if not streamed:
        write(_present(check, Layout(verifier.outlines(cited)), form, here.lang), output)
    end(check.left > 0 or (strict and any(one.verdict != "supported" or one.circular for one in check.checked)))


def _present(check: Check, layout: Layout, form: str, lang: str) -> str | bytes:
    if form == "json":
        return verdict_lines.text(check)
    if form == "html":
        return verdict_html.page(check, layout, lang=lang)
    if form == "docx":
        return verdict_docx.docx(check, layout, lang=lang)
    return verdict_text.text(check, layout, lang=lang, columns=columns())

