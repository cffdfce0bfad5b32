"""The sources of a store's documents by name, each read when it is wanted."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from keii.store import rows as wired
from keii.store.search_index import CITES
from keii.values.source import Source

_CHUNK = 500


class Sources(Mapping[str, Source]):
    """What a query gives, as a mapping in the order of names. Who goes through all of it reads them all at once."""

    def __init__(self, query: Callable[..., Sequence[Mapping[str, Any]]]) -> None:
        self._query = query
        self._read: dict[str, Source] = {}
        self._whole = False

    def read(self, names: Collection[str]) -> None:
        """Read the sources of these documents now, those that are not yet read."""
        wanted = sorted(name for name in names if name not in self._read)
        for start in range(0, len(wanted), _CHUNK):
            chunk = wanted[start : start + _CHUNK]
            marks = ", ".join(f":n{at}" for at in range(len(chunk)))
            self._keep(f"SELECT name, source FROM documents WHERE name IN ({marks})", **{f"n{at}": name for at, name in enumerate(chunk)})

    def __getitem__(self, name: str) -> Source:
        self.read([name])
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        if not self._whole:
            self._read = {}
            self._keep("SELECT name, source FROM documents ORDER BY name")
            self._whole = True
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read) if self._whole else int(self._query("SELECT count(*) AS n FROM documents")[0]["n"])

    def _keep(self, query: str, **facts: object) -> None:
        for row in self._query(query, **facts):
            self._read[row["name"]] = wired.to_source(row, self._cites.get(row["name"], ()))

    @cached_property
    def _cites(self) -> Mapping[str, Sequence[str]]:
        known = self._query("SELECT value FROM meta WHERE key = :key", key=CITES)
        return wired.to_cites(known[0]["value"] if known else None)
