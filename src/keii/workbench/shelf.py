"""All rows of a store in brief, kept while the store stays as it is, so that a page need not read them anew."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar, cast

from keii.settings import Settings
from keii.values.scope import Scope
from keii.values.source import Source
from keii.workbench.digest import Digest, choose
from keii.workbench.laying import open_store

_MOST_CHOICES = 32
Made = TypeVar("Made")
Stamp = tuple[tuple[int, int], ...]


def stamp(settings: Settings) -> Stamp:
    """What tells whether a store has been written to: size and time of its file and of the log beside it, or its count
    of what was written."""
    found, db = [], settings.db
    if settings.server:
        with open_store(settings) as store:
            return ((store.revision(), 0),)
    for path in (db, db.with_name(f"{db.name}-wal")):
        try:
            facts = path.stat()
        except FileNotFoundError:
            continue
        if facts.st_size:
            found.append((facts.st_size, facts.st_mtime_ns))
    return tuple(found)


@dataclass
class Shelf:
    """The rows of a store in the order of time, its sources, and the choices made of them last."""

    rows: tuple[Digest, ...]
    sources: Mapping[str, Source]
    _choices: OrderedDict[Scope, tuple[Digest, ...]] = field(default_factory=OrderedDict)
    _made: OrderedDict[Hashable, object] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)
    _places: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._places.update((row.id, at) for at, row in enumerate(self.rows))

    def choose(self, scope: Scope) -> tuple[Digest, ...]:
        """The rows of `scope`, in the order of time."""
        with self._lock:
            if scope in self._choices:
                self._choices.move_to_end(scope)
                return self._choices[scope]
        found = choose(self.rows, scope)
        with self._lock:
            self._choices[scope] = found
            while len(self._choices) > _MOST_CHOICES:
                self._choices.popitem(last=False)
        return found

    def made(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` makes of these rows, kept under `key` while the rows stay."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return cast("Made", self._made[key])
        found = make()
        with self._lock:
            self._made[key] = found
            while len(self._made) > _MOST_CHOICES:
                self._made.popitem(last=False)
        return found

    def of(self, ids: Sequence[str]) -> tuple[Digest, ...]:
        """The rows with these ids, those that are here."""
        return tuple(self.rows[self._places[id]] for id in ids if id in self._places)

    def beginning(self, id: str) -> tuple[Digest, ...]:
        """The rows whose id begins so."""
        if id in self._places:
            return (self.rows[self._places[id]],)
        return tuple(row for row in self.rows if row.id.startswith(id)) if id else ()

    def decided(self, decision: str) -> Digest | None:
        """The row that a decision has made what it is."""
        return next((row for row in self.rows if decision in row.decisions), None)
