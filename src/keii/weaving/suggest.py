"""Judgements by rule: which events are the same happening, which look it and are not, which a person should see."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from keii.values.event import Event
from keii.values.judgement import Judgement, Verdict
from keii.weaving.candidates import pairs
from keii.weaving.compare import likeness
from keii.weaving.gather import Clusters
from keii.weaving.sketch import Sketch, sketch
from keii.weaving.timing import lasting
from keii.weaving.waits import waits
from keii.weaving.weights import (
    BEARABLE,
    CARRIED,
    CARRIED_UNOPPOSED,
    CARRIED_VOICED,
    LOOKALIKE,
    MARGIN,
    OPPOSED,
    SAME_ACROSS,
    SAME_WITHIN,
    UNSURE,
    VOICED,
)

RULE = "rule:weave"
_WITNESSES = 6
"""How many members of each group must agree before two groups join."""

_TELLING = frozenset(("retold", "words"))
"""Features that look at how a thing is told, not at what it is."""

Sketches = Mapping[str, Sketch]


def suggest(events: Sequence[Event]) -> tuple[Judgement, ...]:
    """Judgements on all pairs that are the same, or look it: same, unsure (for a person), different (forbidden).

    Works across documents and within one; the order of `events` does not matter. Cost grows with their number.
    """
    sketches = {event.id: sketch(event) for event in events}
    judged = [found for a, b in pairs(map(waits, sketches.values())) if (found := compared(sketches[a], sketches[b]))]
    apart = [one for one in judged if one.verdict == "different"]
    return tuple(sorted((*apart, *verdicts(sketches, (one for one in judged if one.verdict != "different")))))


def compared(one: Sketch, other: Sketch) -> Judgement | None:
    """What a pair is by itself: different where it is forbidden and looks alike, unsure where it is alike enough to be
    looked at (`verdicts` tells which of these are the same), None for all others."""
    a, b = sorted((one, other), key=lambda each: each.id)
    like = likeness(a, b)
    if like.points < (LOOKALIKE if like.vetoed else UNSURE):
        return None
    return Judgement(a.id, b.id, "different" if like.vetoed else "unsure", RULE, like.points, like.why)


def verdicts(sketches: Sketches, alike: Iterable[Judgement]) -> Iterator[Judgement]:
    """Pairs that are `alike`, each judged: same for what clears the bar and contradicts no surer link, unsure for the rest.

    A verdict depends on those pairs alone that clear the bar and hang together with it, through any chain.
    """
    alike = tuple(alike)
    sure = [edge for edge in alike if edge.score >= _bar(sketches, edge)]
    ambiguous = _ambiguous(sketches, sure)
    clusters = Clusters({id for edge in sure for id in (edge.a, edge.b)})
    yield from (_judged(edge, "unsure") for edge in alike if edge.score < _bar(sketches, edge))
    for edge in sorted(sure, key=lambda each: (-each.score, each.a, each.b)):
        yield _judged(edge, "unsure" if (edge.a, edge.b) in ambiguous or not _joined(sketches, clusters, edge) else "same")


def _judged(edge: Judgement, verdict: Verdict) -> Judgement:
    return edge if edge.verdict == verdict else replace(edge, verdict=verdict)


def _bar(sketches: Sketches, edge: Judgement) -> float:
    return SAME_WITHIN if sketches[edge.a].event.doc == sketches[edge.b].event.doc else SAME_ACROSS


def _joined(sketches: Sketches, clusters: Clusters, edge: Judgement) -> bool:
    """Whether both are together, now if not before."""
    if clusters.together(edge.a, edge.b):
        return True
    return _compatible(sketches, clusters.members(edge.a), clusters.members(edge.b)) and clusters.join(edge.a, edge.b)


def _vague(sketches: Sketches, edges: Iterable[Judgement]) -> dict[str, list[tuple[float, str]]]:
    """For each event the partners dated more exactly than itself, best first. A meeting of some days is not dated vaguely."""
    partners: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for edge in edges:
        for one, other in ((edge.a, edge.b), (edge.b, edge.a)):
            if sketches[one].days.length > sketches[other].days.length and not lasting(sketches[one].days):
                partners[one].append((-edge.score, other))
    return {one: sorted(found) for one, found in partners.items()}


def _ambiguous(sketches: Sketches, edges: Iterable[Judgement]) -> set[tuple[str, str]]:
    """Edges of a vaguely dated event to days that exclude its best partner's, and to that too where it hardly leads."""
    dropped: set[tuple[str, str]] = set()
    for one, partners in _vague(sketches, edges).items():
        lead, best = partners[0]
        rivals = [(points, other) for points, other in partners
                  if sketches[other].days.apart(sketches[best].days) > 1]
        if rivals and rivals[0][0] - lead < MARGIN:
            rivals = partners
        dropped.update((min(one, other), max(one, other)) for _, other in rivals)
    return dropped


def _compatible(sketches: Sketches, some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether no two of both groups exclude each other or are quite unlike; two events of one document must be a little alike."""
    return all(_bearable(sketches[one], sketches[other]) for one, other in product(some[:_WITNESSES], others[:_WITNESSES]))


def _bearable(one: Sketch, other: Sketch) -> bool:
    """Whether two events that others bring together can be one. One author's two tellings of one happening, the second less
    exact (5月22日に訪朝, 5月の会談), are but dated and worded differently; but of one meeting he tells several things that were said."""
    like = likeness(one, other)
    if one.event.doc != other.event.doc:
        return not like.vetoed and like.points >= BEARABLE
    if one.event.action in VOICED and other.event.action in VOICED:
        return not like.vetoed and like.points >= CARRIED_VOICED
    opposed = any(worth <= OPPOSED for name, worth, _ in like.parts if name not in _TELLING)
    return not like.vetoed and like.points >= (CARRIED if opposed else CARRIED_UNOPPOSED)
