"""What the two dialects of SQL do not say alike. Which of them is meant is told by the connection."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

from keii.store import fts5, grams
from keii.store.full_text import FullText
from keii.store.nul import as_written
from keii.store.rows import Row

_NAMED = re.compile(r":([a-z]\w*)")


def postgres(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def text_of(connection: Connection) -> FullText:
    """The full text of the engine that is connected to."""
    return grams if postgres(connection) else fts5


def upsert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows, each in place of the one with its primary key."""
    statement = postgresql.insert(table) if postgres(connection) else sqlite.insert(table)
    kept = {column.name: statement.excluded[column.name] for column in table.columns if not column.primary_key}
    connection.execute(statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=kept), rows)


def first(connection: Connection) -> str:
    """The join that is to be carried out from left to right."""
    return "JOIN" if postgres(connection) else "CROSS JOIN"


def names_any(connection: Connection, column: str, facts: Sequence[str]) -> str:
    """A condition: the JSON of `column`, a list of pairs, has a pair that begins with one of the parameters `facts`."""
    members, name = (f"jsonb_array_elements({column}::jsonb)", "m.value->>0") if postgres(connection) else (
        f"json_each({column})", "json_extract(m.value, '$[0]')")
    return f"EXISTS (SELECT 1 FROM {members} m WHERE {' OR '.join(f'{name} = :{fact}' for fact in facts)})"


def listed(connection: Connection, query: str, facts: Mapping[str, object]) -> Sequence[Mapping[str, Any]]:
    """The rows of a query in plain SQL with parameters written `:name`."""
    found = connection.exec_driver_sql(_spelled(query) if postgres(connection) else query, dict(facts))
    names = tuple(found.keys())
    if postgres(connection):
        return [dict(zip(names, map(as_written, row), strict=True)) for row in found]
    return [dict(zip(names, row, strict=True)) for row in found]


def numbers(connection: Connection, query: str, facts: Mapping[str, int]) -> Sequence[tuple[int, ...]]:
    """The rows of such a query that are all numbers, for what is asked very often: SQLite is spoken to directly."""
    if postgres(connection):
        return [tuple(row) for row in connection.exec_driver_sql(_spelled(query), dict(facts))]
    found: list[tuple[int, ...]] = cast(Any, connection.connection).execute(query, facts).fetchall()
    return found


def _spelled(query: str) -> str:
    """As psycopg writes parameters."""
    return _NAMED.sub(r"%(\1)s", query.replace("%", "%%").replace("::", "\0")).replace("\0", "::")
