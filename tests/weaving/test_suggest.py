"""Judgements by rule."""

from itertools import permutations

from weaving_cases import event

from keii.values.event import Event
from keii.values.judgement import Verdict
from keii.weaving import suggest


def verdicts(*events: Event) -> dict[tuple[str, str], Verdict]:
    """The verdict on each pair of documents."""
    doc = {each.id: each.doc for each in events}
    return {(min(doc[each.a], doc[each.b]), max(doc[each.a], doc[each.b])): each.verdict for each in suggest(events)}


def test_the_same_in_other_words() -> None:
    assert verdicts(event("第五回核実験を実施", doc="a"), event("5回目の核実験を強行", "2016-09", doc="b")) == {
        ("a", "b"): "same"}


def test_a_judgement_is_ordered_signed_and_reasoned() -> None:
    (found,) = suggest([event("第五回核実験を実施", doc="b"), event("5回目の核実験を強行", doc="a")])
    assert found.a < found.b
    assert found.by == "rule:weave"
    assert found.why[0].split()[0] in {"when", "words"}


def test_a_lookalike_is_judged_different() -> None:
    assert verdicts(event("第四回核実験を実施", "2016", doc="a"), event("第五回核実験を実施", "2016", doc="b")) == {
        ("a", "b"): "different"}


def test_other_acts_of_the_same_day_are_not_the_same() -> None:
    shared = {"actors": ("KOR", "PRK"), "initiator": ("KOR",), "target": ("PRK",), "action": "SANCTION"}
    found = verdicts(event("開城工業団地を閉鎖", doc="a", **shared), event("独自の金融規制を導入", doc="b", **shared))
    assert found.get(("a", "b")) != "same"


def _launch(date: str, doc: str, what: str = "中距離弾道ミサイルを日本海へ発射") -> Event:
    return event(what, date, doc=doc)


def test_a_month_that_fits_two_days_equally_joins_neither() -> None:
    found = verdicts(_launch("2017-08-05", "a"), _launch("2017-08-29", "b"), _launch("2017-08", "c"))
    assert found[("a", "c")] == found[("b", "c")] == "unsure"


def test_a_month_joins_the_better_of_two_days() -> None:
    over = "中距離弾道ミサイルを発射、北海道上空を通過"
    found = verdicts(_launch("2017-08-26", "a"), _launch("2017-08-29", "b", over), _launch("2017-08", "c", over))
    assert found[("b", "c")] == "same"
    assert found.get(("a", "c")) != "same"


def test_a_meeting_of_some_days_joins_who_tells_its_opening() -> None:
    shared = {"actors": ("SIX",), "initiator": ("SIX",), "action": "CONSULT"}
    found = verdicts(
        event("第1回六者会合", "2003-08-27/2003-08-29", doc="a", **shared), event("第1回六者会合が始まる", "2003-08-27", doc="b", **shared),
        event("第1回六者会合が閉幕", "2003-08-29", doc="c", **shared))
    assert found[("a", "b")] == "same"
    assert found.get(("b", "c")) != "same"


def test_two_happenings_are_not_joined_through_a_vague_third() -> None:
    events = (_launch("2017-08-05", "a"), _launch("2017-08-29", "b"), _launch("2017-08", "c"), _launch("2017-08", "d"))
    assert verdicts(*events).get(("c", "d")) == "same"
    same = {pair for pair, verdict in verdicts(*events).items() if verdict == "same"}
    assert not {("a", "c"), ("b", "c")} <= same
    assert not {("a", "d"), ("b", "d")} <= same


def test_the_order_of_events_does_not_matter() -> None:
    events = (_launch("2017-08-29", "a"), _launch("2017-08-29", "b"), _launch("2017-08", "c"), event("第六回核実験"))
    assert len({suggest(order) for order in permutations(events)}) == 1


def test_nothing_comes_of_nothing() -> None:
    assert suggest([]) == ()
    assert suggest([event("核実験")]) == ()
    assert suggest([event("核実験"), event("核実験")]) == ()


def _decided(what: str, doc: str, start: int = 0) -> Event:
    return event(what, "2016-11-30", doc=doc, start=start, actors=("UNSC", "PRK"), initiator=("UNSC",), target=("PRK",), action="SANCTION")


def test_a_third_telling_brings_two_passages_of_one_document_together() -> None:
    by_name, by_matter = _decided("決議第2321号を採択", "a"), _decided("石炭の輸出に年間の上限を設けた", "a", 500)
    both = _decided("石炭輸出に年間の上限を設ける決議第2321号を採択", "b")
    assert not [one for one in suggest((by_name, by_matter)) if one.verdict == "same"]
    assert [one.verdict for one in suggest((by_name, by_matter, both)) if both.id in (one.a, one.b)] == ["same", "same"]


def test_a_third_telling_does_not_bring_together_what_is_quite_unlike() -> None:
    def said(what: str, doc: str, *who: str) -> Event:
        return event(what, doc=doc, actors=who, initiator=who, action="STATE")

    closed = said("開城工業団地の操業を全面的に中断すると表明", "a", "KOR")
    flags = said("国境沿いの拡声器による放送の再開を宣言", "c", "USA")
    both = said("開城工業団地の操業を全面的に中断し、国境沿いの拡声器による放送を再開すると表明", "b", "KOR", "USA")
    assert {one.verdict for pair in ((closed, both), (flags, both)) for one in suggest(pair)} == {"same"}
    same = {frozenset((one.a, one.b)) for one in suggest((closed, flags, both)) if one.verdict == "same"}
    assert same == {frozenset((closed.id, both.id))}
