"""Values in one SQLite file and back."""

from keii.store.sqlite import SqliteStore

__all__ = ["SqliteStore"]
