"""Analyses for people and programs: the forms a table with its quotes can be written in, by the names people ask for."""

from collections.abc import Callable, Mapping

from keii.errors import UsageError
from keii.presenting.analysis import csv_, docx, html, json_, table, xlsx
from keii.presenting.analysis.shown import Look
from keii.values.analysis import Analysis

_FORMS: Mapping[str, Callable[[Analysis, Look], str | bytes]] = {
    "table": table.analysis, "csv": csv_.analysis, "xlsx": xlsx.analysis, "docx": docx.analysis, "html": html.analysis,
    "json": json_.analysis,
}
FORMS = tuple(_FORMS)


def present(found: Analysis, form: str, look: Look) -> str | bytes:
    """The analysis in one of FORMS. Raises UsageError for any other."""
    if form not in _FORMS:
        raise UsageError("format.unknown", form=form, known=", ".join(FORMS))
    return _FORMS[form](found, look)
