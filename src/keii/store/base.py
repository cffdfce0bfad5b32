"""What a store stands on: an engine that holds the tables, and how it is read and written."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection, Select, select

from keii.store.rows import Row
from keii.store.schema import meta


class Backend(Protocol):
    """The engine below a store. What it complains of becomes a StoreError that names its `place`."""

    @property
    def place(self) -> str:
        """The file or the address, as messages name it."""
        ...

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that sees the store as it stands at one moment."""
        ...

    def writing(self, *, durable: bool = False) -> AbstractContextManager[Connection]:
        """One transaction, the only one that writes meanwhile; with `durable` it is on the disk when it ends."""
        ...

    def revision(self) -> int:
        """A number that another write makes another; 0 of a file, which tells it by itself."""
        ...

    def close(self) -> None: ...


class Opened:
    """A store of which nothing is known but where it stands."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    @property
    def place(self) -> str:
        return self._backend.place

    def _read(self, query: Select[*tuple[object, ...]]) -> Sequence[Row]:
        with self._backend.reading() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]

    def _meta(self, key: str) -> str | None:
        found = self._read(select(meta.c.value).where(meta.c.key == key))
        return found[0]["value"] if found else None
