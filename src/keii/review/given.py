"""What each person says of each thing they decided on: the material for measuring how far they agree."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations, product

from keii.review.correct import VERDICTS, values_of
from keii.review.order import gone, in_order
from keii.review.subjects import subjects
from keii.values.decision import Decision
from keii.values.span import Span

FIELDS = ("date", "action", "status", "initiator", "target", "actors")
Given = Mapping[tuple[str, str], Mapping[str, str]]
"""By field and thing: each person's value."""


def given(decisions: Iterable[Decision], called: Mapping[str, str] | None = None) -> tuple[Given, Mapping[str, Span | None]]:
    """Every person's last word, and the words that each thing stands on; `called` names who made a decision, by its id,
    where it was not who it says.

    `verdict` is `stands` or `rejected`; the fields are those of what somebody lets stand, corrected or as it was coded;
    `pairs` are same or different, of what somebody merged or split.
    """
    ordered = in_order(decisions)
    who = {one.id: (called or {}).get(one.id, one.by) for one in ordered}
    undone = gone(ordered)
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    where: dict[str, Span | None] = {}
    for thing in subjects(ordered, undone):
        key = thing.keys[0]
        where[key] = thing.anchor.span
        for person in dict.fromkeys(who[decision.id] for decision in thing.holding):
            verdicts = [one for one in thing.holding if who[one.id] == person and one.kind in VERDICTS]
            if verdicts:
                stands = verdicts[-1].kind != "reject"
                found["verdict", key][person] = "stands" if stands else "rejected"
                seen = next((anchor.seen for anchor in thing.anchors if anchor.seen), None)
                changed = {change.field: change.new for one in verdicts for change in one.changes}
                for field in FIELDS if stands else ():
                    values = changed.get(field, values_of(seen, field) if seen else ())
                    found[field, key][person] = " ".join(values if field == "date" else sorted(values))
    _pairs([one for one in ordered if one.id not in undone], who, found, where)
    return found, where


def _pairs(holding: Iterable[Decision], who: Mapping[str, str], found: dict[tuple[str, str], dict[str, str]],
           where: dict[str, Span | None]) -> None:
    for decision in holding:
        if decision.kind not in ("merge", "split"):
            continue
        merge = decision.kind == "merge"
        pairs = combinations(decision.about, 2) if merge else product(decision.about, decision.apart)
        for one, other in pairs:
            key = " ".join(sorted((one.subject, other.subject)))
            found["pairs", key][who[decision.id]] = "same" if merge else "different"
            where[key] = one.span
