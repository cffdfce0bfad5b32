"""Where stores of tests stand, and how they are altered behind the program's back."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from store_makers import gather

from keii.store import Store
from own_server import Server


@dataclass(frozen=True)
class Stand:
    """A place for a store, of one `kind`: `sqlite` or `postgres`."""

    place: Path | str
    server: Server | None = None

    @property
    def kind(self) -> str:
        return "postgres" if self.server else "sqlite"

    def open(self, *, write: bool = True, patience: float = 5.0, gather: Callable[..., Any] = gather) -> Store:
        return Store.open(self.place, gather, write=write, patience=patience)

    def alter(self, *statements: str) -> None:
        """Run SQL past the program. Raises sqlite3.Error or RuntimeError."""
        if self.server:
            self.server.sql(*statements, url=str(self.place))
            return
        with closing(sqlite3.connect(self.place)) as raw, raw:
            for statement in statements:
                raw.execute(statement)
