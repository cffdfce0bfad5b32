"""Weaving a store while documents are added to it."""

import pickle
from collections.abc import Iterable

from keii import weaving
from keii.store import Store
from keii.store.prepared import Prepared
from keii.store.woven import Batch
from keii.values.event import Event
from keii.values.spreading import Spread, here
from keii.workbench.laying import weave

_MOST = 64_000_000
"""So many bytes of events are kept at hand until they are woven; others are read from the store again."""


def told(events: Iterable[Event]) -> bytes:
    """Events with all that is compared of them, for `Meanwhile`."""
    return pickle.dumps(tuple(weaving.prepare({event.id: event for event in events}.values())), pickle.HIGHEST_PROTOCOL)


class Meanwhile:
    """Weaves each time `least` events have come, and more where what came is so much like what was there that much of that had
    to be woven again. So the work is never much more than if all came at once. The last are woven when all are there, by
    `spread`, for nobody codes then."""

    def __init__(self, store: Store, least: int) -> None:
        self._store, self._least = store, least
        self._wanted, self._come, self._size = least, 0, 0
        self._told: dict[str, tuple[int, bytes]] = {}

    def stored(self, turn: int, one: Prepared, more: bool) -> None:
        """Another document is stored, in that turn; there are `more` than are in work."""
        self._come += len(one.events)
        if self._size < _MOST:
            self._size += len(one.told)
            self._told[one.name] = (turn, one.told)
        if self._come >= self._wanted and more:
            self._wanted, self._come = max(self._least, 3 * self.weave()), 0

    def weave(self, spread: Spread = here) -> int:
        """Weave what came; returns of how many events besides the rows were made anew."""
        again = weave(self._store, self._events, spread)
        self._told, self._size = {}, 0
        return again

    def _events(self, batch: Batch) -> list[Event] | None:
        """The events of a batch as they came, None where they were not kept, changed since or were decided on."""
        if batch.head or any(self._told.get(doc, (0, b""))[0] != turn for doc, turn in batch.turns.items()):
            return None
        return [event for doc in batch.docs for event in pickle.loads(self._told[doc][1])]
