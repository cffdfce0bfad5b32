"""Looking into a store: what is looked into is brought up to date, and seen at one moment."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import exists, select

from keii.store import search_index
from keii.store.decided import Decided
from keii.store.schema import documents, passages
from keii.store.search import Lead, StoreView
from keii.values.view import Passage


class Indexed(Decided):
    """Passages and rows, and a view of them."""

    def unread(self) -> Sequence[str]:
        """Documents without passages: those of a store made before there were any."""
        query = select(documents.c.name).where(~exists().where(passages.c.doc == documents.c.name)).order_by(documents.c.name)
        return [row["name"] for row in self._read(query)]

    def put_passages(self, name: str, found: Iterable[Passage]) -> None:
        with self._backend.writing() as connection:
            search_index.put_passages(connection, name, found)

    def indexed(self) -> bool:
        """Whether rows and passages can be looked into as they stand."""
        with self._backend.reading() as connection:
            current = search_index.current(connection)
        return current and self.woven() is not None

    def index(self) -> None:
        """Index all anew where this version of the index has not; what was woven for another is to be woven anew."""
        with self._backend.reading() as connection:
            if search_index.current(connection):
                return
            outdated = search_index.outdated(connection)
        if outdated and (version := self.begun()):
            self.unweave(version)
        with self._backend.writing() as connection:
            search_index.rebuild(connection)

    @contextmanager
    def view(self, lead: Lead) -> Iterator[StoreView]:
        """What asking and searching may see, as it stands at one moment."""
        with self._backend.reading() as connection:
            yield StoreView(connection, lead)
