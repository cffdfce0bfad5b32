"""The store: documents, their events, judgements and decisions, in an SQLite file or a PostgreSQL database.

Every write is one transaction.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, delete, func, select, update

from keii.errors import KeiiError
from keii.store import rows, search_index
from keii.store.checking import faults_of
from keii.store.copying import copy
from keii.store.indexed import Indexed
from keii.store.places import opened
from keii.store.prepared import Prepared, prepared, take
from keii.store.schema import documents, ledger, meta
from keii.store.woven import KNOWN, Gather, Standing, mark
from keii.values.document import Document
from keii.values.event import Event
from keii.values.finding import Finding
from keii.values.view import Passage

_DATED, _CITED = "dated", "cited"
_DATING = ("date", "undo")


class Store(Indexed):
    """All that is kept: what is put in, decided on, woven and looked into."""

    @classmethod
    def open(cls, place: Path | str, gather: Gather, *, write: bool = False, patience: float = 5.0,
             standing: Standing | None = None) -> Self:
        """The store at `place`, a file or the address of a database; with `write` it is made where it is missing.

        Waits `patience` seconds for a lock. Raises StoreError where it is missing, no store, locked, made by a newer
        version, or cannot be reached or written.
        """
        return cls(opened(place, write=write, patience=patience), gather, standing)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close it; nothing is left beside a file where this was the last to have it open."""
        self._backend.close()

    def faults(self) -> Iterator[KeiiError]:
        """What is wrong with what is stored, nothing where all is well."""
        return faults_of(self._backend)

    def copy_into(self, other: "Store") -> None:
        """All of it into another store, which must be empty; that is then to be indexed. All or nothing."""
        copy(self._backend, other._backend)

    def revision(self) -> int:
        """A number that another write makes another; 0 of a file, which tells it by its size and time."""
        return self._backend.revision()

    def put(self, document: Document, events: Iterable[Event], version: str, *, path: str = "",
            stamp: str = "", passages: Iterable[Passage] = (), found: Iterable[Finding] = ()) -> None:
        """Store a document with its events, its passages for search and what else was `found` in it, in place of what
        stood under its name.

        Raises ValueError where an event or a finding quotes what the document does not say.
        """
        self.take(prepared(document, events, version, passages, found), path=path, stamp=stamp)

    def take(self, one: Prepared, *, path: str = "", stamp: str = "") -> int:
        """Store what was prepared of a document, in place of what stood under its name. Returns its turn: see `Batch`."""
        with self._backend.writing() as connection:
            turn = _stirred(connection, one.name, one.print)
            take(connection, one, path=path, stamp=stamp)
        return turn

    def touch(self, name: str, *, path: str, stamp: str) -> None:
        """Note that `path` holds what is stored as `name` already."""
        with self._backend.writing() as connection:
            connection.execute(update(documents).where(documents.c.name == name).values(path=path, stamp=stamp))

    def remove(self, name: str) -> None:
        with self._backend.writing() as connection:
            _stirred(connection, name, None)
            search_index.drop_passages(connection, name)
            connection.execute(delete(documents).where(documents.c.name == name))

    def put_cites(self, cites: Mapping[str, Sequence[str]]) -> None:
        """Which documents cite which, as `sources` tells from now on."""
        with self._backend.writing() as connection:
            known = connection.execute(select(meta.c.value).where(meta.c.key == KNOWN)).scalar()
            were = rows.to_cites(connection.execute(select(meta.c.value).where(meta.c.key == search_index.CITES)).scalar())
            if differ := {doc for doc in were.keys() | cites.keys() if tuple(were.get(doc, ())) != tuple(cites.get(doc, ()))}:
                search_index.note(connection, search_index.CITES, rows.of_cites(cites) if cites else None)
                there = select(documents.c.name).where(documents.c.name.in_(sorted(differ)))
                known = mark(connection, connection.execute(there).scalars(), whole=True) or known
            search_index.note(connection, _CITED, known)

    def cited(self) -> bool:
        """Whether which documents cite which is told as the documents stand."""
        return self._meta(_CITED) == self.known_since()

    def undated(self) -> int:
        """How far the ledger goes in what may give documents other dates, where that was not seen to yet; else 0."""
        found = self._read(select(func.max(ledger.c.seq).label("last")).where(ledger.c.kind.in_(_DATING)))
        last = found[0]["last"] or 0
        return last if last > int(self._meta(_DATED) or 0) else 0

    def dated(self, last: int) -> None:
        """Note that documents bear the dates that the ledger gives them up to its entry `last`."""
        self.keep(_DATED, str(last))

    def kept(self, prefix: str) -> dict[str, str]:
        """What is noted under keys that begin so, by the rest of the key."""
        found = self._read(select(meta).where(meta.c.key.startswith(prefix, autoescape=True)).order_by(meta.c.key))
        return {row["key"].removeprefix(prefix): row["value"] for row in found}

    def keep(self, key: str, value: str | None) -> None:
        """Note `value` under `key`, or, where None, forget what is noted there."""
        with self._backend.writing() as connection:
            search_index.note(connection, key, value)


def _stirred(connection: Connection, name: str, print: str | None) -> int:
    """Note that a document is put or goes; others of the same text, before or now, may be what was decided on."""
    were = connection.execute(select(documents.c.print).where(documents.c.name == name)).scalars()
    alike = select(documents.c.name).where(documents.c.print.in_([*were, *([print] if print else [])]))
    return int(mark(connection, {name, *connection.execute(alike).scalars()}, whole=True) or 0)
