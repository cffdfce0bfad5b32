"""Looking into a store: what is looked into is brought up to date, and seen at one moment."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import exists, select

from keii.store import ledger, search_index
from keii.store.decided import Decided
from keii.store.schema import documents, events, meta, passages
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
            woven = {row.key for row in connection.execute(select(meta.c.key))}
            return search_index.ROWS in woven and search_index.current(connection)

    def index(self) -> None:
        """Bring what is looked into up to date with events, judgements and decisions."""
        while not self._index(self.head()):
            pass

    def _index(self, head: int) -> bool:
        """Index all as it stands; False where somebody decided meanwhile."""
        occurrences = tuple(self.occurrences())
        places: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for row in self._read(select(events.c.id, events.c.doc, events.c.place)):
            places[row["id"]].append((row["doc"], row["place"]))
        with self._backend.writing() as connection:
            if ledger.head(connection) != head:
                return False
            if not search_index.current(connection):
                search_index.rebuild_passages(connection)
            search_index.put_reviewed(connection, occurrences, places)
            search_index.put_rows(connection, occurrences, places)
            search_index.note(connection, search_index.ROWS, "1")
        return True

    @contextmanager
    def view(self, lead: Lead) -> Iterator[StoreView]:
        """What asking and searching may see, as it stands at one moment."""
        with self._backend.reading() as connection:
            yield StoreView(connection, lead)
