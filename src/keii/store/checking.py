"""Whether a store holds what it should: what the engine says of itself, quotes and texts, the ledger, the index."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from sqlalchemy import Connection, RowMapping, func, select
from sqlalchemy.exc import DBAPIError

from keii.errors import KeiiError, StoreError
from keii.store import ledger, rows, search_index
from keii.store.base import Backend
from keii.store.dialect import listed, postgres
from keii.store.schema import documents, events, findings, passages
from keii.store.schema import rows as rows_table
from keii.values.ids import content_id
from keii.values.span import Span

Made = TypeVar("Made")


def faults_of(backend: Backend) -> Iterator[KeiiError]:
    """All that is wrong with a store, as it stands at one moment; nothing where all is well."""
    with backend.reading() as connection:
        for found in (_engine, _texts, _ledger, _index):
            try:
                yield from found(connection, backend.place)
            except DBAPIError as error:
                yield StoreError("check.engine", file=backend.place, reason=str(error.orig))


def _engine(connection: Connection, place: str) -> Iterator[KeiiError]:
    """What SQLite finds in its file. PostgreSQL has no such command: it complains when what is damaged is read."""
    if postgres(connection):
        return
    for row in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if row[0] != "ok":
            yield StoreError("check.engine", file=place, reason=str(row[0]))
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield StoreError("check.orphan", file=place, table=row[0], parent=row[2])


def _texts(connection: Connection, place: str) -> Iterator[KeiiError]:
    """Each text is that of its hash, and everything coded from it quotes it as it stands."""
    for name in connection.execute(select(documents.c.name).order_by(documents.c.name)).scalars().all():
        text, held = connection.execute(select(documents.c.text, documents.c.print).where(documents.c.name == name)).one()
        if content_id("text", text) != held:
            yield StoreError("check.text", file=place, doc=name)
            continue
        for row in connection.execute(select(events).where(events.c.doc == name).order_by(events.c.place)).mappings():
            event = _made(rows.to_event, row)
            if event is None or event.id != row["id"] or not _quoted(event.evidence, name, text):
                yield StoreError("store.altered", file=place, doc=name, event=row["id"])
        for row in connection.execute(select(findings).where(findings.c.doc == name).order_by(findings.c.place)).mappings():
            finding = _made(rows.to_finding, row)
            if finding is None or not _quoted(finding.evidence, name, text):
                yield StoreError("store.altered", file=place, doc=name, event=f"{row['kind']} {row['place']}")


def _made(make: Callable[[rows.Row], Made], row: RowMapping) -> Made | None:
    """The value of a row, None where the row does not hold one."""
    try:
        return make(dict(row))
    except (ValueError, LookupError, TypeError):
        return None


def _quoted(spans: Iterable[Span], name: str, text: str) -> bool:
    return all(span.holds(text) for span in spans if span.doc == name)


def _ledger(connection: Connection, place: str) -> Iterator[KeiiError]:
    """Every entry is what its id says, and none is missing between the first and the last."""
    try:
        count = sum(1 for _ in ledger.read(connection))
    except ValueError as error:
        yield StoreError("store.ledger", file=place, reason=str(error))
        return
    if count != (last := ledger.head(connection)):
        yield StoreError("check.gap", file=place, n=last - count)


def _index(connection: Connection, place: str) -> Iterator[KeiiError]:
    """The index holds as many passages and rows as there are; where it is to be made anew, nothing is said of it."""
    for table, index in ((passages, "passage_index"), (rows_table, "row_index")):
        if search_index.current(connection):
            there = connection.execute(select(func.count()).select_from(table)).scalar_one()
            held = listed(connection, f"SELECT count(*) AS n FROM {index}", {})[0]["n"]
            if held != there:
                yield StoreError("check.index", file=place, index=index, held=held, there=there)
