"""The forms a chronology can be written in, by the names people ask for."""

from collections.abc import Callable, Mapping

from keii.errors import UsageError
from keii.presenting import csv_, docx, html, json_, markdown, timelinejs, xlsx
from keii.presenting.rows import Names
from keii.presenting.table import table
from keii.values.chronology import Chronology
from keii.values.document import Document

Documents = Mapping[str, Document]
_FORMS: Mapping[str, Callable[[Chronology, Documents, str, int, Names], str | bytes]] = {
    "table": lambda rows, documents, lang, columns, names: table(rows, documents, lang=lang, columns=columns, names=names),
    "md": lambda rows, _, lang, __, names: markdown.chronology(rows, lang=lang, names=names),
    "csv": lambda rows, _, lang, __, names: csv_.chronology(rows, lang=lang, names=names),
    "xlsx": lambda rows, documents, lang, _, names: xlsx.chronology(rows, documents, lang=lang, names=names),
    "docx": lambda rows, documents, lang, _, names: docx.chronology(rows, documents, lang=lang, names=names),
    "html": lambda rows, documents, lang, _, names: html.chronology(rows, documents, lang=lang, names=names),
    "json": lambda rows, _, __, ___, ____: json_.chronology(rows),
    "timelinejs": lambda rows, _, lang, __, ___: timelinejs.chronology(rows, lang=lang),
}
FORMS = tuple(_FORMS)
FILES = frozenset({"csv", "xlsx", "docx"})
"""Forms that are bytes; the others are text, to be written as UTF-8 with their line breaks untouched."""


def present(chronology: Chronology, documents: Documents, form: str, *, lang: str = "ja", columns: int = 100,
            names: Names = None) -> str | bytes:
    """The chronology in one of FORMS. Raises UsageError for any other.

    `documents` holds the cited documents by name: the terminal and Word do not show the line wraps of a quote, HTML shows
    the paragraph around it, Word follows its notes; every form works without them. `columns` is for the
    table, `names` gives the codebook's names of actors.
    """
    if form not in _FORMS:
        raise UsageError("format.unknown", form=form, known=", ".join(FORMS))
    return _FORMS[form](chronology, documents, lang, columns, names)
