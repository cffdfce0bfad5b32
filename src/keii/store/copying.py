"""A store into another place, whatever engine serves it there; and a file into a file beside it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from sqlalchemy import Connection, Table, delete, func, select

from keii.errors import StoreError
from keii.store import search_index
from keii.store.base import Backend
from keii.store.bulk import load
from keii.store.dialect import postgres
from keii.store.rows import Row
from keii.store.schema import documents, judgements, ledger, meta, metadata

_CHUNK = 500


def copy(source: Backend, target: Backend) -> None:
    """All that `source` holds into `target`, which must be empty, in one transaction: all of it or nothing.

    What is looked into (the full text of passages and rows) is left to be made anew there.
    """
    with source.reading() as there, target.writing(durable=True) as here:
        for table in (documents, judgements, ledger):
            if here.execute(select(func.count()).select_from(table)).scalar_one():
                raise StoreError("store.not_empty", file=target.place)
        here.execute(delete(meta))
        for table in metadata.sorted_tables:
            for rows in _chunks(there, table):
                load(here, table, rows)
            _count_on(here, table)
        search_index.forget(here)


def _chunks(connection: Connection, table: Table) -> Iterator[list[Row]]:
    streamed = connection.execution_options(stream_results=True).execute(select(table)).mappings()
    while chunk := streamed.fetchmany(_CHUNK):
        yield [dict(row) for row in chunk]


def _count_on(connection: Connection, table: Table) -> None:
    """Numbers that PostgreSQL gives by itself go on behind those that were copied."""
    counted = table.autoincrement_column
    if counted is not None and postgres(connection):
        last = connection.execute(select(func.max(counted))).scalar()
        connection.execute(select(func.setval(func.pg_get_serial_sequence(table.name, counted.name), last or 1, last is not None)))


def file_beside(path: Path, mark: str) -> Path:
    """A name beside `path` that nothing bears yet: `keii.db.before-restore`, then `keii.db.before-restore-2`."""
    names = (path.with_name(f"{path.name}.{mark}{'' if n == 1 else f'-{n}'}") for n in count(1))
    return next(name for name in names if not name.exists())


def copy_file(path: Path, to: Path) -> None:
    """An SQLite file as it stands at one moment, with what its log holds; `to` is whole or not there.

    Raises OSError or sqlite3.Error.
    """
    part = to.with_name(f"{to.name}.part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        part.replace(to)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
