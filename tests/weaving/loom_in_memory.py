"""A loom without a store."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from keii.values.event import Event
from keii.values.judgement import Judgement
from keii.values.occurrence import Occurrence
from keii.values.waits import Key, Place, Waiting, Waits
from keii.weaving.renew import Renewed


class Kept:
    """Everything in dictionaries."""

    def __init__(self) -> None:
        self.told: dict[str, Event] = {}
        self.rows: dict[str, Occurrence] = {}
        self.judged: dict[tuple[str, str, str], Judgement] = {}
        self._waits: dict[str, Waits] = {}
        self._blocks: dict[Key, list[Waiting]] = defaultdict(list)

    def take(self, renewed: Renewed) -> None:
        """Put new rows in the place of old ones."""
        self.rows = {id: row for id, row in self.rows.items() if not any(event.id in renewed.ids for event in row.events)}
        self.rows |= {row.id: row for row in renewed.rows}

    def events(self, ids: Collection[str]) -> Mapping[str, Event]:
        return {id: self.told[id] for id in ids if id in self.told}

    def waits(self, ids: Collection[str]) -> Mapping[str, Waits]:
        return {id: self._waits[id] for id in ids if id in self._waits}

    def bare(self) -> bool:
        return not self._waits

    def crowd(self, key: Key) -> int:
        return len(self._blocks[key])

    def before(self, key: Key, place: Place, count: int) -> Sequence[Waiting]:
        block = self._blocks[key]
        at = bisect_left(block, (place,))
        return block[max(0, at - count) : at][::-1]

    def after(self, key: Key, place: Place, count: int) -> Sequence[Waiting]:
        block = self._blocks[key]
        at = bisect_left(block, (place, True, "behind"))
        return block[at : at + count]

    def admit(self, some: Iterable[Waits]) -> None:
        for one in some:
            assert one.id not in self._waits
            self._waits[one.id] = one
            for cell, topic, main in one.spots:
                insort(self._blocks[cell, topic], (one.place, main))

    def dismiss(self, some: Iterable[Waits]) -> None:
        for one in some:
            del self._waits[one.id]
            for cell, topic, main in one.spots:
                self._blocks[cell, topic].remove((one.place, main))

    def judgements(self, ids: Collection[str]) -> Iterable[Judgement]:
        return [one for one in self.judged.values() if one.a in ids or one.b in ids]

    def judge(self, written: Collection[Judgement], dropped: Collection[Judgement]) -> None:
        for one in dropped:
            del self.judged[one.a, one.b, one.by]
        self.judged |= {(one.a, one.b, one.by): one for one in written}

    def beside(self, ids: Collection[str]) -> set[str]:
        return {event.id for row in self.rows.values() if any(event.id in ids for event in row.events) for event in row.events}
