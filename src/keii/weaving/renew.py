"""Weaving a few events into many: only what they touch is looked at, and comes out as if all had been woven anew."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from keii.values.event import Event
from keii.values.judgement import Judgement
from keii.values.occurrence import Occurrence
from keii.values.spreading import Spread, here, portions, together
from keii.weaving.candidates import pairs
from keii.weaving.gather import Clusters, gather
from keii.weaving.loom import Loom
from keii.weaving.meeting import Around, Pair, parted
from keii.weaving.sketch import Sketch, sketch
from keii.weaving.suggest import RULE, compared, verdicts
from keii.weaving.waits import waits
from keii.weaving.weights import SAME_ACROSS

_PAIRS = 250
"""So many pairs are judged in one portion."""


@dataclass(frozen=True)
class Renewed:
    """`rows` stand in place of all rows that hold one of the events `ids`."""

    ids: frozenset[str]
    rows: tuple[Occurrence, ...]


def renew(loom: Loom, gone: Collection[str], fresh: Sequence[Event], asked: Collection[str] = (), spread: Spread = here) -> Renewed:
    """Take the events `gone` off a loom and put `fresh` ones on; `asked` are events of which people judged otherwise
    meanwhile, or whose sources changed.

    An event that changed but kept its id is both gone and fresh. What is on the loom afterwards, and the rows, are what
    `suggest` and `gather` make of all events together, in whatever order they came. Pairs are judged by `spread`.
    """
    new = {event.id: event for event in fresh}
    beside = loom.beside({*gone, *asked})
    judged = _Verdicts(loom, frozenset(gone))
    work = _Work(loom, new, spread)
    touched = judged.forget() | _met(loom, gone, work, judged)
    changed = _settled(work, judged, (touched | new.keys()) - (set(gone) - new.keys()))
    judged.keep()
    start = (new.keys() | changed | beside | set(asked)) - (set(gone) - new.keys())
    ids, found = _closed(loom, judged, start)
    events = work.events(ids)
    known = events.keys()
    rows = gather(events.values(), (one for one in found if one.a in known and one.b in known))
    return Renewed(frozenset(ids | set(gone)), rows)


class _Work:
    """Events and sketches, each made once."""

    def __init__(self, loom: Loom, new: Mapping[str, Event], spread: Spread) -> None:
        self.new = new
        self.spread = spread
        self._loom = loom
        self._events = dict(new)
        self._sketches: dict[str, Sketch] = {}

    def events(self, ids: Iterable[str]) -> dict[str, Event]:
        wanted = set(ids)
        if missing := wanted - self._events.keys():
            self._events.update(self._loom.events(missing))
        return {id: self._events[id] for id in sorted(wanted) if id in self._events}

    def sketches(self, ids: Iterable[str]) -> Mapping[str, Sketch]:
        found = self.events(ids)
        for id, event in found.items():
            if id not in self._sketches:
                self._sketches[id] = sketch(event)
        return {id: self._sketches[id] for id in found}


class _Verdicts:
    """Judgements of rules, as they were and as they come to be."""

    def __init__(self, loom: Loom, gone: frozenset[str]) -> None:
        self._loom = loom
        self._gone = gone
        self._before: dict[Pair, Judgement] = {}
        self._now: dict[Pair, Judgement] = {}
        self._of: dict[str, set[Pair]] = defaultdict(set)
        self._others: dict[str, set[Judgement]] = defaultdict(set)
        self._known: set[str] = set()

    def among(self, ids: Iterable[str]) -> list[Judgement]:
        """Those that stand now on one of `ids`."""
        wanted = set(ids)
        if fresh := wanted - self._known:
            self._known |= fresh
            for one in self._loom.judgements(fresh):
                if one.by != RULE:
                    self._others[one.a].add(one)
                    self._others[one.b].add(one)
                elif (one.a, one.b) not in self._before:
                    self._before[one.a, one.b] = one
                    if not {one.a, one.b} & self._gone:
                        self.put(one)
        return [self._now[pair] for pair in {pair for id in wanted for pair in self._of.get(id, ())}]

    def all_on(self, ids: Collection[str]) -> set[Judgement]:
        """Those too that are not of these rules."""
        return {*self.among(ids), *(one for id in ids for one in self._others.get(id, ()))}

    def forget(self) -> set[str]:
        """What was judged of events that are gone holds no longer; returns all it was about."""
        self.among(self._gone)
        return {id for pair in self._before if self._gone.intersection(pair) for id in pair}

    def has(self, pair: Pair) -> bool:
        return pair in self._now

    def put(self, one: Judgement) -> None:
        self._now[one.a, one.b] = one
        for id in (one.a, one.b):
            self._of[id].add((one.a, one.b))

    def drop(self, pair: Pair) -> None:
        del self._now[pair]
        for id in pair:
            self._of[id].discard(pair)

    def changed(self) -> set[str]:
        """The events of all that is not judged as it was."""
        return {id for pair in self._before.keys() | self._now.keys() if self._before.get(pair) != self._now.get(pair) for id in pair}

    def keep(self) -> None:
        """Write down what changed."""
        written = [one for pair, one in self._now.items() if self._before.get(pair) != one]
        self._loom.judge(written, [one for pair, one in self._before.items() if pair not in self._now])


def _met(loom: Loom, gone: Collection[str], work: _Work, judged: _Verdicts) -> set[str]:
    """Take off and put on, and judge by itself every pair that is one only now; returns the events of pairs that changed."""
    leaving = tuple(loom.waits(gone).values())
    loom.dismiss(leaving)
    closer = parted(loom, leaving)
    coming = tuple(map(waits, work.sketches(work.new).values()))
    if loom.bare():
        found = _found(work, pairs(coming))
        loom.admit(coming)
        return _judged(judged, found)
    apart = parted(loom, coming)
    loom.admit(coming)
    around = Around(loom)
    meeting = {(min(one.id, other), max(one.id, other)) for one in coming for other in around.partners(one)}
    judged.among(id for pair in closer | apart for id in pair)
    doubtful = {pair for pair in closer | apart if pair in closer or judged.has(pair)}
    known = loom.waits({pair[0] for pair in doubtful})
    touched: set[str] = set()
    for pair in doubtful:
        if pair[1] in around.partners(known[pair[0]]):
            if not judged.has(pair):
                meeting.add(pair)
        elif judged.has(pair):
            judged.drop(pair)
            touched.update(pair)
    return touched | _judged(judged, _found(work, meeting))


def _found(work: _Work, some: Iterable[Pair]) -> Iterable[list[Judgement]]:
    """What pairs are, each by itself, as far as they look alike."""
    wanted = sorted(some)
    at = work.sketches({id for pair in wanted for id in pair})
    return work.spread(lambda part: [found for a, b in part if (found := compared(at[a], at[b]))], portions(wanted, _PAIRS))


def _judged(judged: _Verdicts, found: Iterable[Iterable[Judgement]]) -> set[str]:
    """Note what pairs are by themselves; returns their events."""
    touched = set[str]()
    for one in chain.from_iterable(found):
        judged.put(one)
        touched.update((one.a, one.b))
    return touched


def _settled(work: _Work, judged: _Verdicts, touched: set[str]) -> set[str]:
    """Judge again all pairs that hang together with what was touched; returns the events of pairs that changed."""
    held, edge = set(touched), set(touched)
    while edge:
        edge = {id for one in judged.among(edge) if _sure(one) for id in (one.a, one.b)} - held
        held |= edge
    alike = [one for one in judged.among(held) if _sure(one)]
    at = work.sketches(held)
    for one in chain.from_iterable(work.spread(lambda part: list(verdicts(at, part)), list(together(_apart(alike), _PAIRS)))):
        judged.put(one)
    return judged.changed()


def _apart(some: Sequence[Judgement]) -> Iterable[Sequence[Judgement]]:
    """Judgements in groups that have no event in common."""
    held = Clusters({id for one in some for id in (one.a, one.b)})
    for one in some:
        held.join(one.a, one.b)
    found: dict[str, list[Judgement]] = defaultdict(list)
    for one in sorted(some, key=lambda each: (each.a, each.b)):
        found[held.members(one.a)[0]].append(one)
    return found.values()


def _sure(one: Judgement) -> bool:
    return one.verdict != "different" and one.score >= SAME_ACROSS


def _closed(loom: Loom, judged: _Verdicts, start: set[str]) -> tuple[set[str], set[Judgement]]:
    """All that hangs together with `start` by being the same, or stood in one row with it; and every judgement on it."""
    held, edge, found = set(start), set(start), set[Judgement]()
    while edge:
        some = judged.all_on(edge)
        found |= some
        edge = ({id for one in some if one.verdict == "same" for id in (one.a, one.b)} | loom.beside(edge)) - held
        held |= edge
    return held, found
