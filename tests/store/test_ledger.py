import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from store_makers import document, event, gather

from keii.errors import StoreError
from keii.store import SqliteStore
from keii.values.decision import Anchor, Decision
from keii.values.span import Span

AT = "2026-04-01T09:00:00Z"


def decision(n: int, by: str = "田中") -> Decision:
    return Decision("note", (Anchor("a", "f00d", Span("a", n, n + 1, "字")),), by, AT, text=f"{n}番")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "k.db"


def opened(path: Path) -> SqliteStore:
    return SqliteStore.open(path, gather, write=True)


def test_what_is_decided_is_read_back_in_the_order_of_arrival(path: Path) -> None:
    made = [decision(n) for n in (3, 1, 2)]
    with opened(path) as store:
        assert store.append(made) == tuple(made)
    with opened(path) as store:
        assert store.decisions() == tuple(made)
        assert store.head() == 3


def test_the_same_decision_is_written_once(path: Path) -> None:
    with opened(path) as store:
        store.append([decision(1)])
        assert store.append([decision(1), decision(2)]) == (decision(2),)
        assert len(store.decisions()) == 2


def test_who_decides_on_an_outdated_ledger_writes_nothing(path: Path) -> None:
    with opened(path) as store:
        store.append([decision(1)], head=0)
        assert store.append([decision(2)], head=0) is None
        assert store.decisions() == (decision(1),)


@pytest.mark.parametrize("statement", [
    "UPDATE ledger SET payload = '{}'", "UPDATE ledger SET by = 'x' WHERE seq = 1", "DELETE FROM ledger",
    "INSERT OR REPLACE INTO ledger SELECT seq, id, kind, 'x', at, of, payload FROM ledger",
    "INSERT OR REPLACE INTO ledger SELECT NULL, id, kind, 'x', at, of, payload FROM ledger",
    "REPLACE INTO ledger (seq, id, kind, by, at, payload) VALUES (1, 'new', 'note', 'x', 'y', '{}')",
])
def test_the_schema_keeps_the_ledger_from_change(path: Path, statement: str) -> None:
    with opened(path) as store:
        store.append([decision(1)])
    with sqlite3.connect(path) as raw, pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
        raw.execute(statement)
    with opened(path) as store:
        assert store.decisions() == (decision(1),)


def test_decisions_outlive_their_document(path: Path) -> None:
    with opened(path) as store:
        one = document("a", "首相が平壌を訪れた。")
        store.put(one, [event(one, "訪れた")], "v")
        store.append([decision(1)])
        store.remove(one.name)
        assert store.decisions() == (decision(1),)
        store.put(replace(one), [event(one, "訪れた")], "v")
        assert store.decisions() == (decision(1),)


def test_an_entry_that_was_tampered_with_is_named(path: Path) -> None:
    with opened(path) as store:
        store.append([decision(1)])
    with sqlite3.connect(path) as raw:
        raw.execute("DROP TRIGGER ledger_never_updated")
        raw.execute("UPDATE ledger SET payload = replace(payload, '1番', '2番')")
    with opened(path) as store, pytest.raises(StoreError, match=r"store\.ledger"):
        store.decisions()
