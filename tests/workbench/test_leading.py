"""A row is led by its best source, whoever told the happening first or most fully."""

import itertools

import pytest

from keii.values.event import Event
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


def test_nothing_but_the_order_changes() -> None:
    conflict = Conflict("date", (("hakusho", "2009-05-26"), ("kaitou", "2009-05-25")))
    before = Occurrence((told("kaitou", "2009-05-25"), told("hakusho", "2009-05-26")), (conflict,))
    after = led(before, SOURCES)
    assert after.id == before.id
    assert after.conflicts == before.conflicts
    assert set(after.events) == set(before.events)


def test_a_document_of_no_known_source_goes_before_an_ai_answer() -> None:
    assert led(Occurrence((told("kaitou", "2009-05-25"), told("lost", "2009"))), SOURCES).lead.doc == "lost"
