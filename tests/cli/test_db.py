"""`keii db`: sound or not, a copy kept and taken back, moved; in a file and on a server."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from command_lines import Keii

from keii.errors import StoreError
from keii.settings import Settings
from keii.store.migrations import LATEST
from keii.workbench import Keeper
from own_server import Server


def chronology(keii: Keii, place: object) -> str:
    return keii("chronology", "--format", "json", "--db", place).out


@contextmanager
def altered(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as raw, raw:
        yield raw


def test_a_sound_database_is_said_to_be_sound(keii: Keii, papers: Path) -> None:
    keii("add", papers)
    ran = keii("db", "check")
    assert (ran.code, ran.err) == (0, "")
    assert "資料 3 件" in ran.out
    assert "異常はありません" in ran.out


def test_every_fault_is_named_and_a_copy_mends_it(keii: Keii, papers: Path, tmp_path: Path) -> None:
    keii("add", papers)
    before = chronology(keii, "store.db")
    assert keii("db", "backup", "copy.db").code == 0
    with altered(tmp_path / "store.db") as raw:
        raw.execute("UPDATE documents SET text = replace(text, '首相', '大統領') WHERE name = 'shimbun'")
    ran = keii("db", "check")
    assert ran.code == 1
    assert "shimbun" in ran.err
    assert "keii db restore" in ran.out
    assert keii("db", "restore", "copy.db").code == 0
    assert (chronology(keii, "store.db"), keii("db", "check").code) == (before, 0)
    assert keii("db", "check", "--db", "store.db.before-restore").code == 1


def test_restoring_twice_keeps_both_states(keii: Keii, papers: Path, tmp_path: Path) -> None:
    keii("add", papers)
    keii("db", "backup", "copy.db")
    keii("db", "restore", "copy.db")
    ran = keii("db", "restore", "copy.db")
    assert "store.db.before-restore-2" in ran.out
    assert sorted(one.name for one in tmp_path.glob("*.db*")) == [
        "copy.db", "store.db", "store.db.before-restore", "store.db.before-restore-2"]


def test_what_cannot_be_a_copy_is_refused_and_nothing_changes(keii: Keii, papers: Path, tmp_path: Path) -> None:
    keii("add", papers)
    before = (tmp_path / "store.db").read_bytes()
    (tmp_path / "text.db").write_text("これは控えではない。" * 50, encoding="utf-8")
    (tmp_path / "broken.db").write_bytes(before[:-8192] + b"\xff" * 8192)
    for file, code in (("nowhere.db", 1), ("text.db", 1), ("broken.db", 1), ("store.db", 2)):
        ran = keii("db", "restore", file)
        assert ran.code == code, file
        assert [file in line for line in ran.err.splitlines()] == [True], ran.err
    ran = keii("db", "backup", "text.db")
    assert (ran.code, "text.db" in ran.err) == (2, True)
    assert (tmp_path / "store.db").read_bytes() == before


def test_a_database_in_use_is_not_replaced(keii: Keii, papers: Path, tmp_path: Path) -> None:
    keii("add", papers)
    keii("db", "backup", "copy.db")
    with closing(sqlite3.connect(tmp_path / "store.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"store\.locked"):
            Keeper(Settings(tmp_path / "store.db", patience=0.1)).restore(tmp_path / "copy.db")
    assert keii("db", "check").code == 0


def test_a_copy_is_kept_before_the_tables_change(keii: Keii, papers: Path, tmp_path: Path) -> None:
    keii("add", papers)
    with altered(tmp_path / "store.db") as raw:
        raw.execute("DROP TABLE ledger")
        raw.execute("DROP TABLE reviewed")
        raw.execute("PRAGMA user_version = 3")
    assert keii("db", "check").code == 0
    with altered(tmp_path / f"store.db.before-v{LATEST}") as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (3,)
        assert raw.execute("SELECT count(*) FROM documents").fetchone() == (3,)
    keii("db", "check")
    assert len(list(tmp_path.glob("store.db.before*"))) == 1


def test_to_a_server_and_back_byte_for_byte(keii: Keii, papers: Path, server: Server) -> None:
    keii("add", papers)
    there = server.fresh()
    assert keii("db", "copy", "store.db", there).code == 0
    assert keii("db", "copy", there, "back.db").code == 0
    assert chronology(keii, there) == chronology(keii, "store.db") == chronology(keii, "back.db")
    refused = keii("db", "copy", "store.db", there)
    assert (refused.code, "空では" in refused.err) == (1, True)


def test_a_server_is_added_to_checked_and_copied_to_a_file(keii: Keii, papers: Path, server: Server) -> None:
    there, empty = server.fresh(), server.fresh()
    keii("add", papers)
    told = keii("add", papers, "--db", there)
    assert (told.code, "3 文書を追加" in told.out) == (0, True)
    assert "文書を追加" not in keii("add", papers, "--db", there).out
    assert chronology(keii, there) == chronology(keii, "store.db")
    assert keii("db", "check", "--db", there).code == 0
    assert keii("db", "backup", "copy.db", "--db", there).code == 0
    assert chronology(keii, "copy.db") == chronology(keii, there)
    assert keii("db", "restore", "copy.db", "--db", empty).code == 0
    assert chronology(keii, empty) == chronology(keii, there)
    assert keii("db", "restore", "copy.db", "--db", there).code == 1


def test_a_server_that_is_not_there_is_named_in_one_sentence(keii: Keii, papers: Path) -> None:
    for command in (("add", papers), ("chronology",), ("db", "check")):
        ran = keii(*command, "--db", "postgresql://tanaka:himitsu@127.0.0.1:9/study")
        assert ran.code == 1
        assert len(ran.err.splitlines()) == 1
        assert "himitsu" not in ran.err
        assert "接続できません" in ran.err
