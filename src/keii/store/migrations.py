"""The steps that bring a store of any age up to now; a step that has been released is never changed."""

from collections.abc import Callable

from sqlalchemy import Connection, delete

from keii.store import schema
from keii.store.dialect import postgres, text_of

MARK = "keii_store"
"""The table that marks a schema of PostgreSQL as a store of this program."""
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
    if postgres(connection):
        _keep_in_postgres(connection)
        return
    connection.exec_driver_sql(f"CREATE TRIGGER IF NOT EXISTS ledger_never_updated BEFORE UPDATE ON ledger {_KEEP}")
    connection.exec_driver_sql(f"CREATE TRIGGER IF NOT EXISTS ledger_never_deleted BEFORE DELETE ON ledger {_KEEP}")
    connection.exec_driver_sql("CREATE TRIGGER IF NOT EXISTS ledger_never_replaced BEFORE INSERT ON ledger "
                               f"WHEN EXISTS (SELECT 1 FROM ledger WHERE id = NEW.id OR seq = NEW.seq) {_KEEP}")


_WEAVING = (schema.rows, schema.briefs, schema.woven, schema.waiting, schema.agreed, schema.changed)


def m005_weaving(connection: Connection) -> None:
    """What weaving keeps; rows, which hold more now, are made anew from every document when the store is next looked into."""
    schema.rows.drop(connection)
    text_of(connection).clear(connection, "row_index")
    connection.execute(delete(schema.meta).where(schema.meta.c.key.in_(("woven", "rows"))))
    schema.metadata.create_all(connection, tables=_WEAVING)
    for index in (*schema.judgements.indexes, *schema.documents.indexes):
        index.create(connection, checkfirst=True)


def _keep_in_postgres(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE FUNCTION ledger_kept() RETURNS trigger LANGUAGE plpgsql AS "
                               "$$ BEGIN RAISE EXCEPTION 'the ledger is only ever added to'; END $$")
    for each, deeds in (("ROW", "UPDATE OR DELETE"), ("STATEMENT", "TRUNCATE")):
        connection.exec_driver_sql(f"CREATE TRIGGER ledger_never_changed_by_{each.lower()} BEFORE {deeds} ON ledger "
                                   f"FOR EACH {each} EXECUTE FUNCTION ledger_kept()")


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (m001_tables, m002_search, m003_findings, m004_ledger, m005_weaving)
LATEST = len(MIGRATIONS)


def found(connection: Connection) -> int | None:
    """The version of the schema that is here, None where PostgreSQL has none; a new file has 0."""
    if not postgres(connection):
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if connection.exec_driver_sql(f"SELECT to_regclass('{MARK}')").scalar_one() is None:
        return None
    return int(connection.exec_driver_sql(f"SELECT version FROM {MARK}").scalar_one())


def migrate(connection: Connection) -> None:
    """Run, inside the caller's transaction, the steps this store has not seen."""
    done = found(connection)
    if done is None:
        connection.exec_driver_sql(f"CREATE TABLE {MARK} (version integer NOT NULL, revision bigint NOT NULL)")
        connection.exec_driver_sql(f"INSERT INTO {MARK} VALUES (0, 0)")
    for step in MIGRATIONS[done or 0:]:
        step(connection)
    if (done or 0) < LATEST:
        connection.exec_driver_sql(f"UPDATE {MARK} SET version = {LATEST}" if postgres(connection)
                                   else f"PRAGMA user_version = {LATEST}")
