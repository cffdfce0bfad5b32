"""Only real conflicts are reported, each with what every document says."""

from typing import Any

import pytest
from weaving_cases import event

from keii.values.event import Quantity, Step
from keii.values.occurrence import Conflict
from keii.weaving import conflicts, gather
from keii.weaving.suggest import suggest


def fields(*given: dict[str, Any]) -> list[str]:
    """The fields on which events conflict that differ in what is given."""
    events = [event(**({"summary": "会談した", "doc": "abc"[at]} | each)) for at, each in enumerate(given)]
    return [each.field for each in conflicts(events)]


@pytest.mark.parametrize(("one", "other", "conflict"), [
    ("2017-02-13", "2017-02-14", True),
    ("2016-03", "2016-03-02", False),
    ("2016", "2016-03-02", False),
    ("2019-02-27/2019-02-28", "2019-02-28", False),
    ("2018-03~", "2018-03-05", False),
    ("2016-02", "2016-03-02", True),
])
def test_date(one: str, other: str, conflict: bool) -> None:
    assert fields({"date": one}, {"date": other}) == ["date"] * conflict


@pytest.mark.parametrize(("one", "other", "conflict"), [
    ("北京", "瀋陽", True),
    ("北京", "北京市", False),
    ("平壌", "北朝鮮", False),
    ("釣魚台国賓館", "北京", False),
    ("釣魚台国賓館", "人民大会堂", True),
    ("東シナ海", "奄美大島", False),
    ("東シナ海", "日本海", True),
    ("北京", None, False),
])
def test_place(one: str, other: str | None, conflict: bool) -> None:
    assert fields({"place": one}, {"place": other}) == ["place"] * conflict


def test_a_hall_does_not_contradict_its_city() -> None:
    assert fields({"place": "セントーサ島", "summary": "シンガポールのセントーサ島で会談"}, {"place": "シンガポール"}) == []


@pytest.mark.parametrize(("one", "other", "conflict"), [
    (Quantity(25e4, "t"), Quantity(20e4, "t"), True),
    (Quantity(4e8, "USD", "year"), Quantity(4.1e8, "USD", "year", "APPROX"), False),
    (Quantity(4e8, "USD", "year"), Quantity(7.5e6, "t", "year"), False),
    (Quantity(4, "発"), Quantity(3, "発"), True),
])
def test_number(one: Quantity, other: Quantity, conflict: bool) -> None:
    assert fields({"numbers": (one,)}, {"numbers": (other,)}) == ["number"] * conflict


@pytest.mark.parametrize(("one", "other", "conflict"), [
    (("PRK", "USA"), ("PRK", "USA", "KOR"), False),
    (("PRK", "JPN"), ("PRK", "KOR"), True),
    (("UNSC",), ("UN",), False),
])
def test_actor(one: tuple[str, ...], other: tuple[str, ...], conflict: bool) -> None:
    first, second = ({"actors": side, "initiator": side} for side in (one, other))
    assert fields(first, second) == ["actor"] * conflict


def named(doer: str, rule: str = "subject が", how: str = "name") -> dict[str, Any]:
    return {"actors": (doer,), "initiator": (doer,), "trace": (Step("initiator", doer, rule, note=how),)}


@pytest.mark.parametrize(("rule", "how", "conflict"), [
    ("subject が", "name", True),
    ("takes part に", "compound", True),
    ("carried on from the sentence before", "name", False),
    ("the sides of the talks last named", "compound", False),
    ("the other side of what was told before", "name", False),
    ("topic of the sentence", "name", False),
    ("one of the two it is between", "compound", False),
    ("the other side, as home speaks of it", "name", False),
    ("as elsewhere in the document", "fallback", False),
    ("subject は", "anaphor", False),
    ("who speaks in the minutes", "minutes", False),
])
def test_only_doers_named_outright_contradict_each_other(rule: str, how: str, conflict: bool) -> None:
    assert fields(named("PRK"), named("UNSC", rule, how)) == ["actor"] * conflict
    assert fields(named("UNSC", rule, how), named("PRK")) == ["actor"] * conflict


def test_a_doer_without_a_step_is_not_named_outright() -> None:
    carried = named("KOR") | {"trace": (Step("action", "TEST", "noun 核実験"),)}
    assert fields(named("PRK"), carried) == []


def test_other_addressees_are_no_conflict_of_actors() -> None:
    adopted = {"initiator": ("UNSC",), "action": "SANCTION"}
    assert fields(adopted | {"target": ("PRK",), "actors": ("UNSC", "PRK")},
                  adopted | {"target": ("ORG:銀行",), "actors": ("UNSC", "ORG:銀行")}) == []


def test_another_act_is_done_by_others() -> None:
    assert fields(named("PRK") | {"action": "AGREE"}, named("USA") | {"action": "STATE"}) == []


@pytest.mark.parametrize(("rule", "conflict"), [
    ("absolute: adverbial", True),
    ("deictic: adverbial", True),
    ("underspecified: carried on from the clause before", True),
    ("underspecified: the date of the line", True),
    ("deictic: the date of the line", False),
    ("absolute: carried on from the sentence before", False),
    ("absolute: the year the review tells of", False),
])
def test_only_dates_told_outright_contradict_each_other(rule: str, conflict: bool) -> None:
    told = {"date": "2002-09-18", "trace": (Step("date", "2002-09-18", rule),)}
    assert fields({"date": "2002-09-17"}, told) == ["date"] * conflict


@pytest.mark.parametrize(("one", "other", "conflict"), [
    ("realised", "cancelled", True), ("realised", "ongoing", False), ("planned", "proposed", False),
    ("planned", "cancelled", True)])
def test_status(one: str, other: str, conflict: bool) -> None:
    assert fields({"status": one}, {"status": other}) == ["status"] * conflict


def test_a_statement_that_refuses_contradicts_no_refusal() -> None:
    assert fields({"action": "STATE"}, {"action": "REJECT", "status": "refused"}) == []


def test_what_a_decision_plans_contradicts_no_decision() -> None:
    decided = {"summary": "政府が帰さない方針を決めた", "action": "REJECT"}
    assert fields(decided, decided | {"status": "planned"}) == []
    assert fields(decided, decided | {"status": "cancelled"}) == ["status"]


def test_who_is_asked_to_act_beside_the_addressee_is_no_exchange() -> None:
    asks = {"actors": ("PRK", "UNSC", "USA"), "initiator": ("USA",), "target": ("PRK", "UNSC"), "action": "SANCTION"}
    assert fields(asks, {"actors": ("PRK", "UNSC"), "initiator": ("UNSC",), "target": ("PRK",), "action": "SANCTION"}) == []


def test_a_meeting_that_broke_up_contradicts_nobody() -> None:
    held = {"summary": "ハノイで首脳会談", "action": "CONSULT"}
    assert fields(held, held | {"summary": "首脳会談が決裂", "status": "cancelled"}) == []
    assert fields(held, held | {"summary": "首脳会談が延期", "status": "cancelled"}) == ["status"]


def test_an_offer_that_is_made_contradicts_nobody() -> None:
    made = {"summary": "核施設を廃棄する用意があると表明", "action": "CONCEDE"}
    assert fields(made, made | {"status": "proposed"}) == []
    assert fields(made | {"summary": "核施設を廃棄"}, made | {"status": "proposed"}) == ["status"]


@pytest.mark.parametrize(("one", "other", "conflict"), [
    ("警戒情報を即時に共有する意向で一致", "警戒情報を共有する意図を示した", False),
    ("会談の求めに応じた", "会談に応じる考えを示した", False),
    ("会談を受け入れた", "会談の開催を書簡で打診", True),
])
def test_what_is_meant_to_be_done_is_agreed_on_and_offered_alike(one: str, other: str, conflict: bool) -> None:
    assert fields({"summary": one, "action": "AGREE"}, {"summary": other, "action": "AGREE", "status": "proposed"}) == ["status"] * conflict


@pytest.mark.parametrize("status", ["refused", "cancelled"])
def test_a_refusal_is_made_whatever_its_status(status: str) -> None:
    made = {"summary": "会合への不参加を宣言", "action": "REJECT"}
    assert fields(made, made | {"status": status}) == []
    assert fields(made, made | {"status": "planned"}) == ["status"]


def test_who_met_whom_is_agreed_on_where_each_names_somebody_besides() -> None:
    met = {"action": "CONSULT"}
    hosted, joined, other = (met | {"actors": side, "initiator": side} for side in (("PRK", "USA", "SGP"), ("PRK", "USA", "KOR"), ("PRK", "JPN")))
    assert fields(hosted, joined) == []
    assert fields(hosted, other) == ["actor"]


def test_the_opening_and_the_close_of_a_meeting_are_no_two_dates() -> None:
    days = [event("ウランバートルで協議", date, doc=doc, action="CONSULT") for doc, date in
            (("a", "2012-11-15"), ("b", "2012-11-16"), ("c", "2012-11-15/2012-11-16"))]
    assert conflicts(days) == ()
    assert [each.field for each in conflicts(days[:2])] == ["date"]


def test_direction() -> None:
    asks = {"actors": ("PRK", "USA"), "initiator": ("USA",), "target": ("PRK",)}
    assert fields(asks, asks | {"initiator": ("PRK",), "target": ("USA",)}) == ["direction"]
    assert fields(asks, asks | {"initiator": ("PRK", "USA"), "target": ()}) == []
    visits = asks | {"action": "CONSULT"}
    assert fields(visits, visits | {"initiator": ("PRK",), "target": ("USA",)}) == []
    veto = {"actors": ("RUS", "UNSC"), "initiator": ("RUS",), "target": ("UNSC",), "action": "REJECT"}
    assert fields(veto, veto | {"initiator": ("UNSC",), "target": ("RUS",)}) == []


def test_every_side_of_a_conflict_is_named() -> None:
    events = [event("殺害された", date, doc=doc) for doc, date in
              (("a", "2017-02-13"), ("b", "2017-02-14"), ("c", "2017-02"), ("d", "2017-02-13"))]
    assert conflicts(events) == (
        Conflict("date", (("a", "2017-02-13"), ("b", "2017-02-14"), ("d", "2017-02-13"))),)


def test_what_is_told_outright_counts_beside_what_is_carried_on() -> None:
    guessed, told = ({"date": "2002-09-18", "trace": (Step("date", "2002-09-18", rule),)}
                     for rule in ("absolute: carried on from the sentence before", "absolute: adverbial"))
    events = [event("署名した", doc=doc, **fields) for doc, fields in
              (("a", guessed), ("b", {"date": "2002-09-17"}), ("c", told))]
    assert conflicts(events) == (Conflict("date", (("b", "2002-09-17"), ("c", "2002-09-18"))),)


def test_an_occurrence_carries_its_conflicts() -> None:
    events = [event("開城の南北共同連絡事務所を爆破", date, doc=doc) for doc, date in
              (("a", "2020-06-16"), ("b", "2020-06-17"))]
    (found,) = gather(events, suggest(events))
    assert [each.field for each in found.conflicts] == ["date"]


def test_a_numbered_act_misdated_by_days_is_one_with_a_conflict() -> None:
    events = [event("北朝鮮が第4回核実験を実施", date, doc=doc) for doc, date in
              (("a", "2016-01-06"), ("b", "2016-01-09"), ("c", "2016-01-06"))]
    (found,) = gather(events, suggest(events))
    assert [each.field for each in found.conflicts] == ["date"]
