"""Values in a database and back."""

from keii.store.rows import Earlier
from keii.store.store import Store

SqliteStore = Store

__all__ = ["Earlier", "SqliteStore", "Store"]
