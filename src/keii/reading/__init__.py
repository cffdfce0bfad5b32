"""Bytes of a file into a `Document`: untouched text, blocks, note marks, pages."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from keii.errors import UnreadableError
from keii.reading import sidecar
from keii.reading.docx import DocxReader
from keii.reading.html import HtmlReader
from keii.reading.pdf import PdfReader
from keii.reading.plain import PlainReader
from keii.reading.provenance import over, stated_by_user
from keii.values.document import Document
from keii.values.protocols import Reader
from keii.values.source import Source

READERS: tuple[Reader, ...] = (PlainReader(), HtmlReader(), DocxReader(), PdfReader())

__all__ = ["READERS", "documents", "parts", "read", "sidecar"]


def read(path: Path, given: Source = Source()) -> Document:  # noqa: B008 - a frozen value
    """The document in a file, with its source: what `given` leaves open the sidecar fills, then the file itself.

    Raises UnreadableError, whose facts always hold `file`.
    """
    return _reader(path)(path, _bytes(path), _stated(path, given))


def parts(path: Path, given: Source = Source()) -> Iterator[Document]:  # noqa: B008 - a frozen value
    """The document in a file as `read` gives it; a very long text in parts, each with its `offset`, one at a time."""
    reader = _reader(path)
    stated = _stated(path, given)
    if isinstance(reader, PlainReader):
        yield from reader.parts(path, _bytes(path), stated)
    else:
        yield reader(path, _bytes(path), stated)


def _stated(path: Path, given: Source) -> Source:
    beside = sidecar.path_for(path)
    return over(stated_by_user(given), sidecar.load(beside) if beside.is_file() else Source())


def documents(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The documents among `paths`: files as given, folders walked in sorted order.

    Of a folder's files only those with a known suffix count, sidecars and hidden ones left out. Raises UnreadableError
    for a folder without documents.
    """
    found: dict[Path, None] = {}
    for path in paths:
        inside = _walk(path) if path.is_dir() else [path]
        if not inside:
            raise UnreadableError("unreadable.no_documents", file=str(path), known=", ".join(_suffixes()))
        found.update(dict.fromkeys(inside))
    return tuple(found)


def _suffixes() -> list[str]:
    return sorted({suffix for reader in READERS for suffix in reader.suffixes})


def _walk(folder: Path) -> list[Path]:
    known = set(_suffixes())
    found = []
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith((".", "~$")) and Path(name).suffix.lower() in known:
                found.append(Path(place) / name)
    return sorted(found)


def _reader(path: Path) -> Reader:
    for reader in READERS:
        if path.suffix.lower() in reader.suffixes:
            return reader
    raise UnreadableError("unreadable.suffix", file=str(path), suffix=path.suffix, known=", ".join(_suffixes()))


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError("unreadable.missing", file=str(path)) from error
    except OSError as error:
        raise UnreadableError("unreadable.denied", file=str(path), reason=error.strerror or "") from error
    if not data.strip():
        raise UnreadableError("unreadable.empty", file=str(path))
    return data
