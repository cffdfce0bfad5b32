"""From judgements to occurrences: what is the same, minus what is different."""

from collections.abc import Iterable, Sequence

from keii.values.event import Event
from keii.values.judgement import Judgement
from keii.values.occurrence import Occurrence
from keii.weaving.best import best_first
from keii.weaving.conflicts import conflicts

_CAUTION = {"unsure": 0, "same": 1, "different": 2}


def by_rule(judgement: Judgement) -> bool:
    return judgement.by.startswith("rule:")


def _settled(judgements: Iterable[Judgement], known: set[str]) -> list[Judgement]:
    """One judgement a pair: a person's before a rule's, and among equals the most cautious."""
    chosen: dict[tuple[str, str], Judgement] = {}

    def authority(judgement: Judgement) -> tuple[bool, int, float, Judgement]:
        return not by_rule(judgement), _CAUTION[judgement.verdict], judgement.score, judgement

    for judgement in judgements:
        pair = (min(judgement.a, judgement.b), max(judgement.a, judgement.b))
        if pair[0] == pair[1] or not known.issuperset(pair):
            continue
        if pair not in chosen or authority(judgement) > authority(chosen[pair]):
            chosen[pair] = judgement
    return [chosen[pair] for pair in sorted(chosen)]


class Clusters:
    """Groups of ids that are joined one edge at a time and never join what is held apart."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._members = {each: [each] for each in ids}
        self._root = {each: each for each in self._members}
        self._apart: dict[str, set[str]] = {}

    def members(self, one: str) -> list[str]:
        return self._members[self._root[one]]

    def together(self, one: str, other: str) -> bool:
        return self._root[one] == self._root[other]

    def hold_apart(self, one: str, other: str) -> None:
        """From now on the groups of both never join; does nothing where they are one already."""
        one, other = self._root[one], self._root[other]
        if one != other:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def join(self, one: str, other: str) -> bool:
        """Join the groups of both; False where they are held apart."""
        one, other = self._root[one], self._root[other]
        if other in self._apart.get(one, ()):
            return False
        if one != other:
            if len(self._members[one]) < len(self._members[other]):
                one, other = other, one
            self._absorb(one, other)
        return True

    def _absorb(self, root: str, gone: str) -> None:
        for member in self._members[gone]:
            self._root[member] = root
        self._members[root] += self._members.pop(gone)
        for foe in self._apart.pop(gone, set()):
            self._apart[foe].discard(gone)
            self._apart[foe].add(root)
            self._apart.setdefault(root, set()).add(foe)

    def groups(self) -> Iterable[list[str]]:
        return self._members.values()


def _join(clusters: Clusters, judgements: Sequence[Judgement]) -> None:
    """Hold apart what is different, then join what is same, the surest first."""
    for judgement in judgements:
        if judgement.verdict == "different":
            clusters.hold_apart(judgement.a, judgement.b)
    for judgement in sorted(judgements, key=lambda each: (-each.score, each)):
        if judgement.verdict == "same":
            clusters.join(judgement.a, judgement.b)


def gather(events: Iterable[Event], judgements: Iterable[Judgement]) -> tuple[Occurrence, ...]:
    """Occurrences in the order of time, with their conflicts: connected components of "same" minus "different".

    A person's judgement outranks a rule's, also through a third event; judgements on unknown events are passed over.
    The result depends on the sets of events and judgements alone, not on their order.
    """
    known = {event.id: event for event in events}
    settled = _settled(judgements, set(known))
    clusters = Clusters(sorted(known))
    _join(clusters, [each for each in settled if not by_rule(each)])
    _join(clusters, [each for each in settled if by_rule(each)])
    found = []
    for group in clusters.groups():
        if len(group) == 1:
            found.append(Occurrence((known[group[0]],)))
            continue
        ordered = best_first(known[each] for each in group)
        found.append(Occurrence(ordered, conflicts(ordered)))
    return tuple(sorted(found, key=lambda each: (each.lead.when.sort_key, each.lead.id)))
