"""What is wrong with a store is found and named."""

from pathlib import Path

import pytest
from places_of_stores import Stand
from store_makers import document, event, woven

from keii.settings import settings
from keii.store import Store
from keii.values.decision import Anchor, Decision
from keii.values.span import Span
from keii.values.view import Passage
from keii.workbench import Keeper

TEST = document("test", "2006年10月9日、北朝鮮は核実験を行った。")


def decision(n: int) -> Decision:
    return Decision("note", (Anchor("a", "f00d", Span("a", n, n + 1, "字")),), "田中", "2026-04-01T09:00:00Z", text="残す")


def filled(stand: Stand) -> None:
    with stand.open() as store:
        passage = Passage("test", 0, "paragraph", TEST.text, ((0, len(TEST.text)),), ("2006-10-09",), "stated", ("PRK",), (0,))
        store.put(TEST, (event(TEST, "北朝鮮は核実験を行った"),), "v1", passages=(passage,))
        store.append([decision(1), decision(2), decision(3)])
        woven(store)
        store.index()


def keys(store: Store) -> list[str]:
    return [fault.key for fault in store.faults()]


def test_a_sound_store_has_no_fault(stand: Stand) -> None:
    filled(stand)
    with stand.open() as store:
        assert keys(store) == []


@pytest.mark.parametrize(("key", "alter"), [
    ("check.text", "UPDATE documents SET text = replace(text, '核', '某')"),
    ("store.altered", "UPDATE events SET payload = replace(payload, '核実験', '核の実験')"),
    ("check.index", "DELETE FROM passages"),
    ("check.index", "DELETE FROM rows"),
])
def test_what_was_altered_is_named(stand: Stand, key: str, alter: str) -> None:
    filled(stand)
    stand.alter(alter)
    with stand.open() as store:
        assert set(keys(store)) == {key}
        found = Keeper(settings({}, db=str(stand.place))).check()
        assert (found.documents, found.decisions, {fault.key for fault in found.faults}) == (1, 3, {key})


def test_a_decision_that_is_gone_or_was_altered_is_named(stand: Stand) -> None:
    filled(stand)
    if stand.server:
        stand.alter("DROP TRIGGER ledger_never_changed_by_row ON ledger")
    else:
        stand.alter("DROP TRIGGER ledger_never_deleted", "DROP TRIGGER ledger_never_updated")
    stand.alter("DELETE FROM ledger WHERE seq = 2")
    with stand.open() as store:
        assert keys(store) == ["check.gap"]
    stand.alter("UPDATE ledger SET payload = replace(payload, '田中', '山田')")
    with stand.open() as store:
        assert keys(store) == ["store.ledger"]


def test_a_file_with_a_broken_page_is_named(tmp_path: Path) -> None:
    stand = Stand(tmp_path / "k.db")
    filled(stand)
    data = bytearray(stand.place.read_bytes() if isinstance(stand.place, Path) else b"")
    data[9 * 4096 : 10 * 4096] = b"\xff" * 4096
    Path(stand.place).write_bytes(data)
    with stand.open(write=False) as store:
        assert set(keys(store)) & {"check.engine"}
