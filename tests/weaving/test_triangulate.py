"""How many independent sources carry an occurrence."""

import pytest
from weaving_cases import event

from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.weaving import independent


@pytest.mark.parametrize(("sources", "expected"), [
    ({}, 3),
    ({"a": Source(publisher="外務省"), "b": Source(publisher="防衛省")}, 3),
    ({"a": Source(publisher="外務省"), "b": Source(publisher="外 務 省")}, 2),
    ({"a": Source(author=("佐藤",)), "b": Source(author=("鈴木", "佐藤"))}, 2),
    ({"a": Source(author=("佐藤",)), "b": Source(author=("佐藤",), publisher="甲社"), "c": Source(publisher="甲社")}, 1),
    ({"a": Source(kind="ai-answer"), "b": Source(publisher="外務省")}, 2),
    ({"a": Source(kind="ai-answer"), "b": Source(kind="ai-answer"), "c": Source(kind="ai-answer")}, 0),
    ({"a": Source(published="2016"), "b": Source(), "c": Source()}, 3),
])
def test_independent(sources: dict[str, Source], expected: int) -> None:
    assert independent(Occurrence(tuple(event("核実験", doc=doc) for doc in "abc")), sources) == expected


def test_two_events_of_one_document_are_one_source() -> None:
    assert independent(Occurrence((event("核実験"), event("核実験", start=40))), {}) == 1
