"""What people decided, as the store keeps it."""

from collections.abc import Iterable, Sequence

from keii.errors import StoreError
from keii.store import ledger, search_index
from keii.store.woven import Woven, judge
from keii.values.decision import Decision
from keii.values.judgement import Judgement


class Decided(Woven):
    """The ledger on the disk."""

    def decisions(self) -> tuple[Decision, ...]:
        """The ledger, in the order of arrival. Raises StoreError where an entry is not what its id says."""
        with self._backend.reading() as connection:
            try:
                return tuple(ledger.read(connection))
            except ValueError as error:
                raise StoreError("store.ledger", file=self.place, reason=str(error)) from error

    def head(self) -> int:
        """How far the ledger goes."""
        with self._backend.reading() as connection:
            return ledger.head(connection)

    def append(self, decisions: Iterable[Decision], *, head: int | None = None, judged: Iterable[Judgement] = ()
               ) -> Sequence[Decision] | None:
        """Add decisions to the ledger, with what rules say of the events they change; returns those that are new.

        None, and nothing is written, where the ledger no longer ends at `head`: somebody decided meanwhile. What was
        returned is on the disk, whatever happens to the machine.
        """
        with self._backend.writing(durable=True) as connection:
            if head is not None and ledger.head(connection) != head:
                return None
            fresh = ledger.append(connection, decisions)
            judge(connection, judged)
            if fresh:
                search_index.note(connection, search_index.ROWS, None)
            return fresh
