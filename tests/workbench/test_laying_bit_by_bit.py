"""However a store came to be what it is, its rows are what weaving everything anew makes of it."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from keii.errors import KeiiError
from keii.settings import Settings
from keii.store import Store
from keii.values.document import Block, Document
from keii.values.event import Event
from keii.values.request import Request
from keii.values.source import Source
from keii.workbench import Reviewer
from keii.workbench.digest import digest
from keii.workbench.laying import brief, weave, woven_in_passing
from keii.workbench.leading import led
from keii.workbench.opening import open_store

_ACTS = (("第五回核実験を実施した", "TEST"), ("5回目の核実験を強行した", "TEST"), ("弾道ミサイルを日本海へ発射した", "TEST"),
         ("平壌で首脳会談を行った", "CONSULT"), ("首脳会談に臨んだ", "CONSULT"), ("独自の制裁を発動した", "SANCTION"))
_DAYS = ("2016-09-09", "2016-09-10", "2016-09", "2016")
_Step = tuple[str, int, int]
_KINDS = ("put", "put", "put", "remove", "accept", "reject", "edit", "merge", "split", "undo")
STEPS = some.lists(some.tuples(some.sampled_from(_KINDS), some.integers(0, 5), some.integers(0, 10**6)), min_size=4, max_size=14)


def made(name: str, seed: int) -> tuple[Document, tuple[Event, ...]]:
    """A document of a few sentences, each an event."""
    told = [(_ACTS[(seed + 7 * at) % len(_ACTS)], _DAYS[(seed // 5 + 3 * at) % len(_DAYS)]) for at in range(1 + seed % 4)]
    text = "。\n".join(f"{at}、{'北朝鮮' if at % 2 else '日本'}は{act}" for at, ((act, _), _) in enumerate(told)) + "。"
    document = Document(name, text, Source(publisher=f"社{seed % 3}", published="2017"), (Block("paragraph", ((0, len(text)),)),))
    events, at = [], 0
    for line, ((act, action), day) in zip(text.split("\n"), told, strict=True):
        start = text.index(line, at)
        at = start + len(line)
        events.append(Event(name, day, None, act, ("PRK", "JPN"), ("PRK",), ("JPN",), action, "none", "realised", "asserted",
                            (document.span(start, at),)))
    return document, tuple(events)


def do(reviewer: Reviewer, step: _Step, number: int) -> None:
    kind, which, seed = step
    with open_store(reviewer.settings, write=True) as store:
        if kind == "put":
            store.put(*made(f"d{which}", seed), "v")
        if kind == "remove":
            store.remove(f"d{which}")
        if kind in ("put", "remove"):
            weave(store)
            return
        ids = sorted(row for row in {*store.rows_of(one.id for one in store.events()).values()})
    if not ids:
        return
    one, other, at = ids[seed % len(ids)], ids[seed // 7 % len(ids)], f"2026-04-01T00:00:{number:02}Z"
    try:
        if kind == "undo":
            reviewer.undo(one, by="田中", at=at)
        elif kind == "merge":
            reviewer.decide(Request("merge", (one, other)), by="田中", at=at)
        elif kind == "edit":
            reviewer.decide(Request("edit", (one,), (("date", (_DAYS[seed % 2],)),)), by="佐藤", at=at)
        elif kind == "split":
            event = reviewer.item(one).entry.occurrence.events[-1].id
            reviewer.decide(Request("split", (one,), apart=(event,)), by="佐藤", at=at)
        else:
            reviewer.decide(Request(kind, (one,)), by="田中", at=at)  # type: ignore[arg-type]
    except KeiiError:  # a merge of a row with itself, nothing to undo: refused, and nothing is written
        return


def as_it_is(store: Store) -> None:
    everything = {row.id: row for row in woven_in_passing(store)}
    with store.view(lambda row, _: row) as view:
        assert {row.id: row for row in view.rows()} == everything
    sources = dict(store.sources())
    assert {row.id: row for _, _, row in store.briefs()} == {id: brief(row, sources) for id, row in everything.items()}
    assert store.counts().rows == len(everything)
    assert list(store.faults()) == []


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_any_order_of_adding_removing_and_deciding(tmp_path_factory: object, steps: list[_Step]) -> None:
    folder: Path = tmp_path_factory.mktemp("bit")  # type: ignore[attr-defined]
    where = Settings(folder / "k.db")
    reviewer = Reviewer(where)
    with open_store(where, write=True) as store:
        store.unweave("v")
    for number, step in enumerate(steps):
        do(reviewer, step, number)
    with open_store(where) as store:
        assert store.woven() == "v"
        as_it_is(store)


def test_a_decision_writes_the_rows_it_touches_alone(tmp_path: Path) -> None:
    where = Settings(tmp_path / "k.db")
    with open_store(where, write=True) as store:
        store.unweave("v")
        for number in range(12):
            store.put(*made(f"d{number}", 10 + 17 * number), "v")
        weave(store)
        before = store.turns()
        row = next(row for _, _, row in store.briefs() if len(row.docs) == 1)
    Reviewer(where).decide(Request("accept", (row.id,)), by="田中", at="2026-04-01T00:00:00Z")
    with open_store(where) as store:
        after = store.turns()
        as_it_is(store)
    assert len(before.items() - after.items()) == 1
    assert before.keys() == after.keys()


def test_a_brief_is_what_is_shown(tmp_path: Path) -> None:
    where = Settings(tmp_path / "k.db")
    with open_store(where, write=True) as store:
        store.unweave("v")
        store.put(*made("d", 3), "v")
        weave(store)
        sources = dict(store.sources())
        for row in woven_in_passing(store):
            assert brief(row, sources) == digest(led(row, sources), sources, 1)
