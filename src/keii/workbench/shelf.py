"""All rows of a store in brief, kept while the store stays as it is, so that a page need not read them anew."""

from bisect import bisect_left, insort
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Self, TypeVar, cast

from keii.settings import Settings
from keii.values.scope import Scope
from keii.values.source import Source
from keii.workbench.digest import Digest, choose
from keii.workbench.opening import open_store
from keii.workbench.uncollected import uncollected

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
    _by_id: dict[str, Digest] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self._by_id:
            self._by_id = {row.id: row for row in self.rows}

    @classmethod
    def ordered(cls, rows: Iterable[Digest], sources: Mapping[str, Source]) -> Self:
        """A shelf of rows in any order."""
        return cls(tuple(sorted(rows, key=_order)), sources)

    def changed(self, gone: Iterable[Digest], fresh: Iterable[Digest], sources: Mapping[str, Source]) -> "Shelf":
        """A shelf with other rows in the place of some: what that costs grows with how many these are."""
        rows, by_id = list(self.rows), dict(self._by_id)
        for row in gone:
            del rows[bisect_left(rows, _order(row), key=_order)]
            del by_id[row.id]
        for row in fresh:
            insort(rows, row, key=_order)
            by_id[row.id] = row
        return Shelf(tuple(rows), sources, _by_id=by_id)

    def choose(self, scope: Scope) -> tuple[Digest, ...]:
        """The rows of `scope`, in the order of time."""
        with self._lock:
            if scope in self._choices:
                self._choices.move_to_end(scope)
                return self._choices[scope]
        with uncollected():
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
        with uncollected():
            found = make()
        with self._lock:
            self._made[key] = found
            while len(self._made) > _MOST_CHOICES:
                self._made.popitem(last=False)
        return found

    def of(self, ids: Sequence[str]) -> tuple[Digest, ...]:
        """The rows with these ids, those that are here."""
        return tuple(self._by_id[id] for id in ids if id in self._by_id)

    def beginning(self, id: str) -> tuple[Digest, ...]:
        """The rows whose id begins so."""
        if id in self._by_id:
            return (self._by_id[id],)
        return tuple(row for row in self.rows if row.id.startswith(id)) if id else ()

    def decided(self, decision: str) -> Digest | None:
        """The row that a decision has made what it is."""
        return next((row for row in self.rows if decision in row.decisions), None)


def _order(row: Digest) -> tuple[str, str]:
    return (row.sort_key, row.id)
