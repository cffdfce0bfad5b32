"""Judgements by rule: which events are the same happening, which look it and are not, which a person should see."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from keii.values.event import Event
from keii.values.judgement import Judgement, Verdict
from keii.weaving.candidates import candidates
from keii.weaving.compare import Likeness, likeness
from keii.weaving.gather import Clusters
from keii.weaving.sketch import Sketch, sketch
from keii.weaving.weights import LOOKALIKE, MARGIN, SAME_ACROSS, SAME_WITHIN, UNSURE

RULE = "rule:weave"
_WITNESSES = 6
"""How many members of each group must agree before two groups join."""


@dataclass(frozen=True, slots=True)
class _Edge:
    a: int
    b: int
    like: Likeness


def _bar(a: Sketch, b: Sketch) -> float:
    return SAME_WITHIN if a.event.doc == b.event.doc else SAME_ACROSS


def _vague(sketches: Sequence[Sketch], edges: Sequence[_Edge]) -> dict[int, list[tuple[float, int]]]:
    """For each event the partners dated more exactly than itself, best first."""
    partners: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for edge in edges:
        for one, other in ((edge.a, edge.b), (edge.b, edge.a)):
            if sketches[one].days.length > sketches[other].days.length:
                partners[one].append((-edge.like.points, other))
    return {one: sorted(found, key=lambda each: (each[0], sketches[each[1]].id))
            for one, found in partners.items()}


def _ambiguous(sketches: Sequence[Sketch], edges: Sequence[_Edge]) -> set[tuple[int, int]]:
    """Edges of a vaguely dated event to days that exclude its best partner's, and to that too where it hardly leads."""
    dropped: set[tuple[int, int]] = set()
    for one, partners in _vague(sketches, edges).items():
        lead, best = partners[0]
        rivals = [(points, other) for points, other in partners
                  if sketches[other].days.apart(sketches[best].days) > 1]
        if rivals and rivals[0][0] - lead < MARGIN:
            rivals = partners
        dropped.update((min(one, other), max(one, other)) for _, other in rivals)
    return dropped


def _compatible(sketches: Sequence[Sketch], some: Sequence[int], others: Sequence[int]) -> bool:
    """Whether no two of both groups exclude each other; two events of one document must besides be alike."""
    for one, other in product(some[:_WITNESSES], others[:_WITNESSES]):
        like = likeness(sketches[one], sketches[other])
        one_document = sketches[one].event.doc == sketches[other].event.doc
        if like.vetoed or (one_document and like.points < SAME_WITHIN):
            return False
    return True


def _verdicts(sketches: Sequence[Sketch], edges: Sequence[_Edge]) -> Iterator[tuple[_Edge, Verdict]]:
    """Same for what clears the bar and contradicts no surer link, unsure for the rest."""
    sure = [edge for edge in edges if edge.like.points >= _bar(sketches[edge.a], sketches[edge.b])]
    ambiguous = _ambiguous(sketches, sure)
    index = {each.id: at for at, each in enumerate(sketches)}
    clusters = Clusters(index)
    for edge in sorted(edges, key=lambda each: (-each.like.points, sketches[each.a].id, sketches[each.b].id)):
        one, other = sketches[edge.a].id, sketches[edge.b].id
        if edge.like.points < _bar(sketches[edge.a], sketches[edge.b]) or (edge.a, edge.b) in ambiguous:
            yield edge, "unsure"
        elif clusters.together(one, other):
            yield edge, "same"
        elif _compatible(sketches, *([index[each] for each in clusters.members(side)] for side in (one, other))):
            clusters.join(one, other)
            yield edge, "same"
        else:
            yield edge, "unsure"


def _judgement(sketches: Sequence[Sketch], edge: _Edge, verdict: Verdict) -> Judgement:
    a, b = sketches[edge.a].id, sketches[edge.b].id
    return Judgement(min(a, b), max(a, b), verdict, RULE, edge.like.points, edge.like.why)


def suggest(events: Sequence[Event]) -> tuple[Judgement, ...]:
    """Judgements on all pairs that are the same, or look it: same, unsure (for a person), different (forbidden).

    Works across documents and within one; the order of `events` does not matter. Cost grows with their number.
    """
    unique = {event.id: event for event in events}
    sketches = [sketch(unique[each]) for each in sorted(unique)]
    edges, found = [], []
    for a, b in candidates(sketches):
        like = likeness(sketches[a], sketches[b])
        if like.vetoed and like.points >= LOOKALIKE:
            found.append(_judgement(sketches, _Edge(a, b, like), "different"))
        elif not like.vetoed and like.points >= UNSURE:
            edges.append(_Edge(a, b, like))
    found += [_judgement(sketches, edge, verdict) for edge, verdict in _verdicts(sketches, edges)]
    return tuple(sorted(found))
