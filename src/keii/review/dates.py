"""Documents dated by hand: what date each should bear by the ledger."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from keii.review.order import gone, in_order
from keii.review.subjects import subjects
from keii.values.decision import Decision


@dataclass(frozen=True, slots=True)
class Due:
    """`doc` should bear the date `published` (EDTF), known by `basis`; None where it was not known before."""

    doc: str
    published: str | None
    basis: str | None


def due(decisions: Iterable[Decision], prints: Mapping[str, str]) -> tuple[Due, ...]:
    """For each document that was ever dated by hand, and whose text is still the one that was dated, its date: the last
    given that holds, else the one it had before."""
    ordered = in_order(decisions)
    undone = gone(ordered)
    here = {hash: name for name, hash in sorted(prints.items(), reverse=True)}
    found = []
    for thing in subjects(ordered, undone):
        dated = [decision for decision in thing.known if decision.kind == "date"]
        anchor = thing.anchor
        doc = anchor.doc if prints.get(anchor.doc) == anchor.print else here.get(anchor.print)
        if dated and doc:
            holding = [decision for decision in dated if decision.id not in undone]
            told = {change.field: change.new if holding else change.old for change in (holding[-1] if holding else dated[0]).changes}
            found.append(Due(doc, _one(told.get("published", ())), _one(told.get("published_basis", ()))))
    return tuple(found)


def _one(values: tuple[str, ...]) -> str | None:
    return values[0] if values else None
