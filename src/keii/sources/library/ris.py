"""RIS, read with rispy."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

import rispy

from keii.sources.library.entry import Entry, person, source_of

_TYPES = {"NEWS": "article-newspaper", "JOUR": "article-journal", "EJOUR": "article-journal", "MGZN": "article-magazine",
          "THES": "thesis", "BOOK": "book", "EBOOK": "book", "CHAP": "chapter", "HEAR": "hearing"}


def from_ris(text: str) -> tuple[Entry, ...]:
    """The references of a RIS file. Raises what rispy raises where it is none."""
    return tuple(map(_entry, rispy.loads(text)))


def _entry(item: Mapping[str, object]) -> Entry:
    def text(*names: str) -> str:
        return next((str(item[name]).strip() for name in names if item.get(name)), "")

    authors = tuple(_name(one) for one in _list(item.get("authors") or item.get("first_authors")))
    attached = [*_list(item.get("file_attachments1")), *_list(item.get("file_attachments2"))]
    urls = _list(item.get("urls"))
    source = source_of(_TYPES.get(text("type_of_reference"), ""), title=text("title", "primary_title"), author=authors,
                       container=text("secondary_title", "journal_name", "alternate_title1"), publisher=text("publisher"),
                       issued=_day(text("date", "publication_year", "year")), language=text("language"),
                       url=urls[0] if urls else "")
    return Entry(text("id", "label"), source, tuple(PurePosixPath(one.replace("\\", "/")).name for one in attached))


def _list(found: object) -> list[str]:
    return [str(one) for one in found] if isinstance(found, list) else [str(found)] if found else []


def _name(text: str) -> str:
    family, _, given = text.partition(",")
    return person(family.strip(), given.strip())


def _day(text: str) -> tuple[int, ...]:
    """`2002/09/18/` or `2002`."""
    return tuple(int(part) for part in re.split(r"[/-]", text) if part.isdigit())
