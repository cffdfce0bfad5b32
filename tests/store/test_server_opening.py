"""Opening a database of a server: who may, whether it is ours, who writes while others read."""

from threading import Thread

import pytest
from places_of_stores import Stand
from store_makers import document

from keii.errors import StoreError
from keii.store import Store, migrations
from keii.store.migrations import LATEST
from keii.values.decision import Anchor, Decision
from keii.values.span import Span
from own_server import Server

NOTE = document("note", "覚え書き。")


@pytest.fixture
def stand(server: Server) -> Stand:
    return Stand(server.fresh(), server)


def fault(stand: Stand, *, write: bool = True) -> StoreError:
    with pytest.raises(StoreError) as caught, stand.open(write=write, patience=0.1) as store:
        store.put(NOTE, (), "v1")
    assert str(caught.value.facts["file"]).startswith("postgresql://")
    return caught.value


def test_reading_makes_nothing(stand: Stand) -> None:
    assert fault(stand, write=False).key == "store.empty"
    assert stand.server
    assert stand.server.sql("\\dt", url=str(stand.place)) == ""


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    told = fault(Stand("postgresql://me:secret@127.0.0.1:9/talks"))
    assert (told.key, told.facts["file"]) == ("store.unreachable", "postgresql://me@127.0.0.1:9/talks")
    assert "refused" in str(told.facts["reason"])


@pytest.mark.parametrize(("change", "said"), [(("/postgres?", "/nowhere?"), "nowhere"), (("keii@", "nobody-here@"), "nobody-here")])
def test_a_database_or_user_that_is_not_there_is_named(server: Server, change: tuple[str, str], said: str) -> None:
    told = fault(Stand(server.url.replace(*change)))
    assert told.key == "store.unreachable"
    assert said in str(told.facts["reason"])


def test_an_address_that_is_none() -> None:
    with pytest.raises(StoreError, match=r"store\.address") as caught:
        Stand("postgresql://me:secret@host:port/x").open()
    assert caught.value.facts["file"] == "postgresql://me@host:port/x"


def test_tables_of_another_program(stand: Stand) -> None:
    stand.alter("CREATE TABLE documents (name text)")
    assert fault(stand).key == "store.foreign"


def test_a_database_of_another_encoding(server: Server) -> None:
    server.sql("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0")
    told = fault(Stand(server.url.replace("/postgres?", "/latin?")))
    assert (told.key, told.facts["found"]) == ("store.encoding", "LATIN1")


def test_a_store_of_a_newer_version(stand: Stand) -> None:
    stand.open().close()
    stand.alter(f"UPDATE keii_store SET version = {LATEST + 1}")
    for write in (True, False):
        newer = fault(stand, write=write)
        assert (newer.key, newer.facts["found"], newer.facts["known"]) == ("store.newer", LATEST + 1, LATEST)


def test_who_may_only_read_is_told_so(stand: Stand, server: Server) -> None:
    stand.open().close()
    schema = str(stand.place).rsplit("%3D", 1)[1]
    server.sql("DROP OWNED BY guest" if server.sql("SELECT 1 FROM pg_roles WHERE rolname = 'guest'") else "CREATE ROLE guest LOGIN",
               f"GRANT USAGE ON SCHEMA {schema} TO guest", f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO guest")
    guest = Stand(str(stand.place).replace("keii@", "guest@"), server)
    assert fault(guest).key == "store.forbidden"
    with guest.open(write=False) as reader:
        assert reader.sources() == []


def test_a_reader_sees_one_moment_and_waits_for_nobody(stand: Stand) -> None:
    with stand.open() as writer, stand.open(write=False, patience=0.1) as reader:
        with writer._backend.writing() as connection:
            connection.exec_driver_sql("DELETE FROM documents")
            assert reader.sources() == []
            with stand.open(write=False, patience=0.1) as another:
                assert another.sources() == []
            assert fault(stand).key == "store.locked"
        writer.put(NOTE, (), "v1")
        before = reader.revision()
        writer.remove("note")
        assert reader.revision() == before + 1


def test_a_reader_cannot_write(stand: Stand) -> None:
    stand.open().close()
    with stand.open(write=False) as reader, reader._backend.reading() as connection, \
            pytest.raises(Exception, match="read-only"):
        connection.exec_driver_sql("DELETE FROM documents")


def test_several_write_at_once_and_nothing_is_lost(stand: Stand) -> None:
    """Four writers, each of whom adds documents and decides; the ledger has no gap and no decision twice."""
    stand.open().close()

    def work(number: int) -> None:
        with stand.open(patience=30) as store:
            for n in range(8):
                store.put(document(f"d{number}-{n}", f"{number}の{n}。"), (), "v1")
                anchor = Anchor("a", "f00d", Span("a", n, n + 1, "字"))
                store.append([Decision("note", (anchor,), f"人{number}", "2026-04-01T09:00:00Z", text=f"{n}番")])

    threads = [Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with stand.open(write=False) as store:
        assert len(store.versions()) == 32
        assert (len(store.decisions()), store.head(), list(store.faults())) == (32, 32, [])


def test_a_connection_that_is_cut_is_told_and_nothing_of_it_stays(stand: Stand, server: Server) -> None:
    with stand.open() as store:
        store.put(NOTE, (), "v1")
        with pytest.raises(StoreError, match=r"store\.lost"):
            _cut_while_writing(store, server)
    with stand.open() as store:
        assert store.document("note") == NOTE


def _cut_while_writing(store: Store, server: Server) -> None:
    with store._backend.writing() as connection:
        connection.exec_driver_sql("DELETE FROM documents")
        number = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        server.sql(f"SELECT pg_terminate_backend({number})")
        connection.exec_driver_sql("SELECT 1")


def test_a_step_is_taken_once_and_what_was_before_it_is_kept(stand: Stand, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    with stand.open() as store:
        store.put(NOTE, (), "v1")

    def step(connection: object) -> None:
        connection.exec_driver_sql("ALTER TABLE documents ADD COLUMN later text")  # type: ignore[attr-defined]

    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, step))
    for module in ("migrations", "postgres"):
        monkeypatch.setattr(f"keii.store.{module}.LATEST", LATEST + 1)
    for _ in range(2):
        with stand.open(write=False) as store:
            assert store.document("note") == NOTE
    schema = str(stand.place).rsplit("%3D", 1)[1]
    assert server.sql(f"SELECT name FROM {schema}_before_v{LATEST + 1}.documents") == "note"


def test_what_is_not_installed_is_named(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise ModuleNotFoundError("psycopg")

    monkeypatch.setattr("keii.store.postgres.create_engine", missing)
    with pytest.raises(StoreError, match=r"store\.no_driver"):
        Store.open(stand.place, lambda *_: (), write=True)
