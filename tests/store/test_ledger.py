import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from places_of_stores import Stand
from store_makers import document, event

from keii.errors import StoreError
from keii.values.decision import Anchor, Decision
from keii.values.span import Span
from own_server import Server

AT = "2026-04-01T09:00:00Z"


def decision(n: int, by: str = "田中") -> Decision:
    return Decision("note", (Anchor("a", "f00d", Span("a", n, n + 1, "字")),), by, AT, text=f"{n}番")


def test_what_is_decided_is_read_back_in_the_order_of_arrival(stand: Stand) -> None:
    made = [decision(n) for n in (3, 1, 2)]
    with stand.open() as store:
        assert store.append(made) == tuple(made)
    with stand.open() as store:
        assert store.decisions() == tuple(made)
        assert store.head() == 3


def test_the_same_decision_is_written_once(stand: Stand) -> None:
    with stand.open() as store:
        store.append([decision(1)])
        assert store.append([decision(1), decision(2)]) == (decision(2),)
        assert len(store.decisions()) == 2


def test_who_decides_on_an_outdated_ledger_writes_nothing(stand: Stand) -> None:
    with stand.open() as store:
        store.append([decision(1)], head=0)
        assert store.append([decision(2)], head=0) is None
        assert store.decisions() == (decision(1),)


@pytest.mark.parametrize("statement", [
    "UPDATE ledger SET payload = '{}'", "UPDATE ledger SET by = 'x' WHERE seq = 1", "DELETE FROM ledger",
    "INSERT INTO ledger SELECT seq, id, kind, 'x', at, \"of\", payload FROM ledger WHERE true "
    "ON CONFLICT (seq) DO UPDATE SET payload = '{}'",
])
def test_the_schema_keeps_the_ledger_from_change(stand: Stand, statement: str) -> None:
    with stand.open() as store:
        store.append([decision(1)])
    with pytest.raises((sqlite3.IntegrityError, RuntimeError), match="only ever added to"):
        stand.alter(statement)
    with stand.open() as store:
        assert store.decisions() == (decision(1),)


@pytest.mark.parametrize("statement", [
    "INSERT OR REPLACE INTO ledger SELECT seq, id, kind, 'x', at, of, payload FROM ledger",
    "INSERT OR REPLACE INTO ledger SELECT NULL, id, kind, 'x', at, of, payload FROM ledger",
    "REPLACE INTO ledger (seq, id, kind, by, at, payload) VALUES (1, 'new', 'note', 'x', 'y', '{}')",
])
def test_a_file_does_not_replace_either(tmp_path: Path, statement: str) -> None:
    stand = Stand(tmp_path / "k.db")
    with stand.open() as store:
        store.append([decision(1)])
    with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
        stand.alter(statement)
    with stand.open() as store:
        assert store.decisions() == (decision(1),)


def test_a_server_does_not_empty_it_either(server: Server) -> None:
    stand = Stand(server.fresh(), server)
    with stand.open() as store:
        store.append([decision(1)])
        with pytest.raises(RuntimeError, match="only ever added to"):
            stand.alter("TRUNCATE ledger")
        assert store.decisions() == (decision(1),)


def test_a_transaction_that_fails_leaves_no_gap(stand: Stand) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with stand.open() as store:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("keii.store.decided.mark", broken)
            with pytest.raises(KeyboardInterrupt):
                store.append([decision(1)])
        assert (store.head(), store.append([decision(2)]), store.head()) == (0, (decision(2),), 1)


def test_decisions_outlive_their_document(stand: Stand) -> None:
    with stand.open() as store:
        one = document("a", "首相が平壌を訪れた。")
        store.put(one, [event(one, "訪れた")], "v")
        store.append([decision(1)])
        store.remove(one.name)
        assert store.decisions() == (decision(1),)
        store.put(replace(one), [event(one, "訪れた")], "v")
        assert store.decisions() == (decision(1),)


def test_an_entry_that_was_tampered_with_is_named(stand: Stand) -> None:
    with stand.open() as store:
        store.append([decision(1)])
    trigger = "ledger_never_changed_by_row ON ledger" if stand.server else "ledger_never_updated"
    stand.alter(f"DROP TRIGGER {trigger}", "UPDATE ledger SET payload = replace(payload, '1番', '2番')")
    with stand.open() as store, pytest.raises(StoreError, match=r"store\.ledger"):
        store.decisions()
