"""Weaving a few events into many gives what weaving all of them gives."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from loom_in_memory import Kept
from weaving_cases import HERE, coded, event, rows

from keii.values.event import Event
from keii.values.judgement import Judgement
from keii.weaving import gather, renew, suggest

_WHAT = ("第五回核実験を実施", "第四回核実験を実施", "5回目の核実験を強行", "ミサイル発射を強行", "中距離弾道ミサイルを日本海へ発射",
         "核実験とミサイル発射")
_WHEN = ("2016-09-09", "2016-09-10", "2016-09", "2016", "2016-09-08/2016-09-10", "2016-10", "2017-09-09")
_POOL = tuple(event(what, when, doc=f"d{doc}", action=action) for what in _WHAT for when in _WHEN for doc in range(3)
              for action in ("TEST", "MOBILIZE"))
_Step = tuple[str, list[int]]


def _steps() -> some.SearchStrategy[list[_Step]]:
    which = some.lists(some.integers(0, len(_POOL) - 1), min_size=1, max_size=40, unique=True)
    return some.lists(some.tuples(some.sampled_from(("add", "add", "remove", "change", "judge")), which), max_size=8)


def _do(kept: Kept, kind: str, which: list[int]) -> None:
    chosen = [_POOL[at] for at in which]
    gone = [one.id for one in chosen if one.id in kept.told]
    if kind == "judge":
        ids = sorted(kept.told)[: len(which)]
        for one, other, verdict in zip(ids, ids[1:], ("same", "different", "same", "unsure") * 10, strict=False):
            kept.judged[one, other, "田中"] = Judgement(one, other, verdict, "田中")
        kept.take(renew(kept, (), (), ids))
        return
    fresh = []
    if kind == "add":
        fresh, gone = [one for one in chosen if one.id not in kept.told], []
    if kind == "change":
        fresh = [replace(kept.told[id], place="平壌" if kept.told[id].place is None else None, actors=("PRK", "KOR")) for id in gone]
    _renew(kept, gone, fresh)


def _renew(kept: Kept, gone: list[str], fresh: list[Event]) -> None:
    for id in gone:
        del kept.told[id]
    kept.told |= {one.id: one for one in fresh}
    kept.take(renew(kept, gone, fresh))


def _same_as_all_anew(kept: Kept) -> None:
    events = tuple(kept.told.values())
    assert sorted(one for one in kept.judged.values() if one.by.startswith("rule:")) == list(suggest(events))
    expected = {row.id: row for row in gather(events, kept.judged.values())}
    assert kept.rows == expected


@settings(max_examples=40, deadline=None)
@given(_steps())
def test_any_order_of_adding_removing_changing_and_judging(steps: list[_Step]) -> None:
    kept = Kept()
    for kind, which in steps:
        _do(kept, kind, which)
        _same_as_all_anew(kept)


@pytest.mark.parametrize("size", [1, 7, 100])
def test_events_of_erring_coders_in_batches(size: int) -> None:
    told = [coded(row, place, noise=1) for place, row in enumerate(rows(HERE / "events.jsonl"))]
    Random(size).shuffle(told)
    kept = Kept()
    for start in range(0, len(told), size):
        _renew(kept, [], told[start : start + size])
    _same_as_all_anew(kept)


def test_a_crowd_comes_and_goes() -> None:
    crowd = [event("第六回核実験を実施" + "、観測" * (at % 3), "2017-09-03" if at % 4 else "2017-09", doc=f"d{at}") for at in range(64)]
    Random(1).shuffle(crowd)
    kept = Kept()
    for start in range(0, 64, 7):
        _renew(kept, [], crowd[start : start + 7])
    _same_as_all_anew(kept)
    for start in range(0, 40, 9):
        _renew(kept, [one.id for one in crowd[start : start + 9]], [])
    _same_as_all_anew(kept)
