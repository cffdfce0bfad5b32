"""A store in a PostgreSQL database: how it is reached, whether it is ours, how transactions begin, what its faults mean.

One writes at a time, as in a file: a transaction that writes holds a lock of this program's own, and sees what those
before it left. Whoever reads sees one moment and waits for nobody.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from sqlalchemy import Connection, Engine, create_engine, inspect
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, StatementError

from keii.errors import StoreError
from keii.store.migrations import LATEST, MARK, found, migrate

_LOCK = 0x4B454949
_SECONDS_TO_CONNECT = "10"

_PASSWORD = re.compile(r"(?<=[^/]):[^:@/]*@")

_FAULTS = {
    "55P03": "store.locked",  # lock_not_available
    "53100": "store.full",  # disk_full
    "53": "store.overloaded",  # insufficient_resources
    "25006": "store.unwritable",  # read_only_sql_transaction
    "42501": "store.forbidden",  # insufficient_privilege
    "57P": "store.lost",  # shut down
    "08": "store.lost",  # connection_exception
    "XX001": "store.damaged",  # data_corrupted
    "XX002": "store.damaged",  # index_corrupted
}
"""By the codes of PostgreSQL's manual, appendix A; the longest that fits holds."""


class Postgres:
    """The engine of one database, in the first schema of its search path."""

    def __init__(self, place: str, engine: Engine, patience: float) -> None:
        self._place = place
        self._engine = engine
        self._reads = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        self._wait = f"SET LOCAL lock_timeout = {max(1, round(patience * 1000))}"

    @classmethod
    def open(cls, address: str, *, write: bool, patience: float) -> Self:
        """The store at `address`; with `write` it is made where there is none, and brought up to date where it is old.

        Raises StoreError where the database cannot be reached or used, has no store to read or one of a newer version.
        """
        place, engine = _engine(address)
        opened = cls(place, engine, patience)
        try:
            with faults(place, connecting=True), engine.connect() as connection:
                version = _version(connection, place)
            if version is None and not write:
                raise StoreError("store.empty", file=place)
            if version is None or version < LATEST:
                with opened._alone() as connection:
                    if version:
                        _keep_copy(connection)
                    migrate(connection)
        except BaseException:
            opened.close()
            raise
        return opened

    @property
    def place(self) -> str:
        return self._place

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with faults(self._place), self._reads.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[Connection]:
        """With `durable` it is on the disk when it ends, however the server is set up for the rest."""
        with self._alone() as connection:
            if durable:
                connection.exec_driver_sql("SET LOCAL synchronous_commit = on")
            connection.exec_driver_sql(f"UPDATE {MARK} SET revision = revision + 1")
            yield connection

    def revision(self) -> int:
        with self.reading() as connection:
            return int(connection.exec_driver_sql(f"SELECT revision FROM {MARK}").scalar_one())

    @contextmanager
    def _alone(self) -> Iterator[Connection]:
        with faults(self._place), self._engine.begin() as connection:
            connection.exec_driver_sql(self._wait)
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK}, hashtext(current_schema()))")
            yield connection

    def close(self) -> None:
        self._engine.dispose()


def is_address(place: str) -> bool:
    return place.startswith(("postgresql://", "postgres://"))


def _engine(address: str) -> tuple[str, Engine]:
    """How messages name the database, its password left out, and an engine that has not been asked for anything yet."""
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        raise StoreError("store.address", file=_PASSWORD.sub("@", address)) from error
    place = _named(url)
    if "connect_timeout" not in url.query:
        url = url.update_query_dict({"connect_timeout": _SECONDS_TO_CONNECT})
    try:
        return place, create_engine(url, pool_size=1, max_overflow=8)
    except ImportError as error:
        raise StoreError("store.no_driver", file=place) from error


def _named(url: URL) -> str:
    bare = URL.create("postgresql", url.username, None, url.host, url.port, url.database)
    return bare.render_as_string(hide_password=True)


def _version(connection: Connection, place: str) -> int | None:
    """The schema version of the store that is connected to, None where there is none."""
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
    if encoding != "UTF8":
        raise StoreError("store.encoding", file=place, found=encoding)
    version = found(connection)
    if version is None and connection.exec_driver_sql("SELECT to_regclass('documents')").scalar_one() is not None:
        raise StoreError("store.foreign", file=place)
    if version is not None and version > LATEST:
        raise StoreError("store.newer", file=place, found=version, known=LATEST)
    return version


def _keep_copy(connection: Connection) -> None:
    """The tables of an older version as they are, in a schema beside their own (`public_before_v5`), unless it is there."""
    schema = connection.exec_driver_sql("SELECT current_schema()").scalar_one()
    kept = f"{schema}_before_v{LATEST}"
    if (found(connection) or 0) >= LATEST or inspect(connection).has_schema(kept):
        return
    quoted = connection.dialect.identifier_preparer.quote
    connection.exec_driver_sql(f"CREATE SCHEMA {quoted(kept)}")
    for name in inspect(connection).get_table_names():
        connection.exec_driver_sql(f"CREATE TABLE {quoted(kept)}.{quoted(name)} AS TABLE {quoted(name)}")


@contextmanager
def faults(place: str, *, connecting: bool = False) -> Iterator[None]:
    """Turn what PostgreSQL complains of into a StoreError that names the database."""
    try:
        yield
    except DBAPIError as error:
        raise _told(place, error, connecting) from error
    except StatementError as error:
        if isinstance(error.orig, StoreError):
            raise StoreError(error.orig.key, **{**error.orig.facts, "file": place}) from error
        raise


def _told(place: str, error: DBAPIError, connecting: bool) -> StoreError:
    state = getattr(error.orig, "sqlstate", None) or ""
    key = next((_FAULTS[state[:size]] for size in range(len(state), 0, -1) if state[:size] in _FAULTS), "store.failed")
    if not state and type(error.orig).__name__ == "OperationalError":
        key = "store.unreachable" if connecting else "store.lost"
    said = str(error.orig).strip().splitlines() or [type(error.orig).__name__]
    return StoreError(key, file=place, reason=said[0].removeprefix("connection failed: "))
