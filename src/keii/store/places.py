"""Where a store may stand, and which engine serves it there."""

from pathlib import Path

from keii.store.base import Backend
from keii.store.postgres import Postgres, is_address
from keii.store.sqlite import Sqlite


def opened(place: Path | str, *, write: bool, patience: float) -> Backend:
    """The engine at `place`. Raises StoreError where there is none that can be used."""
    if isinstance(place, str) and is_address(place):
        return Postgres.open(place, write=write, patience=patience)
    return Sqlite.open(Path(place), write=write, patience=patience)
