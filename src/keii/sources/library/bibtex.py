"""BibTeX, read with bibtexparser; `file` is where Zotero and JabRef name attachments (`title:path:type;…`)."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from bibtexparser import loads
from bibtexparser.bparser import BibTexParser

from keii.sources.library.entry import Entry, person, source_of

_TYPES = {"article": "article-journal", "book": "book", "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis",
          "incollection": "chapter", "inbook": "chapter"}
_MONTHS = {name: at for at, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_SUFFIX = re.compile(r"\.\w{2,5}$")


def from_bibtex(text: str) -> tuple[Entry, ...]:
    """The references of a BibTeX file. Raises what the parser raises where it is none."""
    parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False)  # type: ignore[no-untyped-call]
    return tuple(map(_entry, loads(text, parser=parser).entries))  # type: ignore[no-untyped-call]


def _entry(item: Mapping[str, str]) -> Entry:
    def text(*names: str) -> str:
        return next((re.sub(r"[{}]", "", item[name]).strip() for name in names if item.get(name)), "")

    source = source_of(_TYPES.get(item.get("ENTRYTYPE", ""), ""), title=text("title"), author=tuple(_names(item.get("author", ""))),
                       container=text("journal", "journaltitle", "booktitle"),
                       publisher=text("publisher", "institution", "school", "organization"),
                       issued=_issued(text("date"), text("year"), text("month"), text("day")),
                       language=text("langid", "language"), url=text("url"))
    return Entry(item.get("ID", ""), source, tuple(_files(item.get("file", ""))))


def _names(text: str) -> Iterator[str]:
    for one in re.split(r"\s+and\s+", text.strip()):
        family, comma, given = re.sub(r"[{}]", "", one).partition(",")
        if family.strip():
            yield person(family.strip(), given.strip()) if comma else family.strip()


def _issued(day: str, year: str, month: str, of_month: str) -> tuple[int, ...]:
    if day:
        return tuple(int(part) for part in day.split("/")[0].split("-") if part.isdigit())
    named = _MONTHS.get(month[:3].lower(), int(month) if month.isdigit() else 0)
    parts = (year, str(named or ""), of_month)
    return tuple(int(part) for part in parts[:next((at for at, part in enumerate(parts) if not part.isdigit()), 3)])


def _files(text: str) -> Iterator[str]:
    """Names of the attached files: of `title:path:type` the path, of a bare path itself; backslashes escape."""
    for one in re.split(r"(?<!\\);", text):
        parts = [re.sub(r"\\(.)", r"\1", part) for part in re.split(r"(?<!\\):", one)]
        for part in parts:
            if _SUFFIX.search(part):
                yield PurePosixPath(part.replace("\\", "/")).name
