"""Who dealt with whom, period by period: the edges and the nodes of the network that the rows make."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from keii.analysis.happening import Placed, words
from keii.analysis.weights import balance
from keii.values.analysis import Line, Table

NETWORK = ("start", "end", "dyad", "count", "share", "cooperation", "conflict", "balance")
NODES = ("start", "end", "actor", "partners", "count", "share", "balance")
_SHOWN = 2

Pair = tuple[str, str]
Stretch = tuple[date, date]


def network(between: Mapping[Pair, Sequence[Placed]], stretches: Sequence[Stretch]) -> tuple[Table, Table]:
    """The dyads of each period (`network`), and the actors of each (`nodes`), those with most rows first.

    Definition: an edge is a dyad with the rows that lie wholly within the period; `share` is its rows / all rows of dyads
    of the period, from 0 to 1. A node is an actor with its dyads: `partners` is its degree, `count` the rows of its dyads
    (its strength), `share` that / all rows of dyads, `balance` as in `relations` over all of them.
    Range: a row among several passes between each two of them, so it counts in several dyads.
    Source: degree and strength of weighted networks (Barrat et al. 2004).
    """
    edges: list[Line] = []
    nodes: list[Line] = []
    for start, end in stretches:
        held = {pair: inside for pair, rows in between.items() if (inside := _within(rows, start, end))}
        whole = sum(map(len, held.values()))
        for pair, rows in sorted(held.items(), key=lambda one: (-len(one[1]), one[0])):
            edges.append(_line((*_days(start, end), "-".join(pair), len(rows), round(len(rows) / whole, 3),
                                *balance([one.worth for one in rows])), rows))
        nodes += _nodes(held, whole, start, end)
    return Table("network", NETWORK, tuple(edges)), Table("nodes", NODES, tuple(nodes))


def _within(rows: Sequence[Placed], start: date, end: date) -> list[Placed]:
    """Of rows in the order of their first days those that lie wholly between two days."""
    low = bisect_left(rows, start, key=lambda one: one.first)
    high = bisect_right(rows, end, key=lambda one: one.first)
    return [one for one in rows[low:high] if one.last <= end]


def _nodes(held: Mapping[Pair, Sequence[Placed]], whole: int, start: date, end: date) -> Iterator[Line]:
    own: dict[str, list[Pair]] = defaultdict(list)
    for pair in held:
        for actor in pair:
            own[actor].append(pair)
    sizes = {actor: sum(len(held[pair]) for pair in pairs) for actor, pairs in own.items()}
    for actor in sorted(own, key=lambda one: (-sizes[one], one)):
        rows = [one for pair in own[actor] for one in held[pair]]
        yield _line((*_days(start, end), actor, len(own[actor]), sizes[actor], round(sizes[actor] / whole, 3),
                     balance([one.worth for one in rows])[2]), rows)


def _days(start: date, end: date) -> tuple[str, str]:
    return start.isoformat(), end.isoformat()


def _line(values: tuple[str | int | float | None, ...], rows: Sequence[Placed]) -> Line:
    """Its words are those of the heaviest rows."""
    heavy = sorted(rows, key=lambda one: -abs(one.worth))[:_SHOWN]
    return Line(values, tuple(dict.fromkeys(span for one in heavy for span in words(one.occurrence))),
                tuple(dict.fromkeys(one.occurrence.id for one in rows)))
