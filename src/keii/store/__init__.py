"""Values in one SQLite file and back."""

from keii.store.rows import Earlier
from keii.store.sqlite import SqliteStore

__all__ = ["Earlier", "SqliteStore"]
