"""Which pairs are worth comparing: events that share a stretch of time and something in it.

Every event waits in its cells under each of its topics (`waits`). Two meet under a topic where fewer than REACH others
wait between them, and those that meet often enough in a stretch of time are a pair. So whether two are a pair depends on
those around them alone, and cost grows with the events, not with their square.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge

from keii.values.waits import Cell, Topic, Waiting, Waits
from keii.weaving.sketch import Sketch
from keii.weaving.waits import stretches, waits, worth

REACH = 10
"""How many neighbours on each side an event meets under one topic."""
MEETINGS = 2
"""Topics a pair must share; a mark or name alone is enough."""


def candidates(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """Pairs of indices (low, high) worth comparing, each once, whatever the order of the events."""
    index = {sketch.id: at for at, sketch in enumerate(sketches)}
    for one, other in pairs(map(waits, sketches)):
        yield min(index[one], index[other]), max(index[one], index[other])


def pairs(everybody: Iterable[Waits]) -> Iterator[tuple[str, str]]:
    """Pairs of ids worth comparing, each once, the lower id first."""
    blocks: dict[Cell, dict[Topic, list[Waiting]]] = defaultdict(lambda: defaultdict(list))
    for one in everybody:
        for cell, topic, main in one.spots:
            blocks[cell][topic].append((one.place, main))
    for block in blocks.values():
        for waiting in block.values():
            waiting.sort()
    found: set[tuple[str, str]] = set()
    for cell in blocks:
        for first, last in stretches(cell):
            if first == cell and last in blocks:
                found.update(_met(blocks[first], blocks[last], first == last))
    yield from sorted(found)


def _met(first: dict[Topic, list[Waiting]], last: dict[Topic, list[Waiting]], same: bool) -> Iterator[tuple[str, str]]:
    """Pairs that meet often enough: within one cell, or between two."""
    meetings: Counter[tuple[str, str]] = Counter()
    for topic, block in first.items():
        if same:
            line = [(place, main, False) for place, main in block]
        elif topic in last:
            line = list(merge(((place, main, False) for place, main in block), ((place, main, True) for place, main in last[topic])))
        else:
            continue
        for at, ((_, one), main, side) in enumerate(line):
            for (_, other), also, beside in line[at + 1 : at + 1 + REACH]:
                if (main or also) and (same or side != beside):
                    meetings[min(one, other), max(one, other)] += worth(topic)
    return (pair for pair, count in meetings.items() if count >= MEETINGS)
