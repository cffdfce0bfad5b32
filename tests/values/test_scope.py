import pytest

from keii.values.event import Event
from keii.values.occurrence import Conflict, Occurrence
from keii.values.scope import Scope, matches
from keii.values.source import Source
from keii.values.span import Span

SOURCES = {"talks": Source(kind="newspaper", origin="JPN"), "answer": Source(kind="ai-answer")}


def event(date: str = "2004-05-22", doc: str = "talks", **fields: object) -> Event:
    quote = "小泉首相が\r\n平壌を訪れた"
    facts: dict[str, object] = {
        "mod": None, "summary": "日本の首相が訪朝", "actors": ("JPN", "PRK"), "initiator": ("JPN",), "target": ("PRK",),
        "action": "CONSULT", "pillar": "dialogue", "status": "realised", "factuality": "asserted",
        "evidence": (Span(doc, 0, len(quote), quote),), "issues": ("abduction",),
    }
    return Event(doc, date, **{**facts, **fields})  # type: ignore[arg-type]


VISIT = Occurrence((event(),))


@pytest.mark.parametrize(("scope", "chosen"), [
    (Scope(), True),
    (Scope(since="2004-05-22", until="2004-05-22"), True),
    (Scope(since="2004", until="2004"), True),
    (Scope(until="2004-04"), False),
    (Scope(since="2004-06"), False),
    (Scope(actors=("JPN",)), True),
    (Scope(actors=("JPN", "PRK")), True),
    (Scope(actors=("JPN", "USA")), False),
    (Scope(action=("TEST", "CONSULT")), True),
    (Scope(pillar=("sanctions",)), False),
    (Scope(status=("realised", "planned")), True),
    (Scope(factuality=("forecast",)), False),
    (Scope(issue=("abduction", "missile")), True),
    (Scope(issue=("missile",)), False),
    (Scope(origin=("JPN",)), True),
    (Scope(origin=("KOR",)), False),
    (Scope(family=("press",)), True),
    (Scope(family=("government",)), False),
    (Scope(docs=("tal",)), True),
    (Scope(docs=("answer",)), False),
    (Scope(text="平壌を訪れた"), True),
    (Scope(text="首相が平壌"), True),
    (Scope(text="訪 朝"), True),
    (Scope(text="核実験"), False),
    (Scope(min_sources=1), True),
    (Scope(min_sources=2), False),
    (Scope(single_source=True), True),
    (Scope(conflicts=True), False),
    (Scope(since="2004", actors=("JPN",), text="核実験"), False),
])
def test_a_row_belongs_where_all_filters_hold(scope: Scope, chosen: bool) -> None:
    assert matches(VISIT, scope, SOURCES, 1) is chosen


@pytest.mark.parametrize(("date", "since", "until", "chosen"), [
    ("2004", "2004-05", "2004-06", True),
    ("2004-21", "2004-05", None, True),
    ("2004-21", "2004-06", None, False),
    ("2007/..", "2006", "2008", True),
    ("2007/..", "2010", None, False),
    ("2007/..", None, "2006", False),
    ("2013/2015", "2014", "2014", True),
    ("2024-03-25~", "2024-03-25", "2024-03-25", True),
])
def test_a_window_takes_what_overlaps_it(date: str, since: str | None, until: str | None, chosen: bool) -> None:
    assert matches(Occurrence((event(date),)), Scope(since=since, until=until), SOURCES) is chosen


def test_what_goes_on_lies_in_every_later_window() -> None:
    assert matches(Occurrence((event("2007/..", status="ongoing"),)), Scope(since="2010"), SOURCES)


def test_documents_and_words_count_from_any_event() -> None:
    woven = Occurrence((event(), event(doc="answer", summary="第2回日朝首脳会談")))
    assert matches(woven, Scope(docs=("answer",)), SOURCES)
    assert matches(woven, Scope(text="第２回"), SOURCES)
    assert matches(woven, Scope(family=("ai-answer",)), SOURCES)


def test_conflicts_and_counts() -> None:
    disputed = Occurrence((event(),), (Conflict("date", (("talks", "2004-05-22"), ("answer", "2004-05-23"))),))
    assert matches(disputed, Scope(conflicts=True), SOURCES)
    assert matches(disputed, Scope(single_source=True), SOURCES, 0)
    assert not matches(disputed, Scope(single_source=True), SOURCES, 2)
    assert matches(disputed, Scope(min_sources=2), SOURCES, 2)


def test_filters_are_told_by_the_names_people_use() -> None:
    scope = Scope(since="2001", actors=("JPN", "PRK"), conflicts=True, min_sources=2)
    assert scope.filters == (("from", ("2001",)), ("actors", ("JPN", "PRK")), ("min_sources", ("2",)),
                             ("conflicts", ("only",)))
