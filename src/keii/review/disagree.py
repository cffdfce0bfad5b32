"""Where two people decided on one thing without knowing of each other, and not the same."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from keii.review.order import Ancestry
from keii.review.subjects import Subject
from keii.values.decision import Decision
from keii.values.open_question import OpenQuestion

_VERDICTS = frozenset({"accept", "edit", "reject"})


def disagreements(things: Iterable[Subject], ancestry: Ancestry) -> tuple[OpenQuestion, ...]:
    """One question for each thing on which decisions that hold contradict each other."""
    found = []
    for thing in things:
        verdicts = [decision for decision in thing.holding if decision.kind in _VERDICTS | {"date"}]
        pairs = [(one, other) for one, other in combinations(verdicts, 2)
                 if ancestry.apart(one.id, other.id) and contradict(one, other) and not _settled(one, other, verdicts, ancestry)]
        if pairs:
            held = [decision for decision in verdicts if any(decision in pair for pair in pairs)]
            anchor = thing.anchor
            found.append(OpenQuestion("disagreement", held[-1], anchor.doc, anchor.span, (), tuple(held[:-1])))
    return tuple(found)


def contradict(one: Decision, other: Decision) -> bool:
    """Whether one rejects what the other keeps, or both give a field another value."""
    if (one.kind == "reject") != (other.kind == "reject"):
        return True
    given = {change.field: change.new for change in one.changes}
    if any(change.field in given and given[change.field] != change.new for change in other.changes):
        return True
    return {one.kind, other.kind} == {"accept", "edit"} and _accepted_otherwise(one, other)


def _accepted_otherwise(one: Decision, other: Decision) -> bool:
    """Whether one accepted as it stood what the other changed."""
    accept, edit = (one, other) if one.kind == "accept" else (other, one)
    return bool({anchor.subject for anchor in accept.about} & {anchor.subject for anchor in edit.about})


def _settled(one: Decision, other: Decision, verdicts: Sequence[Decision], ancestry: Ancestry) -> bool:
    """Whether a later verdict was given by somebody who knew both."""
    return any({one.id, other.id} <= ancestry.before(later.id) for later in verdicts)
