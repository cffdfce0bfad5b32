"""Pairs worth comparing: none is lost that matters, and their number grows with the events."""

import os
from datetime import date, timedelta
from time import perf_counter

import pytest
from weaving_cases import event

from keii.values.event import Event
from keii.weaving import gather, suggest
from keii.weaving.candidates import candidates
from keii.weaving.sketch import sketch

_MATTERS = ("拉致被害者", "軽水炉支援", "人道食糧", "遺骨返還", "離散家族", "合同演習", "石炭輸出", "金融取引", "海上検査", "国境貿易",
            "寧辺査察", "連絡事務所", "漁業水域", "観光事業", "鉄道連結", "水害救援", "医薬品", "留学生", "労働者派遣", "不審船")
_ACTS = ("CONSULT", "AGREE", "STATE", "ACCUSE", "SANCTION", "REQUEST")
_STATES = ("PRK", "USA", "JPN", "KOR", "CHN", "RUS")
_PLACES = ("北京", "平壌", "瀋陽", "東京", "モスクワ", "ジュネーブ", "ストックホルム")


def many(count: int) -> list[Event]:
    """Happenings strewn over thirty years, each told by one to five documents, every fourth to the month only."""
    found: list[Event] = []
    step = 0
    while len(found) < count:
        step += 1
        chance = step * 2654435761 % 2**32
        day = (date(1990, 1, 1) + timedelta(days=chance % 10957)).isoformat()
        matter, act = _MATTERS[chance // 7 % 20] + _MATTERS[chance // 151 % 20], _ACTS[chance // 11 % 6]
        one, other = _STATES[chance // 13 % 6], _STATES[(chance // 13 + 1 + chance // 17 % 5) % 6]
        for telling in range(1 + chance // 19 % 5):
            summary = f"{_PLACES[chance // 23 % 7]}で{matter}について協議した"
            found.append(event(summary, day[:7] if telling % 4 == 3 else day, doc=f"d{len(found) % 997}",
                               start=len(found) * 100, action=act, actors=(one, other), initiator=(one,),
                               target=(other,)))
    return found[:count]


def test_pairs_are_met_whatever_their_precision() -> None:
    told = [event("第五回核実験", text, doc=doc) for doc, text in
            (("a", "2016-09-09"), ("b", "2016-09-10"), ("c", "2016-09"), ("d", "2016"), ("e", "2016-09-08/2016-09-10"))]
    assert len(set(candidates([sketch(each) for each in told]))) == 10


def test_days_apart_and_other_matters_are_not_met() -> None:
    told = [event("核実験", "2016-09-09", doc="a"), event("核実験", "2016-09-12", doc="b"),
            event("遺骨を返還", "2016-09-09", doc="c", actors=("USA",), action="COOPERATE")]
    assert list(candidates([sketch(each) for each in told])) == []


def test_a_pair_comes_once() -> None:
    found = list(candidates([sketch(each) for each in many(600)]))
    assert len(found) == len(set(found))
    assert all(a < b for a, b in found)


def test_even_a_crowded_day_costs_each_event_a_bounded_number_of_pairs() -> None:
    crowd = [sketch(event("第六回核実験を実施", "2017-09-03", doc=f"d{at}")) for at in range(2000)]
    assert sum(1 for _ in candidates(crowd)) < 12 * len(crowd)


def test_a_crowd_that_tells_one_happening_is_one_occurrence() -> None:
    crowd = [event("第六回核実験を実施", "2017-09-03", doc=f"d{at}") for at in range(300)]
    assert len(gather(crowd, suggest(crowd))) == 1


def test_cost_grows_with_the_events_not_with_their_square() -> None:
    few, more = ([sketch(each) for each in many(count)] for count in (1_000, 8_000))
    pairs_of_few, pairs_of_more = (sum(1 for _ in candidates(each)) for each in (few, more))
    assert pairs_of_more < 8 * 3 * pairs_of_few


@pytest.mark.skipif("KEII_BENCH" not in os.environ, reason="takes two minutes: set KEII_BENCH to run it")
def test_a_hundred_thousand_events() -> None:
    few, more = many(1_000), many(100_000)
    start = perf_counter()
    suggest(few)
    between = perf_counter()
    suggest(more)
    assert perf_counter() - between < 100 * 5 * (between - start)
