"""One event with the decisions on it laid over it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from keii.values.decision import MANY, Decision
from keii.values.event import Event, Step
from keii.values.mark import Change, Mark, Remark, State
from keii.values.span import Span

VERDICTS = frozenset({"accept", "edit", "reject", "add"})
RULE = "a person"


def stands(holding: Sequence[Decision]) -> bool:
    """Whether people's last word on an event is that it stands."""
    verdicts = [decision.kind for decision in holding if decision.kind in VERDICTS]
    return bool(verdicts) and verdicts[-1] != "reject"


def rejected(holding: Sequence[Decision]) -> bool:
    verdicts = [decision.kind for decision in holding if decision.kind in VERDICTS]
    return bool(verdicts) and verdicts[-1] == "reject"


def corrected(base: Event, holding: Sequence[Decision], *, kept: bool = False) -> Event:
    """`base` as it stands by the decisions that hold on it, the later before the earlier, with the mark of who made it so."""
    given = {change.field: change for decision in holding if decision.kind == "edit" for change in decision.changes}
    by = {change.field: decision for decision in holding if decision.kind == "edit" for change in decision.changes}
    changes = tuple(Change(field, values_of(base, field), change.new) for field, change in given.items()
                    if values_of(base, field) != change.new)
    steps = tuple(Step(change.field, value, RULE, None, f"{by[change.field].by} {by[change.field].at}")
                  for change in changes for value in change.new or ("",))
    facts = {change.field: _held(change) for change in changes}
    if "date" in facts:
        facts["mod"] = None
    changed = replace(base, **facts, trace=(*base.trace, *steps))
    return replace(changed, review=_mark(base, holding, changes, kept=kept))


def made(decision: Decision, span: Span) -> Event:
    """The event that an `add` tells, at `span`. Fields it does not give are those of a plain statement of fact."""
    given = {change.field: change for change in decision.changes}
    facts: dict[str, Any] = {field: _held(change) for field, change in given.items()}
    who = tuple(dict.fromkeys((*facts.get("initiator", ()), *facts.get("target", ()))))
    plain = {"mod": None, "summary": span.quote, "actors": who, "initiator": (), "target": (), "pillar": "none",
             "status": "realised", "factuality": "asserted"}
    steps = tuple(Step(change.field, value, RULE, span, f"{decision.by} {decision.at}")
                  for change in decision.changes for value in change.new)
    mark = Mark("added", decision.by, decision.at, (decision.id,), decision.id)
    return Event(**{**plain, **facts}, doc=span.doc, evidence=(span,), trace=steps, review=mark)


def values_of(event: Event, field: str) -> tuple[str, ...]:
    """A field's value as a change holds it."""
    value = getattr(event, field)
    if field in MANY:
        return tuple(value)
    return () if value is None else (str(value),)


def _held(change: Change) -> Any:
    if change.field in MANY:
        return change.new
    return change.new[0] if change.new else None


def _mark(base: Event, holding: Sequence[Decision], changes: tuple[Change, ...], *, kept: bool) -> Mark:
    verdicts = [decision for decision in holding if decision.kind in VERDICTS]
    last = (verdicts or holding)[-1]
    origin = base.review.of if base.review else None
    return Mark(_state(verdicts, changes, origin), last.by, last.at, tuple(decision.id for decision in holding),
                origin or (base.id if changes else None), changes, _remarks(holding), kept)


def _state(verdicts: Sequence[Decision], changes: tuple[Change, ...], added: str | None) -> State:
    if rejected(verdicts):
        return "rejected"
    if added:
        return "added"
    if changes:
        return "corrected"
    return "accepted" if verdicts else "noted"


def _remarks(holding: Sequence[Decision]) -> tuple[Remark, ...]:
    return tuple(Remark(decision.by, decision.at, decision.text, decision.id) for decision in holding if decision.text.strip())
