"""The steps that bring a store of any age up to now; a step that has been released is never changed."""

from collections.abc import Callable

from sqlalchemy import Connection

from keii.store import schema
from keii.store.dialect import text_of

_FIRST = (schema.documents, schema.events, schema.judgements, schema.meta)


def m001_tables(connection: Connection) -> None:
    schema.metadata.create_all(connection, tables=_FIRST)


def m002_search(connection: Connection) -> None:
    """Tables for search; they are filled when the store is next looked into."""
    schema.metadata.create_all(connection, tables=(schema.passages, schema.rows))
    text_of(connection).create(connection, "passage_index")
    text_of(connection).create(connection, "row_index")


def m003_findings(connection: Connection) -> None:
    """The table of what the analyses need beside events; it fills as documents are added again."""
    schema.metadata.create_all(connection, tables=(schema.findings,))


_KEEP = "BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END"


def m004_ledger(connection: Connection) -> None:
    """What people decide, kept from change by the schema itself, and the events as they stand by it."""
    schema.metadata.create_all(connection, tables=(schema.ledger, schema.reviewed))
    connection.exec_driver_sql(f"CREATE TRIGGER IF NOT EXISTS ledger_never_updated BEFORE UPDATE ON ledger {_KEEP}")
    connection.exec_driver_sql(f"CREATE TRIGGER IF NOT EXISTS ledger_never_deleted BEFORE DELETE ON ledger {_KEEP}")
    connection.exec_driver_sql("CREATE TRIGGER IF NOT EXISTS ledger_never_replaced BEFORE INSERT ON ledger "
                               f"WHEN EXISTS (SELECT 1 FROM ledger WHERE id = NEW.id OR seq = NEW.seq) {_KEEP}")


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (m001_tables, m002_search, m003_findings, m004_ledger)
LATEST = len(MIGRATIONS)


def migrate(connection: Connection) -> None:
    """Run, inside the caller's transaction, the steps this store has not seen."""
    done = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    for step in MIGRATIONS[done:]:
        step(connection)
    if done < LATEST:
        connection.exec_driver_sql(f"PRAGMA user_version = {LATEST}")
