"""The steps that bring a store of any age up to now; a step that has been released is never changed."""

from collections.abc import Callable

from sqlalchemy import Connection

from keii.store.schema import metadata


def m001_tables(connection: Connection) -> None:
    metadata.create_all(connection)


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (m001_tables,)
LATEST = len(MIGRATIONS)


def migrate(connection: Connection) -> None:
    """Run, inside the caller's transaction, the steps this store has not seen."""
    done = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    for step in MIGRATIONS[done:]:
        step(connection)
    if done < LATEST:
        connection.exec_driver_sql(f"PRAGMA user_version = {LATEST}")
