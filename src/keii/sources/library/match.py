"""Which reference of a library speaks of which document."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from keii.sources.library.entry import Entry
from keii.values.source import Source

_SHORT = 4


@dataclass(frozen=True, slots=True)
class Match:
    """A document with the source a library gives it, and how it was known: by `file`, `key` or `title`."""

    document: Path
    source: Source
    by: str


def matched(documents: Sequence[Path], entries: Sequence[Entry]) -> tuple[Match, ...]:
    """The documents of which exactly one reference speaks, in their order.

    First the name of an attached file decides, then the reference's key as the file's name, then its title as the
    file's name, whole (characters of four or more, width, case, spaces and marks aside). Where two references would
    do, none is taken: nothing is guessed.
    """
    tables = {"file": _only((name, entry) for entry in entries for name in entry.files),
              "key": _only((entry.key, entry) for entry in entries if entry.key),
              "title": _only((_plain(entry.source.title or ""), entry) for entry in entries)}
    found = []
    for document in documents:
        names = {"file": document.name, "key": document.stem, "title": _plain(document.stem)}
        for by, name in names.items():
            if (entry := tables[by].get(name)) and (by != "title" or len(name) >= _SHORT):
                found.append(Match(document, entry.source, by))
                break
    return tuple(found)


def _only(named: Iterable[tuple[str, Entry]]) -> Mapping[str, Entry]:
    """Entries by name, those left out whose name another one has."""
    table: dict[str, Entry] = {}
    twice: set[str] = set()
    for name, entry in named:
        if table.setdefault(name, entry) is not entry:
            twice.add(name)
    return {name: entry for name, entry in table.items() if name not in twice}


def _plain(text: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text)).casefold()
