"""The examples of the codebook are read as it says (they are shown in docs/coding.md)."""

import re

import pytest
from made_events import coded

from keii.codebooks.draft import Example, read_draft
from keii.codebooks.handbook import UNREAD
from keii.codebooks.loader import folder_of

DRAFT = read_draft(folder_of("korean_peninsula"))
EXAMPLES = [placed.value for placed in DRAFT.examples]
HEDGES = {placed.value.pattern: placed.value for placed in DRAFT.hedges}
FIELDS = {"action": "action", "statuses": "status", "factualities": "factuality"}


@pytest.mark.parametrize("example", [one for one in EXAMPLES if one.of in FIELDS], ids=lambda one: f"{one.key} {one.text[:20]}")
def test_an_action_a_status_a_factuality(example: Example) -> None:
    assert example.key in {getattr(event, FIELDS[example.of]) for event in coded(example.text)}


@pytest.mark.parametrize("example", [one for one in EXAMPLES if one.of == "hedge"], ids=lambda one: one.text[:20])
def test_a_cue(example: Example) -> None:
    hedge = HEDGES[example.key]
    assert re.search(hedge.pattern, example.text)
    events = coded(example.text)
    if hedge.note == "recommendation":
        assert events == ()
    else:
        assert hedge.to in {getattr(event, hedge.sets) for event in events}


def test_every_action_has_at_least_four_examples() -> None:
    for placed in DRAFT.actions:
        assert sum((one.of, one.key) == ("action", placed.value.id) for one in EXAMPLES) >= 4


def test_every_cue_has_an_example_or_says_that_it_is_not_read_yet() -> None:
    shown = {one.key for one in EXAMPLES if one.of == "hedge"}
    bare = [hedge for hedge in HEDGES.values() if hedge.pattern not in shown]
    assert all(hedge.note == UNREAD for hedge in bare)
    assert len(bare) <= 6


def test_every_status_and_factuality_has_an_example() -> None:
    shown = {(one.of, one.key) for one in EXAMPLES}
    for name, topics in DRAFT.topics:
        if name in FIELDS:
            assert all((name, placed.value.id) in shown for placed in topics)
