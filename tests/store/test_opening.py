import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from store_makers import document, gather

from keii.errors import StoreError
from keii.store import Store
from keii.store.migrations import LATEST
from keii.values.judgement import Judgement
from keii.weaving import Renewed
from keii.workbench.laying import brief

NOTE = document("note", "覚え書き。")


def use(path: Path, *, write: bool) -> None:
    with Store.open(path, gather, write=write, patience=0.05) as store:
        if write:
            store.put(NOTE, (), "v1")
        store.sources()


def fault(path: Path, *, write: bool) -> StoreError:
    with pytest.raises(StoreError) as caught:
        use(path, write=write)
    assert caught.value.facts["file"] == str(path)
    return caught.value


@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_is_no_database(tmp_path: Path, write: bool) -> None:
    (tmp_path / "k.db").write_text("これは文書であってデータベースではない。" * 20, encoding="utf-8")
    assert fault(tmp_path / "k.db", write=write).key == "store.not_sqlite"


@pytest.mark.parametrize("write", [True, False])
def test_a_database_of_another_program(tmp_path: Path, write: bool) -> None:
    with closing(sqlite3.connect(tmp_path / "k.db")) as other, other:
        other.execute("CREATE TABLE mail (subject)")
    assert fault(tmp_path / "k.db", write=write).key == "store.foreign"


@pytest.mark.parametrize("write", [True, False])
def test_a_store_of_a_newer_version(tmp_path: Path, write: bool) -> None:
    Store.open(tmp_path / "k.db", gather, write=True).close()
    with closing(sqlite3.connect(tmp_path / "k.db")) as store, store:
        store.execute(f"PRAGMA user_version = {LATEST + 1}")
    newer = fault(tmp_path / "k.db", write=write)
    assert (newer.key, newer.facts["found"], newer.facts["known"]) == ("store.newer", LATEST + 1, LATEST)


def test_a_store_that_somebody_else_writes_to(tmp_path: Path) -> None:
    Store.open(tmp_path / "k.db", gather, write=True).close()
    with closing(sqlite3.connect(tmp_path / "k.db", isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        assert fault(tmp_path / "k.db", write=True).key == "store.locked"
        with Store.open(tmp_path / "k.db", gather) as reader:
            assert reader.sources() == []


def test_a_place_that_cannot_be_written_to(tmp_path: Path) -> None:
    assert fault(tmp_path / "nowhere" / "k.db", write=True).key == "store.unwritable"
    (tmp_path / "file").touch()
    assert fault(tmp_path / "file" / "k.db", write=True).key == "store.unwritable"
    assert fault(tmp_path, write=True).key == "store.folder"


def test_a_store_that_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    assert fault(tmp_path / "k.db", write=False).key == "store.missing"
    assert not (tmp_path / "k.db").exists()


def test_reading_never_writes(tmp_path: Path) -> None:
    with Store.open(tmp_path / "k.db", gather, write=True) as store:
        store.put(NOTE, (), "v1")
    before = (tmp_path / "k.db").read_bytes()
    with Store.open(tmp_path / "k.db", gather) as store:
        assert [name for name, _ in store.sources()] == ["note"]
        with pytest.raises(StoreError, match=r"store\.unwritable"):
            store.remove("note")
    assert (tmp_path / "k.db").read_bytes() == before


def beside(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir() if one != path)


def test_nothing_is_left_beside_the_file(tmp_path: Path) -> None:
    use(tmp_path / "k.db", write=True)
    assert beside(tmp_path / "k.db") == []
    use(tmp_path / "k.db", write=False)
    assert beside(tmp_path / "k.db") == []


def test_while_it_is_written_it_can_be_read(tmp_path: Path) -> None:
    with Store.open(tmp_path / "k.db", gather, write=True) as writer:
        writer.put(NOTE, (), "v1")
        assert beside(tmp_path / "k.db") == ["k.db-shm", "k.db-wal"]
        with Store.open(tmp_path / "k.db", gather) as reader:
            writer.remove("note")
            assert reader.sources() == []
        assert "k.db-wal" in beside(tmp_path / "k.db")
    assert beside(tmp_path / "k.db") == []


def test_a_reader_that_closes_last_clears_up(tmp_path: Path) -> None:
    writer = Store.open(tmp_path / "k.db", gather, write=True)
    writer.put(NOTE, (), "v1")
    with Store.open(tmp_path / "k.db", gather) as reader:
        reader.sources()
        writer.close()
        assert [name for name, _ in reader.sources()] == ["note"]
    assert beside(tmp_path / "k.db") == []


def test_a_log_left_by_a_program_that_died_is_read_and_cleared(tmp_path: Path) -> None:
    code = ("import os, sys; from pathlib import Path; from store_makers import document, gather\n"
            "from keii.store import Store\n"
            "store = Store.open(Path(sys.argv[1]), gather, write=True)\n"
            "store.put(document('note', '覚え書き。'), (), 'v1'); os._exit(9)")
    subprocess.run([sys.executable, "-c", code, tmp_path / "k.db"], cwd=Path(__file__).parent, check=False)
    assert "k.db-wal" in beside(tmp_path / "k.db")
    with Store.open(tmp_path / "k.db", gather) as store:
        assert [name for name, _ in store.sources()] == ["note"]
    assert beside(tmp_path / "k.db") == []


def test_opening_to_write_and_writing_nothing_changes_no_byte(tmp_path: Path) -> None:
    use(tmp_path / "k.db", write=True)
    before = (tmp_path / "k.db").read_bytes()
    Store.open(tmp_path / "k.db", gather, write=True).close()
    assert (tmp_path / "k.db").read_bytes() == before


def test_a_write_that_breaks_off_leaves_what_was_there(tmp_path: Path) -> None:
    with Store.open(tmp_path / "k.db", gather, write=True) as store:
        store.put(NOTE, (), "v1")

        first = Judgement("a", "b", "same", "sakata")
        store.put_judgements((first,))
        store.unweave("w1")
        batch = store.unwoven(10)
        assert batch is not None

        def renew(*_: object) -> Renewed:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            store.weave(batch, (), (), renew, brief)
        assert (store.begun(), store.behind(), list(store.all_judgements())) == ("w1", 1, [first])
        assert store.document("note") == NOTE
