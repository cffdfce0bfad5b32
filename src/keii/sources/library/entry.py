"""One reference of a library: what it says of a source, and by what its document can be known."""

from dataclasses import dataclass
from datetime import date

from keii.values.source import Source

_KINDS = {"article-newspaper": "newspaper", "article-journal": "journal-article", "article-magazine": "explainer",
          "thesis": "thesis-summary", "book": "book", "chapter": "report-chapter", "hearing": "diet-minutes"}
_PERIODICALS = ("article", "article-newspaper", "article-journal", "article-magazine")


@dataclass(frozen=True, slots=True)
class Entry:
    """`files` are the names of the files attached to it, without their folders."""

    key: str
    source: Source
    files: tuple[str, ...] = ()


def source_of(kind: str, *, title: str, author: tuple[str, ...], container: str, publisher: str, issued: tuple[int, ...],
              language: str, url: str) -> Source:
    """A source from the variables of CSL, "" and () where they are not known. `kind` is a type of CSL.

    Of an article the periodical stands as publisher, as Keii counts independence by it. A kind that says nothing of
    what the source is (a report, a web page) stays open.
    """
    periodical = kind in _PERIODICALS
    known = (container or publisher) if periodical else (publisher or container)
    return Source(title=title or None, author=author, publisher=known or None, kind=_KINDS.get(kind), published=_edtf(issued),
                  language=(language[:2].lower() or None) if language.isascii() else None,
                  url=url if url.startswith(("http://", "https://")) else None)


def person(family: str, given: str) -> str:
    """A name in the order of its own writing: 見本花子, Hanako Mihon."""
    if not given or not family:
        return family or given
    return f"{given} {family}" if (family + given).isascii() else family + given


def _edtf(issued: tuple[int, ...]) -> str | None:
    """Year, month and day as far as they are real."""
    if not issued or not 1000 <= issued[0] <= 2999:
        return None
    year, *rest = issued
    if not rest or not 1 <= rest[0] <= 12:
        return f"{year:04d}"
    if len(rest) > 1:
        try:
            return date(year, rest[0], rest[1]).isoformat()
        except ValueError:
            pass
    return f"{year:04d}-{rest[0]:02d}"
