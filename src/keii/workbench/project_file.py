"""A project in one file: a ZIP of JSON Lines. The same content makes the same bytes.

    manifest.json     {"format": "keii-project", "version": 1, "keii": …, "at": …}
    decisions.jsonl   a decision a line, with its id
    sources.jsonl     a document a line: name, hash of its text, source
    documents.jsonl   a whole document a line, where they were asked for
"""

import json
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from keii import __version__
from keii.errors import UsageError
from keii.values.decision import Decision, unwire, wire
from keii.values.document import Document
from keii.values.source import Source
from keii.values.wire import dump, load

FORMAT, VERSION = "keii-project", 1
_MANIFEST, _DECISIONS, _SOURCES, _DOCUMENTS = "manifest.json", "decisions.jsonl", "sources.jsonl", "documents.jsonl"
_MOST = 1 << 30
"""Bytes that one part of a file may unfold to."""
_ALWAYS = (1980, 1, 1, 0, 0, 0)
T = TypeVar("T")


@dataclass(frozen=True)
class Project:
    """What the file holds; `sources` are (name, hash of the text, source)."""

    at: str
    decisions: tuple[Decision, ...]
    sources: tuple[tuple[str, str, Source], ...] = ()
    documents: tuple[Document, ...] = ()


def write(project: Project, file: Path) -> None:
    """Raises UsageError where the file cannot be written; one that is there is put away only when the new one is whole."""
    manifest = {"format": FORMAT, "version": VERSION, "keii": __version__, "at": project.at}
    parts = {_MANIFEST: [manifest], _DECISIONS: map(wire, project.decisions),
             _SOURCES: ({"name": name, "print": hash, "source": dump(source)} for name, hash, source in project.sources),
             **({_DOCUMENTS: map(dump, project.documents)} if project.documents else {})}
    fresh = file.with_name(file.name + ".part")
    try:
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, rows in parts.items():
                info = zipfile.ZipInfo(name, _ALWAYS)
                info.compress_type = zipfile.ZIP_DEFLATED
                with archive.open(info, "w") as part:
                    part.writelines(_line(row) for row in rows)
        fresh.replace(file)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise UsageError("usage.output", file=str(file), reason=error.strerror or str(error)) from error


def read(file: Path) -> Project:
    """Raises UsageError for what is no project file, is of another version, or is damaged: nothing of it is then used."""
    try:
        with zipfile.ZipFile(file) as archive:
            at = _manifest(archive, file)
            decisions = tuple(_rows(archive, file, _DECISIONS, unwire))
            sources = tuple(_rows(archive, file, _SOURCES, _source))
            documents = tuple(_rows(archive, file, _DOCUMENTS, lambda data: load(Document, data))) if _DOCUMENTS in archive.namelist() else ()
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError) as error:
        raise UsageError("project.not_zip", file=str(file)) from error
    except OSError as error:
        raise UsageError("project.unreadable", file=str(file), reason=error.strerror or str(error)) from error
    return Project(at, decisions, sources, documents)


def _manifest(archive: zipfile.ZipFile, file: Path) -> str:
    if _MANIFEST not in archive.namelist():
        raise UsageError("project.foreign", file=str(file), entry=_MANIFEST)
    found = next(iter(_rows(archive, file, _MANIFEST, lambda data: data)), None)
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise UsageError("project.foreign", file=str(file), entry=f"{_MANIFEST}: {FORMAT}")
    if found.get("version") != VERSION:
        raise UsageError("project.version", file=str(file), found=str(found.get("version")), known=VERSION)
    return str(found.get("at", ""))


def _rows(archive: zipfile.ZipFile, file: Path, name: str, made: Callable[[Any], T]) -> Iterator[T]:
    """Each line of a part, made into what it is."""
    if name not in archive.namelist():
        raise UsageError("project.foreign", file=str(file), entry=name)
    if (size := archive.getinfo(name).file_size) > _MOST:
        raise UsageError("project.large", file=str(file), entry=name, size=size, most=_MOST)
    number = 0
    try:
        with archive.open(name) as part:
            for line in part:
                number += 1
                yield made(json.loads(line))
    except (ValueError, TypeError, KeyError, RecursionError, NotImplementedError, RuntimeError, zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise UsageError("project.broken", file=str(file), entry=name, line=max(number, 1), reason=" ".join(str(error).split())[:200]) from error


def _source(data: Any) -> tuple[str, str, Source]:
    if not isinstance(data, dict) or not all(isinstance(data.get(name), str) for name in ("name", "print")):
        raise ValueError("no source")
    return data["name"], data["print"], load(Source, data.get("source"))


def _line(row: Any) -> bytes:
    return (json.dumps(row, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n").encode("utf-8", "surrogatepass")
