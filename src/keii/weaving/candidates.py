"""Which pairs are worth comparing: events that share a stretch of time and something in it.

Every event waits in a cell (its day, the months or years it may lie in) under each of its topics (a word, a mark, an
actor with the kind of act). Events that meet under enough topics are a pair. A crowded topic is read in order and each
event meets only its neighbours there, so that cost grows with the events, not with their square.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, product

from keii.weaving.sketch import Sketch

BLOCK = 20
"""Events under one topic that all meet each other; in a more crowded one each meets its REACH neighbours."""
REACH = 6
MEETINGS = 2
"""Topics a pair must share; a mark or name alone is enough."""
_STRONG = "!"
FINE, MONTHS = 1, 100
"""Up to how many days an event counts as dated to the day, and to the month or season."""

Pair = tuple[int, int]
Shelf = dict[str, list[int]]


def _topics(sketch: Sketch) -> set[str]:
    """What an event can be met by within a day or a month."""
    return {f"{sketch.event.action} {name}" for name in sketch.actors} | sketch.core | _strong(sketch)


def _strong(sketch: Sketch) -> set[str]:
    """Marks and names: what an event can be met by where only the year is known. One of them is enough."""
    marks = sketch.marks
    strong = {f"第{value}{head[-2:]}" for head, value in marks.ordinals} | {f"第{value}" for _, value in marks.ordinals}
    strong.update(f"決議{value}" for value in marks.resolutions)
    strong.update(f"{name}{value}" for name, value in marks.models)
    strong.update(each[-4:] for each in sketch.titles)
    strong |= marks.abbreviations | {name for _, name in sketch.persons}
    return {_STRONG + each for each in strong}


def _counted(sketch: Sketch) -> set[str]:
    """The numbered acts (第4回核実験) by which events meet within a month, however their days differ."""
    return {f"{_STRONG}{sketch.event.action} 第{value}{head}" for head, value in sketch.marks.ordinals if head}


def _cells(sketch: Sketch) -> list[str]:
    """The months (up to a season) or else the years an event may lie in; of a long stretch its ends."""
    low, high = date.fromordinal(sketch.days.low), date.fromordinal(sketch.days.high)
    if sketch.days.length > MONTHS:
        return sorted({f"{low.year}", f"{high.year}"})
    months = {f"{low:%Y-%m}", f"{high:%Y-%m}", f"{low + (high - low) / 2:%Y-%m}"}
    return sorted(months)


def _order(sketch: Sketch) -> tuple[object, ...]:
    """Alike events stand side by side in a crowded topic."""
    return sketch.event.action, sorted(sketch.actors), sorted(sketch.marks.ordinals), sketch.id


class _Meetings:
    """Counts how often pairs meet within one cell."""

    def __init__(self, places: Sequence[int]) -> None:
        self._places = places
        self._count: Counter[Pair] = Counter()

    def among(self, topic: str, block: list[int]) -> None:
        """All of a small block meet; in a crowded one each meets those next to it."""
        if len(block) <= BLOCK:
            self._add(topic, combinations(block, 2))
            return
        block = sorted(block, key=self._places.__getitem__)
        for at, one in enumerate(block):
            for other in block[at + 1 : at + 1 + REACH]:
                self._count[min(one, other), max(one, other)] += MEETINGS

    def between(self, topic: str, some: list[int], others: list[int]) -> None:
        """The same for a block with another."""
        if len(some) * len(others) <= BLOCK * BLOCK:
            self._add(topic, product(some, others))
            return
        some, others = sorted((some, others), key=len)
        others = sorted(others, key=self._places.__getitem__)
        ranks = [self._places[each] for each in others]
        for one in some:
            at = bisect_left(ranks, self._places[one])
            for other in others[max(0, at - REACH) : at + REACH]:
                self._count[min(one, other), max(one, other)] += MEETINGS

    def _add(self, topic: str, pairs: Iterable[Pair]) -> None:
        worth = MEETINGS if topic.startswith(_STRONG) else 1
        for one, other in pairs:
            self._count[min(one, other), max(one, other)] += worth

    def enough(self) -> Iterator[Pair]:
        return (pair for pair, count in self._count.items() if count >= MEETINGS)


def _shelve(shelves: dict[str, Shelf], cell: str, topics: set[str], index: int) -> None:
    shelf = shelves[cell]
    for topic in topics:
        shelf.setdefault(topic, []).append(index)


def candidates(sketches: Sequence[Sketch]) -> Iterator[Pair]:
    """Pairs of indices (low, high) worth comparing, each once, whatever the order of the events."""
    ordered = sorted(range(len(sketches)), key=lambda index: _order(sketches[index]))
    places = [0] * len(sketches)
    for place, index in enumerate(ordered):
        places[index] = place
    exact: dict[str, Shelf] = defaultdict(dict)
    vague: dict[str, Shelf] = defaultdict(dict)
    below: dict[str, Shelf] = defaultdict(dict)
    counted: dict[str, Shelf] = defaultdict(dict)
    for index, sketch in enumerate(sketches):
        topics, strong = _topics(sketch), _strong(sketch)
        first = date.fromordinal(sketch.days.low)
        if sketch.days.length == FINE:
            _shelve(exact, first.isoformat(), topics, index)
            _shelve(below, f"{first:%Y-%m}", topics, index)
            _shelve(below, f"{first.year}", strong, index)
            _shelve(counted, f"{first:%Y-%m}", _counted(sketch), index)
        else:
            for cell in _cells(sketch):
                _shelve(vague, cell, topics, index)
                if len(cell) > 4:
                    _shelve(below, cell[:4], strong, index)
    yield from _pairs(exact, vague, below, places)
    yield from (pair for pair in _met(counted, places) if _far(sketches[pair[0]], sketches[pair[1]]))


def _far(one: Sketch, other: Sketch) -> bool:
    """Whether two days are neither one nor next to each other, so that their events have not met by the day."""
    return one.days.apart(other.days) > 1


def _met(shelves: dict[str, Shelf], places: Sequence[int]) -> Iterator[Pair]:
    """Pairs that share a topic of a cell."""
    for shelf in shelves.values():
        meetings = _Meetings(places)
        for topic, block in shelf.items():
            meetings.among(topic, block)
        yield from meetings.enough()


def _pairs(exact: dict[str, Shelf], vague: dict[str, Shelf], below: dict[str, Shelf],
           places: Sequence[int]) -> Iterator[Pair]:
    seen: set[Pair] = set()
    for cell, shelf in exact.items():
        meetings = _Meetings(places)
        after = exact.get((date.fromisoformat(cell) + timedelta(days=1)).isoformat(), {})
        for topic, block in shelf.items():
            meetings.among(topic, block)
            if topic in after:
                meetings.between(topic, block, after[topic])
        yield from meetings.enough()
    for cell, shelf in vague.items():
        meetings = _Meetings(places)
        for topic, block in shelf.items():
            meetings.among(topic, block)
            if topic in below.get(cell, {}):
                meetings.between(topic, block, below[cell][topic])
        fresh = set(meetings.enough()) - seen
        seen |= fresh
        yield from fresh
