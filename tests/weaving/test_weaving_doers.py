"""Who is said or guessed to have done it, and what a decision, a measure, a summit is told by."""

from typing import Any

from weaving_cases import event, feature

from keii.values.event import Step
from keii.weaving import suggest
from keii.weaving.feature import SILENT, Feature


def _done_by(doer: str, rule: str, note: str = "", **fields: Any) -> dict[str, Any]:
    return {"actors": (doer,), "initiator": (doer,), "trace": (Step("initiator", doer, rule, note=note),)} | fields


def test_a_doer_whom_nothing_near_the_clause_names_contradicts_nobody() -> None:
    named, guessed = _done_by("PRK", "subject は"), _done_by("USA", "as elsewhere in the document", "fallback")
    assert feature("actors", named, guessed) is feature("direction", named, guessed) is SILENT
    carried = _done_by("USA", "carried on from the sentence before", "carried")
    assert (feature("actors", named, carried).score, feature("direction", named, carried).score) == (-0.4, -0.4)
    other = _done_by("USA", "subject は")
    assert (feature("actors", named, other).score, feature("direction", named, other).score) == (-1.0, -1.0)
    assert feature("actors", named, _done_by("PRK", "as elsewhere in the document")).score == 1.0


def test_a_launch_that_names_nobody_is_that_of_who_launched() -> None:
    line = event("火星14号発射", "2017-07-04", doc="nempyo", **_done_by("USA", "as elsewhere in the document", "fallback"))
    told = event("北朝鮮が大陸間弾道ミサイル級の弾道ミサイルを発射", "2017-07-04", doc="yoran")
    assert [one.verdict for one in suggest([line, told])] == ["same"]
    next_day = event("北朝鮮が大陸間弾道ミサイル級の弾道ミサイルを発射", "2017-07-05", doc="yoran")
    assert not [one for one in suggest([line, next_day]) if one.verdict == "same"]


def test_a_protest_is_coded_as_done_and_what_it_demands_as_proposed() -> None:
    demand, protest = {"action": "REQUEST", "status": "proposed"}, {"action": "PROTEST"}
    assert feature("status", demand, protest | {"date": "2016-09"}) == Feature(-0.2, "proposed | realised")
    assert feature("status", demand, {"action": "STATE", "date": "2016-09"}).veto


def test_a_decision_and_its_announcement_the_day_after_are_two() -> None:
    decided = {"summary": "総会が実験の中止を決めた", "action": "CONCEDE", "date": "2018-04-20"}
    told = {"summary": "実験の中止を発表", "action": "CONCEDE"}
    assert feature("voice", decided, told | {"date": "2018-04-20"}) is SILENT
    assert feature("voice", decided, told | {"date": "2018-04-21"}) == Feature(-1.0, "does | says", veto=True)


def test_a_measure_is_told_by_its_announcement_of_the_same_day() -> None:
    measure, said = {"action": "SANCTION"}, {"action": "STATE"}
    assert feature("action", measure, said).score == -0.5
    assert feature("action", measure, said | {"date": "2016-09-10"}).score == -1.0
    assert feature("action", measure, said | {"initiator": ("KOR",)}).score == -1.0


def test_two_heads_of_state_hardly_meet_twice_in_a_month() -> None:
    summit = {"actors": ("JPN", "PRK"), "initiator": ("JPN", "PRK"), "action": "CONSULT", "rank": "summit"}
    one = summit | {"summary": "第1回日朝首脳会談", "date": "2002-09"}
    other = summit | {"summary": "小泉純一郎首相が金正日総書記と向き合う", "date": "2002-09-17"}
    assert -0.2 < feature("words", one, other).score < 0
    assert feature("words", one | {"rank": "working"}, other | {"rank": "working"}).score < -0.3


def test_native_verbs_that_both_hold_count() -> None:
    one = {"summary": "五名を北朝鮮に戻さない方針を発表", "action": "STATE"}
    with_verb = feature("words", one, {"summary": "政府は5人を戻さないという判断", "action": "STATE"}).score
    assert with_verb > feature("words", one, {"summary": "政府は5人を帰さないという判断", "action": "STATE"}).score
