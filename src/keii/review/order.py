"""The order in which decisions hold, and which of them hold no longer.

The order is that of cause, then of time: a decision comes after those its maker knew of, whatever the clocks of two
machines say, and what has no such order stands by moment and id. It does not depend on the order of arrival.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from keii.values.decision import Decision, moment


def in_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Every decision once, causes before what followed on them."""
    by_id = {decision.id: decision for decision in decisions}
    waits = {id: {before for before in (*decision.after, *([decision.of] if decision.of else [])) if before in by_id and before != id}
             for id, decision in by_id.items()}
    followers: dict[str, list[str]] = defaultdict(list)
    for id, before in waits.items():
        for cause in before:
            followers[cause].append(id)
    ready = [(moment(by_id[id].at), id) for id, before in waits.items() if not before]
    heapq.heapify(ready)
    found = []
    while ready:
        _, id = heapq.heappop(ready)
        found.append(by_id[id])
        for follower in followers[id]:
            waits[follower].discard(id)
            if not waits[follower]:
                heapq.heappush(ready, (moment(by_id[follower].at), follower))
    return tuple(found)


def gone(ordered: Sequence[Decision]) -> Mapping[str, str]:
    """Decisions that hold no longer, with the id of that which undid or replaced them.

    An undo that is itself undone does nothing; neither does one that is replaced.
    """
    found: dict[str, str] = {}
    for decision in reversed(ordered):
        if decision.of and decision.id not in found:
            found.setdefault(decision.of, decision.id)
    return found


class Ancestry:
    """Who knew of what."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._after = {decision.id: (*decision.after, *([decision.of] if decision.of else [])) for decision in decisions}
        self._all: dict[str, frozenset[str]] = {}

    def before(self, id: str) -> frozenset[str]:
        """All decisions its maker knew of, directly or through others."""
        if id not in self._all:
            found: set[str] = set()
            left = list(self._after.get(id, ()))
            while left:
                one = left.pop()
                if one not in found:
                    found.add(one)
                    left += self._after.get(one, ())
            self._all[id] = frozenset(found)
        return self._all[id]

    def apart(self, one: str, other: str) -> bool:
        """Whether neither was made in the knowledge of the other."""
        return one not in self.before(other) and other not in self.before(one)


def heads(known: Sequence[Decision]) -> tuple[str, ...]:
    """Those of some decisions that no other of them followed on: what a new one comes after."""
    followed = {id for decision in known for id in (*decision.after, *([decision.of] if decision.of else []))}
    return tuple(sorted(decision.id for decision in known if decision.id not in followed))
