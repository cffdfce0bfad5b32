"""A row is led by its best source, whoever told the happening first or most fully."""

import itertools
from dataclasses import replace

import pytest

from keii.values.event import Event, Step
from keii.values.occurrence import Conflict, Occurrence
from keii.values.source import Source
from keii.values.span import Span
from keii.workbench.leading import led

SOURCES = {"hakusho": Source(kind="white-paper"), "ronbun": Source(kind="journal-article"), "kaiko": Source(kind="memoir"),
           "kaitou": Source(kind="ai-answer"), "memo": Source()}


def told(doc: str, date: str, passages: int = 1) -> Event:
    spans = tuple(Span(doc, at * 10, at * 10 + 3, "核実験") for at in range(passages))
    return Event(doc=doc, date=date, mod=None, summary=f"核実験 {doc}", actors=("PRK",), initiator=("PRK",), target=(),
                 action="TEST", pillar="deterrence", status="realised", factuality="asserted", evidence=spans)


@pytest.mark.parametrize(("events", "leader"), [
    ((told("kaitou", "2009-05-25"), told("hakusho", "2009-05-26")), "hakusho"),
    ((told("kaitou", "2009-05-25"), told("hakusho", "2009")), "hakusho"),
    ((told("kaitou", "2009-05-25", 5), told("memo", "2009-05")), "memo"),
    ((told("kaiko", "2009-05-25"), told("hakusho", "2009-05")), "hakusho"),
    ((told("kaiko", "2009-05-25"), told("memo", "2009-05")), "kaiko"),
    ((told("hakusho", "2009-05"), told("ronbun", "2009-05-25")), "ronbun"),
    ((told("hakusho", "2009-05-25"), told("ronbun", "2009-05-25", 2)), "ronbun"),
    ((told("kaitou", "2009-05-25"),), "kaitou"),
])
def test_the_best_source_leads(events: tuple[Event, ...], leader: str) -> None:
    assert {led(Occurrence(order), SOURCES).lead.doc for order in itertools.permutations(events)} == {leader}


@pytest.mark.parametrize(("plan", "held", "leader"), [
    ("hakusho", "kaiko", "kaiko"), ("hakusho", "memo", "memo"), ("memo", "hakusho", "hakusho"), ("hakusho", "kaitou", "hakusho")])
def test_what_came_of_it_goes_before_the_plan_but_not_where_an_ai_tells_it(plan: str, held: str, leader: str) -> None:
    events = (replace(told(plan, "2009-05-25"), status="planned", factuality="forecast"), told(held, "2009-05"))
    assert {led(Occurrence(order), SOURCES).lead.doc for order in itertools.permutations(events)} == {leader}


def line(doc: str, summary: str, act: str, party: str = "北朝鮮") -> Event:
    spans = tuple(Step(field, "", "rule", Span(doc, 0, len(words), words)) for field, words in (("initiator", party), ("action", act)))
    return replace(told(doc, "2016-01-06"), summary=summary, trace=spans)


@pytest.mark.parametrize(("lines", "leader"), [
    ((("労働党大会の前後に二回の核実験が行なわれる", "核実験"), ("北朝鮮が4回目の核実験を行う", "核実験")), 1),
    ((("「核実験、1月6日」", "核実験"), ("北朝鮮、核実験", "核実験")), 1),
    ((("〔北朝鮮が〕核実験を行う", "核実験"), ("北朝鮮、核実験", "核実験")), 1),
    ((("北朝鮮の発射した「火星15」", "発射"), ("北朝鮮が「火星15」を発射した", "発射")), 1),
    ((("北朝鮮が咸鏡北道で核実験", "核実験"), ("北朝鮮、第4回核実験", "核実験"), ("北朝鮮が第4回核実験", "核実験")), 2),
])
def test_among_equals_the_line_that_stands_by_itself_and_says_what_the_others_say_leads(
        lines: tuple[tuple[str, str], ...], leader: int) -> None:
    events = [line(doc, *words) for doc, words in zip(("ronbun", "hakusho", "nenpyo"), lines, strict=False)]
    sources = {**SOURCES, "nenpyo": Source(kind="chronology")}
    assert {led(Occurrence(order), sources).lead.summary for order in itertools.permutations(events)} == {lines[leader][0]}


def test_nothing_but_the_order_changes() -> None:
    conflict = Conflict("date", (("hakusho", "2009-05-26"), ("kaitou", "2009-05-25")))
    before = Occurrence((told("kaitou", "2009-05-25"), told("hakusho", "2009-05-26")), (conflict,))
    after = led(before, SOURCES)
    assert after.id == before.id
    assert after.conflicts == before.conflicts
    assert set(after.events) == set(before.events)


def test_a_document_of_no_known_source_goes_before_an_ai_answer() -> None:
    assert led(Occurrence((told("kaitou", "2009-05-25"), told("lost", "2009"))), SOURCES).lead.doc == "lost"
