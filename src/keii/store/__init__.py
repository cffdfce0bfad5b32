"""Values in a database and back."""

from keii.store.rows import Earlier
from keii.store.store import Store

__all__ = ["Earlier", "Store"]
