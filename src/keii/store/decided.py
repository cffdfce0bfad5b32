"""What people decided, as the store keeps it."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, select

from keii.errors import StoreError
from keii.store import ledger
from keii.store.schema import documents
from keii.store.woven import Woven, mark
from keii.values.decision import Decision


class Decided(Woven):
    """The ledger on the disk."""

    def decisions(self, known: Mapping[str, Decision] | None = None) -> tuple[Decision, ...]:
        """The ledger, in the order of arrival; of the decisions that are `known` by their ids nothing is read again. Raises
        StoreError where an entry is not what its id says."""
        with self._backend.reading() as connection:
            try:
                if not known:
                    return tuple(ledger.read(connection))
                ids = ledger.ids(connection)
                fresh = {one.id: one for one in ledger.of(connection, {id for id in ids if id not in known})}
                return tuple(known.get(id) or fresh[id] for id in ids)
            except (ValueError, KeyError) as error:
                raise StoreError("store.ledger", file=self.place, reason=str(error)) from error

    def head(self) -> int:
        """How far the ledger goes."""
        with self._backend.reading() as connection:
            return ledger.head(connection)

    def append(self, decisions: Iterable[Decision], *, head: int | None = None) -> Sequence[Decision] | None:
        """Add decisions to the ledger; returns those that are new. The documents they are about are to be woven anew.

        None, and nothing is written, where the ledger no longer ends at `head`: somebody decided meanwhile. What was
        returned is on the disk, whatever happens to the machine.
        """
        with self._backend.writing(durable=True) as connection:
            if head is not None and ledger.head(connection) != head:
                return None
            fresh = ledger.append(connection, decisions)
            if fresh:
                mark(connection, _about(connection, fresh), whole=False)
            return fresh


def _about(connection: Connection, decisions: Sequence[Decision]) -> set[str]:
    """The documents decisions are about, by name or by text; of those that undo or replace others, what these are about too."""
    replaced = ledger.of(connection, {one.of for one in decisions if one.of})
    anchors = [anchor for one in (*decisions, *replaced) for anchor in one.anchors]
    names, prints = sorted({anchor.doc for anchor in anchors}), sorted({anchor.print for anchor in anchors})
    found: set[str] = set()
    for column, values in ((documents.c.name, names), (documents.c.print, prints)):
        for at in range(0, len(values), 500):
            found.update(connection.execute(select(documents.c.name).where(column.in_(values[at : at + 500]))).scalars())
    return found
