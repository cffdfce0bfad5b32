"""Who meets whom on a loom: the same pairs as `candidates` finds among all events, found for a few by looking around."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import islice

from keii.values.waits import Cell, Place, Topic, Waiting, Waits
from keii.weaving.candidates import MEETINGS, REACH
from keii.weaving.loom import Loom
from keii.weaving.waits import stretches, worth

Pair = tuple[str, str]
_Side = tuple[Place, bool, Cell]


class Around:
    """Looks around on a loom that stays as it is meanwhile; what was seen is kept."""

    def __init__(self, loom: Loom) -> None:
        self._loom = loom
        self._partners: dict[str, frozenset[str]] = {}

    def partners(self, one: Waits) -> frozenset[str]:
        """The ids that an event is a pair with."""
        if one.id not in self._partners:
            self._partners[one.id] = frozenset(self._found(one))
        return self._partners[one.id]

    def _found(self, one: Waits) -> Iterator[str]:
        meetings: dict[tuple[Cell, Cell], Counter[str]] = defaultdict(Counter)
        for cell, topic, main in one.spots:
            for stretch in stretches(cell):
                beside = stretch[1] if stretch[0] == cell else stretch[0]
                for (_, other), also, there in self._near(stretch, topic, one.place):
                    if there == beside and (main or also):
                        meetings[stretch][other] += worth(topic)
        return (other for met in meetings.values() for other, count in met.items() if count >= MEETINGS)

    def _near(self, stretch: tuple[Cell, Cell], topic: Topic, place: Place) -> Iterator[_Side]:
        for side in sides(self._loom, stretch, topic, place):
            yield from side


def sides(loom: Loom, stretch: tuple[Cell, Cell], topic: Topic, place: Place) -> tuple[Sequence[_Side], Sequence[_Side]]:
    """The REACH who wait next before and behind a place in a stretch of time, the nearest first, each with its cell."""
    cells = dict.fromkeys(stretch)
    lower = merge(*(_told(loom.before((cell, topic), place, REACH), cell) for cell in cells), reverse=True)
    upper = merge(*(_told(loom.after((cell, topic), place, REACH), cell) for cell in cells))
    return tuple(islice(lower, REACH)), tuple(islice(upper, REACH))


def _told(some: Iterable[Waiting], cell: Cell) -> Iterator[_Side]:
    return ((place, main, cell) for place, main in some)


def parted(loom: Loom, some: Sequence[Waits]) -> set[Pair]:
    """Pairs that may meet only while `some` do not wait (they are not on the loom): those between whom they stand."""
    added = Counter((stretch, topic) for one in some for cell, topic, _ in one.spots for stretch in stretches(cell))
    found: set[Pair] = set()
    seen: set[tuple[tuple[Cell, Cell], Topic, Place | None, Place | None]] = set()
    for one in some:
        for cell, topic, _ in one.spots:
            for stretch in stretches(cell):
                number = added[stretch, topic]
                lower, upper = sides(loom, stretch, topic, one.place)
                if len(lower) + len(upper) - 2 + number < REACH:
                    continue
                gap = (stretch, topic, lower[0][0] if lower else None, upper[0][0] if upper else None)
                if gap in seen:
                    continue
                seen.add(gap)
                for at, ((_, low), _, _) in enumerate(lower):
                    for (_, high), _, _ in upper[max(0, REACH - number - at) : max(0, REACH - at)]:
                        found.add((min(low, high), max(low, high)))
    return found

