"""Analyses for people and programs: the forms a table with its quotes can be written in, by the names people ask for."""

from collections.abc import Callable, Mapping
from importlib import import_module

from keii.errors import UsageError
from keii.presenting.analysis import csv_, docx, html, json_, table, xlsx
from keii.presenting.analysis.shown import Look
from keii.values.analysis import Analysis

_FORMS: Mapping[str, Callable[[Analysis, Look], str | bytes]] = {
    "table": table.analysis, "csv": csv_.analysis, "xlsx": xlsx.analysis, "docx": docx.analysis, "html": html.analysis,
    "json": json_.analysis,
}
FIGURES = ("png", "svg")
FORMS = (*_FORMS, *FIGURES)


def present(found: Analysis, form: str, look: Look) -> str | bytes:
    """The analysis in one of FORMS. Raises UsageError for any other."""
    if form not in FORMS:
        raise UsageError("format.unknown", form=form, known=", ".join(FORMS))
    if form in FIGURES:  # drawing takes long to load, and few ask for it
        drawn: bytes = import_module("keii.presenting.analysis.figure").analysis(found, look, form)
        return drawn
    return _FORMS[form](found, look)
