"""What was planned and what came of it contradict each other only where the plan is told after the day."""

import pytest
from weaving_cases import event

from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.weaving import conflicts, foreseen

PLAN = {"status": "planned", "factuality": "forecast", "action": "CONSULT"}
HELD = {"status": "realised", "action": "CONSULT"}
OFF = {"status": "cancelled", "action": "CONSULT"}


def row(**told: dict[str, str]) -> Occurrence:
    """The row of a meeting of 9 September 2016, told by the documents of these names."""
    events = tuple(event("瀋陽で局長級の協議を開催", doc=doc, **fields) for doc, fields in told.items())
    return Occurrence(events, conflicts(events))


def fields(found: Occurrence, **published: str | None) -> list[str]:
    return [each.field for each in foreseen(found, {doc: Source(published=day) for doc, day in published.items()}).conflicts]


@pytest.mark.parametrize(("published", "conflict"), [
    ("2016-09-05", False), ("2016-09-09", False), ("2016-09", False), ("2016", False),
    ("2016-09-10", True), ("2016-10", True), ("2017", True), (None, True)])
def test_a_plan_is_held_against_what_happened_only_where_it_is_told_later(published: str | None, conflict: bool) -> None:
    assert fields(row(a=PLAN, b=HELD), a=published, b="2017") == ["status"] * conflict


def test_a_plan_told_before_does_not_contradict_that_it_was_called_off() -> None:
    assert fields(row(a=PLAN, b=OFF), a="2016-09-01", b="2016-09-10") == []


def test_what_others_contradict_stays() -> None:
    (left,) = foreseen(row(a=PLAN, b=HELD, c=OFF), {"a": Source(published="2016-09-01")}).conflicts
    assert left.values == (("b", "realised"), ("c", "cancelled"))


def test_other_conflicts_are_left_alone() -> None:
    found = row(a=PLAN | {"place": "北京"}, b=HELD | {"place": "平壌"})
    assert fields(found, a="2016-09-01") == ["place"]
    plain = row(a=HELD, b=HELD)
    assert foreseen(plain, {}) is plain
