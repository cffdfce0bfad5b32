"""Bytes of a file into a `Document`: untouched text, blocks, note marks, pages."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from keii.errors import UnreadableError
from keii.reading import sidecar
from keii.reading.choosing import READERS, reader_of, stated, suffixes
from keii.reading.content import content, raw
from keii.reading.names import place_of, under_plain_name
from keii.reading.plain import PlainReader
from keii.values.document import Document
from keii.values.source import Source

__all__ = ["READERS", "content", "documents", "parts", "place_of", "raw", "read", "sidecar", "strays"]


def read(path: Path, given: Source = Source()) -> Document:  # noqa: B008 - a frozen value
    """The document in a file, with its source: what `given` leaves open the sidecar fills, then the file itself.

    It is read here and now; for files from elsewhere there is `sandbox`. Raises UnreadableError, whose facts always
    hold `file`.
    """
    return under_plain_name(reader_of(path)(path, content(path), stated(path, given)))


def parts(path: Path, given: Source = Source()) -> Iterator[Document]:  # noqa: B008 - a frozen value
    """The document in a file as `read` gives it; a very long text in parts, each with its `offset`, one at a time."""
    reader, known = reader_of(path), stated(path, given)
    if isinstance(reader, PlainReader):
        yield from map(under_plain_name, reader.parts(path, content(path), known))
    else:
        yield under_plain_name(reader(path, content(path), known))


def documents(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The documents among `paths`: files as given, a sidecar for the document it stands beside, folders walked in sorted order.

    Of a folder's files only those with a known suffix count, sidecars and hidden ones left out, and what a link leads
    to elsewhere: `strays` tells these. Raises UnreadableError for a folder without documents.
    """
    found: dict[Path, None] = {}
    for path in paths:
        inside = _walk(path) if path.is_dir() else _meant(path)
        if not inside:
            raise UnreadableError("unreadable.no_documents", file=str(path), known=", ".join(suffixes()))
        found.update(dict.fromkeys(inside))
    return tuple(found)


def strays(folder: Path) -> tuple[UnreadableError, ...]:
    """The links in a folder that are not gone after: to folders, and to documents that lie outside of it."""
    return tuple(UnreadableError("unreadable.link", file=str(path)) for path, stray in _entries(folder) if stray)


def _meant(path: Path) -> list[Path]:
    """A file as given; for a sidecar (`talks.*` names it too) the documents it speaks of, where there are any."""
    if not path.name.endswith(sidecar.SUFFIX):
        return [path]
    stem = path.name.removesuffix(sidecar.SUFFIX)
    return [beside for suffix in suffixes() if (beside := path.with_name(stem + suffix)).is_file()] or [path]


def _walk(folder: Path) -> list[Path]:
    return sorted(path for path, stray in _entries(folder) if not stray)


def _entries(folder: Path) -> Iterator[tuple[Path, bool]]:
    """The documents of a folder, and whether one is a link that leads out of it; links to folders with them."""
    known, home = set(suffixes()), folder.resolve()
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if (path := Path(place) / name).is_symlink():
                yield path, True
        for name in sorted(files):
            if not name.startswith((".", "~$")) and Path(name).suffix.lower() in known:
                path = Path(place) / name
                yield path, path.is_symlink() and path.exists() and not path.resolve().is_relative_to(home)
