from dataclasses import replace
from itertools import permutations

from review_makers import AGAIN, CODED, REPLY, SOUND, TEXTS, VISIT, Shelf, dated, decided, event, laid

from keii.review import heads
from keii.values.decision import Anchor, Decision
from keii.values.mark import Change
from keii.values.span import Span

FIX = dated(SOUND, "2002-07")


def test_without_decisions_events_stand_as_coded() -> None:
    assert laid().events == CODED


def test_an_edit_shows_in_place_of_what_was_coded_and_names_it() -> None:
    found = laid(FIX)
    changed = found.events[2]
    assert (changed.date, changed.review and changed.review.state, changed.review and changed.review.of) == ("2002-07", "corrected", SOUND.id)
    assert changed.review
    assert (changed.review.by, changed.review.at) == ("田中", "2026-04-01T09:00:00Z")
    assert found.events[:2] + found.events[3:] == (VISIT, AGAIN, REPLY)


def test_a_rejected_event_leaves_and_is_kept_apart() -> None:
    found = laid(decided("reject", SOUND))
    assert SOUND.id not in {one.id for one in found.events}
    assert [one.id for one in found.rejected] == [SOUND.id]


def test_an_accepted_event_keeps_its_id() -> None:
    found = laid(decided("accept", SOUND))
    assert found.events[2].id == SOUND.id
    assert found.events[2].review is not None


def test_an_added_event_appears() -> None:
    span = Span("b", 0, 7, TEXTS["b"][:7])
    add = Decision("add", (Anchor("b", Shelf().prints()["b"], span),), "田中", "2026-04-01T09:00:00Z",
                   (Change("date", (), ("2002-08",)), Change("action", (), ("COOPERATE",)), Change("initiator", (), ("JPN",))))
    found = laid(add)
    assert len(found.events) == 5
    assert (found.events[4].date, found.events[4].actors, found.events[4].evidence) == ("2002-08", ("JPN",), (span,))
    corrected = laid(add, dated(found.events[4], "2002-09", on=found))
    assert corrected.events[4].date == "2002-09"
    assert corrected.events[4].review is not None
    assert corrected.events[4].review.state == "added"


def test_what_was_said_of_an_event_stands_open_where_its_adding_is_undone() -> None:
    add = Decision("add", (Anchor("b", Shelf().prints()["b"], Span("b", 0, 7, TEXTS["b"][:7])),), "田中", "2026-04-01T09:00:00Z",
                   (Change("date", (), ("2002-08",)), Change("action", (), ("COOPERATE",)), Change("initiator", (), ("JPN",))))
    found = laid(add)
    note = decided("note", found.events[4], on=found, text="覚え", at="2026-04-02T09:00:00Z")
    undo = Decision("undo", add.about, "田中", "2026-04-03T09:00:00Z", of=add.id, after=(add.id,))
    redo = Decision("undo", add.about, "田中", "2026-04-04T09:00:00Z", of=undo.id, after=(undo.id,))
    assert not laid(add, note).questions
    assert [(one.why, one.decision.id) for one in laid(add, note, undo).questions] == [("unclear", note.id)]
    assert not laid(add, note, undo, redo).questions


def test_undoing_restores_exactly_and_undoing_that_brings_back() -> None:
    undo = decided("undo", SOUND, of=FIX.id, after=(FIX.id,), at="2026-04-02T09:00:00Z")
    redo = decided("undo", SOUND, of=undo.id, after=(undo.id,), at="2026-04-03T09:00:00Z")
    assert laid(FIX, undo).events == CODED
    assert laid(FIX, undo, redo).events == laid(FIX).events


def test_the_later_edit_goes_before_the_earlier_field_by_field() -> None:
    first = laid(FIX)
    second = decided("edit", first.events[2], on=first, by="佐藤", at="2026-04-02T09:00:00Z",
                     changes=(Change("status", ("proposed",), ("refused",)),))
    both = laid(FIX, second).events[2]
    assert (both.date, both.status) == ("2002-07", "refused")


def test_cause_goes_before_the_clock() -> None:
    first = laid(FIX)
    behind = dated(first.events[2], "2002-08", on=first, by="佐藤", at="2020-01-01T00:00:00Z")
    assert laid(FIX, behind).events[2].date == "2002-08"


def test_the_order_of_arrival_does_not_matter() -> None:
    first = laid(FIX)
    three = (FIX, dated(first.events[2], "2002-08", on=first), decided("merge", SOUND, REPLY), decided("reject", AGAIN))
    results = {laid(*order).events for order in permutations(three)}
    assert len(results) == 1


def test_merging_and_splitting_are_judgements_of_a_person_and_the_last_holds() -> None:
    merge = decided("merge", VISIT, SOUND)
    assert [(one.verdict, one.by) for one in laid(merge).judgements] == [("same", "田中")]
    merged = laid(merge)
    split = decided("split", merged.events[0], on=merged, apart=[merged.events[2]], at="2026-04-02T09:00:00Z")
    assert [one.verdict for one in laid(merge, split).judgements] == ["different"]


def test_a_merge_holds_on_what_was_corrected_afterwards() -> None:
    merge = decided("merge", VISIT, SOUND)
    merged = laid(merge)
    found = laid(merge, dated(merged.events[2], "2002-07", on=merged))
    assert {found.judgements[0].a, found.judgements[0].b} == {VISIT.id, found.events[2].id}


# coded anew

def test_a_decision_finds_its_event_when_it_is_coded_otherwise() -> None:
    anew = (VISIT, AGAIN, replace(SOUND, date="2002-06", summary="首脳会談を打診"), REPLY)
    found = laid(FIX, events=anew)
    assert found.events[2].date == "2002-07"
    assert found.questions == ()


def test_of_two_events_at_the_same_words_the_likelier_is_meant() -> None:
    other = replace(SOUND, action="COOPERATE", date="1999", initiator=("USA",), summary="まったく別のこと")
    found = laid(FIX, events=(VISIT, AGAIN, other, replace(SOUND, date="2002-06"), REPLY))
    assert [one.date for one in found.events] == ["2002-09-17", "2004-05-22", "1999", "2002-07", "2002"]


def test_where_two_events_may_be_meant_it_is_a_question_and_what_was_corrected_stands() -> None:
    twins = tuple(replace(SOUND, date="2002-06", key=(key,), target=target) for key, target in (("一", ()), ("二", ("PRK", "KOR"))))
    found = laid(FIX, events=(VISIT, AGAIN, *twins, REPLY))
    assert [(one.why, len(one.candidates)) for one in found.questions] == [("unclear", 2)]
    assert "2002-07" in [one.date for one in found.events]


def test_what_was_accepted_stands_when_it_is_coded_no_longer() -> None:
    found = laid(FIX, events=(VISIT, AGAIN, REPLY))
    kept = found.events[-1]
    assert (kept.date, kept.review and kept.review.kept) == ("2002-07", True)
    assert kept.evidence == SOUND.evidence


def test_a_rejection_of_what_is_coded_no_longer_is_quiet() -> None:
    found = laid(decided("reject", SOUND), events=(VISIT, AGAIN, REPLY))
    assert found.events == (VISIT, AGAIN, REPLY)
    assert found.questions == ()


# documents that change, go and come back

def test_words_that_moved_are_found_where_they_stand_now() -> None:
    texts = {**TEXTS, "b": "前書き。\n" + TEXTS["b"]}
    moved = event("b", SOUND.summary, "2002", texts, status="proposed")
    found = laid(FIX, events=(VISIT, AGAIN, moved), shelf=Shelf(texts))
    assert [one.date for one in found.events] == ["2002-09-17", "2004-05-22", "2002-07"]


def test_line_breaks_do_not_hide_words() -> None:
    texts = {**TEXTS, "b": TEXTS["b"].replace("首脳会談", "首脳\n会談")}
    moved = event("b", "北朝鮮に首脳\n会談を打診した", "2002", texts, status="proposed")
    assert [one.date for one in laid(FIX, events=(moved,), shelf=Shelf(texts)).events] == ["2002-07"]


def test_words_that_are_said_no_longer_are_a_question() -> None:
    found = laid(FIX, events=(VISIT,), shelf=Shelf({**TEXTS, "b": "書き直された本文。"}))
    assert [(one.why, one.decision) for one in found.questions] == [("unsaid", FIX)]


def test_a_document_that_is_gone_is_a_question_until_it_comes_back() -> None:
    without = Shelf({"a": TEXTS["a"]})
    gone = laid(FIX, events=(VISIT, AGAIN), shelf=without)
    assert [(one.why, one.decision) for one in gone.questions] == [("gone", FIX)]
    assert laid(FIX).questions == ()
    assert laid(FIX).events[2].date == "2002-07"


def test_a_document_that_goes_by_another_name_is_the_same() -> None:
    renamed = Shelf({"a": TEXTS["a"], "b~1": TEXTS["b"]})
    found = laid(FIX, events=(replace(SOUND, doc="b~1", evidence=(replace(SOUND.evidence[0], doc="b~1"),)),), shelf=renamed)
    assert [one.date for one in found.events] == ["2002-07"]


# two people who do not know of each other

def test_two_who_differ_unknowingly_are_shown_as_a_question_and_the_later_holds_meanwhile() -> None:
    other = dated(SOUND, "2002-08", by="佐藤", at="2026-04-02T09:00:00Z")
    found = laid(FIX, other)
    assert found.events[2].date == "2002-08"
    assert [(one.why, one.decision, one.others) for one in found.questions] == [("disagreement", other, (FIX,))]


def test_who_knows_both_settles_it() -> None:
    other = dated(SOUND, "2002-08", by="佐藤", at="2026-04-02T09:00:00Z")
    both = laid(FIX, other)
    assert set(heads((FIX, other))) == {FIX.id, other.id}
    settled = laid(FIX, other, dated(both.events[2], "2002-07", on=both, at="2026-04-03T09:00:00Z"))
    assert settled.questions == ()
    assert settled.events[2].date == "2002-07"


def test_two_who_agree_are_no_question() -> None:
    assert laid(FIX, dated(SOUND, "2002-07", by="佐藤")).questions == ()
    assert laid(decided("reject", SOUND), decided("reject", SOUND, by="佐藤")).questions == ()


def test_one_merges_what_another_splits() -> None:
    merge, split = decided("merge", VISIT, SOUND), decided("split", VISIT, apart=[SOUND], by="佐藤", at="2026-04-02T09:00:00Z")
    assert [(one.why, one.decision) for one in laid(merge, split).questions] == [("disagreement", split)]


def test_a_date_by_hand_that_the_document_does_not_bear_is_a_question() -> None:
    date = Decision("date", (Anchor("b", Shelf().prints()["b"]),), "田中", "2026-04-01T09:00:00Z",
                    (Change("published", (), ("2003-05",)),))
    assert [one.why for one in laid(date).questions] == ["unsaid"]
    assert laid(date, shelf=Shelf(dates={"b": "2003-05"})).questions == ()
