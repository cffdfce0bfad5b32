"""What any engine's full text must do. `text_of` gives the one of a connection."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

from sqlalchemy import Connection

from keii.store.search_terms import Sought

Index = Literal["passage_index", "row_index"]
"""`passage_index` is numbered by `passages.id`, `row_index` by `rows.id`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in an index under a number: terms of facts, and runs of letters in one spelling."""

    number: int
    facts: tuple[str, ...]
    runs: tuple[str, ...]


Made = tuple[object, ...]
"""An entry as its engine keeps it."""


class FullText(Protocol):
    """Everything runs in the caller's transaction."""

    @property
    def NUMBER(self) -> str:  # noqa: N802 (a module's constant)
        """The column of an index that holds the number of an entry."""
        ...

    def create(self, connection: Connection, index: Index) -> None:
        """Make an index that is not there yet."""
        ...

    def made(self, entry: Entry) -> Made:
        """What is kept of an entry."""
        ...

    def add(self, connection: Connection, index: Index, entries: Iterable[Made]) -> None:
        """Add what was made of entries whose numbers are not there yet."""
        ...

    def drop(self, connection: Connection, index: Index, entries: Iterable[Entry]) -> None:
        """Take entries out; each must be told as it was added."""
        ...

    def clear(self, connection: Connection, index: Index) -> None:
        """Take everything out."""
        ...

    def condition(self, index: Index, sought: Sought) -> tuple[str, dict[str, object]]:
        """What holds of the rows of `index` (an alias must not be needed) that tell what is sought, and its parameters."""
        ...
