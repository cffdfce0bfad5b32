"""Who meets whom on a loom: the same pairs as `candidates` finds among all events, found for a few by looking around."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from keii.values.waits import Cell, Place, Topic, Waits
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
                if not self._loom.crowd((beside, topic)):
                    continue
                for side in sides(self._loom, cell, beside, topic, one.place):
                    for (_, other), also, there in side:
                        if there == beside and (main or also):
                            meetings[stretch][other] += worth(topic)
        return (other for met in meetings.values() for other, count in met.items() if count >= MEETINGS)


def sides(loom: Loom, cell: Cell, beside: Cell, topic: Topic, place: Place) -> tuple[Sequence[_Side], Sequence[_Side]]:
    """The REACH who wait next before and behind a place in a cell and the one beside it (which may be the same), the nearest
    first, each with its cell."""
    lower = [(who, main, beside) for who, main in loom.before((beside, topic), place, REACH)]
    upper = [(who, main, beside) for who, main in loom.after((beside, topic), place, REACH)]
    if beside != cell:
        lower = sorted(lower + [(who, main, cell) for who, main in loom.before((cell, topic), place, REACH)], reverse=True)[:REACH]
        upper = sorted(upper + [(who, main, cell) for who, main in loom.after((cell, topic), place, REACH)])[:REACH]
    return lower, upper


def parted(loom: Loom, some: Sequence[Waits]) -> set[Pair]:
    """Pairs that may meet only while `some` do not wait (they are not on the loom): those between whom they stand."""
    added = Counter((stretch, topic) for one in some for cell, topic, _ in one.spots for stretch in stretches(cell))
    found: set[Pair] = set()
    seen: set[tuple[tuple[Cell, Cell], Topic, Place | None, Place | None]] = set()
    for one in some:
        for cell, topic, _ in one.spots:
            for stretch in stretches(cell):
                number, beside = added[stretch, topic], stretch[1] if stretch[0] == cell else stretch[0]
                crowd = loom.crowd((beside, topic))
                if not crowd or crowd + (loom.crowd((cell, topic)) if beside != cell else 0) - 2 + number < REACH:
                    continue
                lower, upper = sides(loom, cell, beside, topic, one.place)
                if len(lower) + len(upper) - 2 + number < REACH:
                    continue
                gap = (stretch, topic, lower[0][0] if lower else None, upper[0][0] if upper else None)
                if gap in seen:
                    continue
                seen.add(gap)
                same = stretch[0] == stretch[1]
                for at, ((_, low), _, side) in enumerate(lower):
                    for (_, high), _, there in upper[max(0, REACH - number - at) : max(0, REACH - at)]:
                        if same or side != there:
                            found.add((min(low, high), max(low, high)))
    return found
