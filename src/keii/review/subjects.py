"""Decisions about one thing, however it was coded when each was made."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from keii.values.decision import Anchor, Decision


@dataclass(frozen=True)
class Subject:
    """One thing people decided on: the anchors by which they knew it, the latest last, and the decisions in order.

    `holding` are those decisions that are neither undone nor replaced, and undo nothing themselves.
    """

    anchors: tuple[Anchor, ...]
    known: tuple[Decision, ...]
    holding: tuple[Decision, ...]

    @property
    def anchor(self) -> Anchor:
        return self.anchors[-1]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(anchor.subject for anchor in self.anchors))

    @property
    def seen_ids(self) -> frozenset[str]:
        return frozenset(anchor.seen.id for anchor in self.anchors if anchor.seen)


def anchors_of(decision: Decision) -> Iterable[Anchor]:
    """What a decision is about; what `add` makes is a thing of its own, known by the decision's id."""
    if decision.kind == "add":
        made = decision.about[0]
        return (Anchor(made.doc, made.print, made.span, None, decision.id),)
    return decision.anchors


def subjects(ordered: Sequence[Decision], gone: Mapping[str, str]) -> tuple[Subject, ...]:
    """The things decided on, in the order in which they were first."""
    root: dict[str, str] = {}

    def find(key: str) -> str:
        while root.setdefault(key, key) != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for decision in ordered:
        for anchor in anchors_of(decision):
            for was in anchor.was:
                root[find(anchor.subject)] = find(was)
    found: dict[str, tuple[dict[Anchor, None], dict[str, Decision]]] = {}
    for decision in ordered:
        for anchor in anchors_of(decision):
            anchors, known = found.setdefault(find(anchor.subject), ({}, {}))
            anchors.pop(anchor, None)
            anchors[anchor] = None
            known[decision.id] = decision
    return tuple(Subject(tuple(anchors), tuple(known.values()),
                         tuple(one for one in known.values() if one.id not in gone and one.kind != "undo"))
                 for anchors, known in found.values())
