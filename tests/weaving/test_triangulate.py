"""How many independent sources carry an occurrence."""

import pytest
from weaving_cases import event

from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.values.support import Support
from keii.weaving import independent, support


@pytest.mark.parametrize(("sources", "expected"), [
    ({}, 3),
    ({"a": Source(publisher="外務省"), "b": Source(publisher="防衛省")}, 3),
    ({"a": Source(publisher="外務省"), "b": Source(publisher="外 務 省")}, 2),
    ({"a": Source(author=("佐藤",)), "b": Source(author=("鈴木", "佐藤"))}, 2),
    ({"a": Source(author=("佐藤",)), "b": Source(author=("佐藤",), publisher="甲社"), "c": Source(publisher="甲社")}, 1),
    ({"a": Source(kind="ai-answer"), "b": Source(publisher="外務省")}, 2),
    ({"a": Source(kind="ai-answer"), "b": Source(kind="ai-answer"), "c": Source(kind="ai-answer")}, 0),
    ({"a": Source(published="2016"), "b": Source(), "c": Source()}, 3),
    ({"a": Source(cites=("b",))}, 2),
    ({"a": Source(cites=("b",)), "c": Source(cites=("b",))}, 1),
    ({"a": Source(cites=("elsewhere",)), "c": Source(cites=("elsewhere",))}, 3),
    ({"a": Source(cites=("b",)), "b": Source(publisher="甲社"), "c": Source(publisher="甲社")}, 1),
])
def test_independent(sources: dict[str, Source], expected: int) -> None:
    assert independent(Occurrence(tuple(event("核実験", doc=doc) for doc in "abc")), sources) == expected


WIRE = "外務省の局長級による政府間協議は十六日夕、懸案についてできるだけ早い時期に次の協議を開くことで合意して終わった"


@pytest.mark.parametrize(("one", "other", "expected"), [
    (WIRE, WIRE, 1),
    ("【北京共同】" + WIRE, WIRE[:45] + "と発表した", 1),
    (WIRE.replace("十六日", "\n１６日"), WIRE.replace("十六日", "16日"), 1),
    (WIRE, WIRE[:25] + "、と外務省が伝えた", 2),
    (f"甲によれば「{WIRE}」という", f"乙は「{WIRE}」と書く", 2),
])
def test_who_tells_it_in_the_same_words_is_no_second_source(one: str, other: str, expected: int) -> None:
    told = Occurrence((event(one, doc="a"), event(other, doc="b")))
    assert independent(told, {}) == expected
    found = support(told, {"a": Source(origin="JPN"), "b": Source(origin="JPN")})
    assert found.copied == (("a", "b"),) * (expected == 1)
    assert found.origins == (("JPN", expected),)
    assert independent(Occurrence((*told.events, event(WIRE, doc="c"))), {"c": Source(kind="ai-answer")}) == expected


def test_two_events_of_one_document_are_one_source() -> None:
    assert independent(Occurrence((event("核実験"), event("核実験", start=40))), {}) == 1


def test_support_counts_reports_apart_and_names_the_earliest() -> None:
    sources = {"a": Source(kind="journal-article", origin="JPN", published="2012", cites=("b",)),
               "b": Source(kind="newspaper", origin="JPN", published="2004-05-23"),
               "c": Source(kind="newspaper", origin="KOR", published="2004-05-24"),
               "d": Source(kind="ai-answer", published="2001")}
    told = Occurrence(tuple(event("首脳会談", doc=doc) for doc in "abcd"))
    assert support(told, sources) == Support(
        independent=2, reports=4, passages=4, earliest=("b", "2004-05-23"), origins=(("JPN", 1), ("KOR", 1)),
        families=(("press", 2), ("academic", 1)), relied=(("a", "b"),))


@pytest.mark.parametrize(("dates", "earliest"), [
    ({"a": "2004-05", "b": "2004-05-23"}, None),
    ({"a": "2004-05-23", "b": "2004-06"}, ("a", "2004-05-23")),
    ({"a": "2004", "b": None}, ("a", "2004")),
    ({"a": None}, None),
])
def test_the_earliest_report_is_told_where_it_is_sure(dates: dict[str, str | None], earliest: tuple[str, str] | None) -> None:
    sources = {doc: Source(published=published) for doc, published in dates.items()}
    assert support(Occurrence(tuple(event("首脳会談", doc=doc) for doc in dates)), sources).earliest == earliest
