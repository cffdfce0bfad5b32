"""From judgements to occurrences: laws that hold for any judgements in any order."""

from hypothesis import given
from hypothesis import strategies as st
from weaving_cases import event

from keii.values.judgement import Judgement, Verdict
from keii.weaving import gather

EVENTS = [event(f"第{number}回核実験", doc=f"d{number}") for number in range(1, 8)]
IDS = sorted(each.id for each in EVENTS)


def judgement(a: int, b: int, verdict: Verdict, by: str = "rule:weave", score: float = 6.0) -> Judgement:
    low, high = sorted((IDS[a], IDS[b]))
    return Judgement(low, high, verdict, by, score)


def partition(judgements: list[Judgement]) -> set[frozenset[int]]:
    return {frozenset(IDS.index(each.id) for each in one.events) for one in gather(EVENTS, judgements)
            if len(one.events) > 1}


pairs = st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] != pair[1])
verdicts = st.sampled_from(["same", "same", "different", "unsure"])
judgements = st.builds(
    lambda pair, verdict, by, score: judgement(*pair, verdict, by, score),
    pairs, verdicts, st.sampled_from(["rule:weave", "rule:other", "Sato"]), st.integers(0, 12).map(float))
many = st.lists(judgements, max_size=14)


@given(many, st.randoms(use_true_random=False))
def test_order_does_not_matter(found: list[Judgement], chance: object) -> None:
    events, shuffled = list(EVENTS), list(found)
    chance.shuffle(events)  # type: ignore[attr-defined]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert gather(events, shuffled) == gather(EVENTS, found)


@given(many, judgements)
def test_taking_a_judgement_away_restores_the_former_state(found: list[Judgement], late: Judgement) -> None:
    before = gather(EVENTS, found)
    gather(EVENTS, [*found, late])
    kept = [*found, late]
    kept.remove(late)
    assert gather(EVENTS, kept) == before


@given(many)
def test_every_event_stands_in_one_occurrence(found: list[Judgement]) -> None:
    assert sorted(each.id for one in gather(EVENTS, found) for each in one.events) == IDS


@given(many)
def test_what_a_person_parts_stays_apart_even_through_a_third(found: list[Judgement]) -> None:
    parted = {(each.a, each.b) for each in found if each.by == "Sato" and each.verdict == "different"}
    for one in gather(EVENTS, found):
        ids = {each.id for each in one.events}
        assert not [pair for pair in parted if ids >= set(pair)]


@given(many)
def test_what_a_rule_parts_only_a_person_joins(found: list[Judgement]) -> None:
    found = [each for each in found if each.by != "Sato"]
    settled = {(each.a, each.b) for each in found if each.verdict == "different"}
    for one in gather(EVENTS, found):
        ids = {each.id for each in one.events}
        assert not [pair for pair in settled if ids >= set(pair)]


def test_components() -> None:
    assert partition([judgement(0, 1, "same"), judgement(1, 2, "same"), judgement(3, 4, "same")]) == {
        frozenset({0, 1, 2}), frozenset({3, 4})}


def test_the_weakest_link_gives_way() -> None:
    found = [judgement(0, 1, "same", score=9), judgement(1, 2, "same", score=7), judgement(0, 2, "different")]
    assert partition(found) == {frozenset({0, 1})}


def test_a_person_outranks_a_rule() -> None:
    assert partition([judgement(0, 1, "same", score=12), judgement(0, 1, "different", "Sato")]) == set()
    assert partition([judgement(0, 1, "different", score=12), judgement(0, 1, "same", "Sato", 0)]) == {
        frozenset({0, 1})}
    assert partition([judgement(0, 1, "same", score=12), judgement(0, 1, "unsure", "Sato")]) == set()


def test_judgements_on_unknown_events_are_passed_over() -> None:
    assert gather(EVENTS, [Judgement("0" * 16, IDS[0], "same", "Sato")]) == gather(EVENTS, [])


def test_ids_depend_on_the_events_alone() -> None:
    one = gather(EVENTS[:3], [judgement_of(0, 1)])
    other = gather(reversed(EVENTS[:3]), [judgement_of(0, 1)])
    assert [each.id for each in one] == [each.id for each in other]
    assert len({each.id for each in one}) == len(one)


def judgement_of(a: int, b: int) -> Judgement:
    low, high = sorted((EVENTS[a].id, EVENTS[b].id))
    return Judgement(low, high, "same", "Sato")


def test_the_most_exact_leads_and_occurrences_follow_time() -> None:
    vague, exact, early = (event("核実験", date, doc=doc) for date, doc in
                           (("2016-09", "a"), ("2016-09-09", "b"), ("2006-10-09", "c")))
    low, high = sorted((vague.id, exact.id))
    found = gather([vague, exact, early], [Judgement(low, high, "same", "Sato")])
    assert [each.lead.date for each in found] == ["2006-10-09", "2016-09-09"]
