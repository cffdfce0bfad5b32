"""Many rows at once, as each engine takes them fastest."""

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import Connection, Table

from keii.store.rows import Row


def load(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows, which must all name the same columns."""
    if not rows:
        return
    names = tuple(rows[0])
    if connection.dialect.name != "postgresql":  # what the tables hold needs no turning into SQLite's types
        quoted, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
        cast(Any, connection.connection).executemany(f'INSERT INTO "{table.name}" ({quoted}) VALUES ({marks})', map(itemgetter(*names), rows))
        return
    makers = [table.c[name].type.dialect_impl(connection.dialect).bind_processor(connection.dialect) for name in names]
    copy_in(connection, table.name, names, (
        [make(row[name]) if make else row[name] for name, make in zip(names, makers, strict=True)] for row in rows))


def copy_in(connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Rows into a table of PostgreSQL by COPY."""
    with cast(Any, connection.connection).cursor() as cursor:
        quoted = ", ".join(f'"{name}"' for name in columns)
        with cursor.copy(f"COPY {table} ({quoted}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
