import pytest

from keii.values.decision import Anchor, Decision, unwire, wire
from keii.values.event import Event
from keii.values.mark import Change, Mark
from keii.values.span import Span

WORDS = Span("a", 3, 6, "打診し")
EVENT = Event("a", "2002-09", None, "打診", ("JPN", "PRK"), ("JPN",), ("PRK",), "CONSULT", "dialogue", "proposed", "asserted", (WORDS,))
ANCHOR = Anchor("a", "f00d", WORDS, EVENT)
AT = "2026-04-01T09:00:00Z"


def test_a_decision_goes_out_and_comes_back() -> None:
    decision = Decision("edit", (ANCHOR,), "田中", AT, (Change("date", ("2002-09",), ("2002-09-17",)),), after=("x",))
    assert unwire(wire(decision)) == decision
    assert wire(decision)["id"] == decision.id


def test_a_decision_that_was_altered_is_found_out() -> None:
    data = wire(Decision("reject", (ANCHOR,), "田中", AT))
    with pytest.raises(ValueError, match="is not the id"):
        unwire({**data, "by": "佐藤"})


@pytest.mark.parametrize("made", [
    lambda: Decision("accept", (ANCHOR,), " ", AT),
    lambda: Decision("accept", (ANCHOR,), "rule:weave", AT),
    lambda: Decision("accept", (ANCHOR,), "田中", "2026-04-01"),
    lambda: Decision("accept", (ANCHOR,), "田中", "2026-02-31T00:00:00Z"),
    lambda: Decision("accept", (), "田中", AT),
    lambda: Decision("edit", (ANCHOR,), "田中", AT),
    lambda: Decision("merge", (ANCHOR,), "田中", AT),
    lambda: Decision("split", (ANCHOR,), "田中", AT),
    lambda: Decision("note", (ANCHOR,), "田中", AT, text=" "),
    lambda: Decision("undo", (), "田中", AT),
])
def test_what_makes_no_sense_is_refused(made: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        made()  # type: ignore[operator]


def test_a_corrected_event_has_an_id_of_its_own_that_hangs_on_the_coded_one() -> None:
    mark = Mark("corrected", "田中", AT, of=EVENT.id)
    corrected = Event(**{**{name: getattr(EVENT, name) for name in EVENT.__dataclass_fields__}, "review": mark})
    accepted = Event(**{**{name: getattr(EVENT, name) for name in EVENT.__dataclass_fields__}, "review": Mark("accepted", "田中", AT)})
    assert corrected.id != EVENT.id
    assert accepted.id == EVENT.id
