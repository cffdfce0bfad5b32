"""A store in an SQLite file: who may open it, whether it is ours, how transactions begin, what SQLite's faults mean."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Self
from urllib.parse import quote

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError

from keii.errors import StoreError
from keii.store.copying import copy_file, file_beside
from keii.store.migrations import LATEST, migrate

APPLICATION = 0x4B454949
"""`KEII`: marks the SQLite file as a store of this program."""

_WAL = 2
"""The versions of reading and writing in the header of a file with a write-ahead log."""

_FAULTS = {
    "SQLITE_NOTADB": "store.not_sqlite",
    "SQLITE_CORRUPT": "store.damaged",
    "SQLITE_BUSY": "store.locked",
    "SQLITE_LOCKED": "store.locked",
    "SQLITE_FULL": "store.full",
    "SQLITE_READONLY": "store.unwritable",
    "SQLITE_CANTOPEN": "store.unwritable",
    "SQLITE_PERM": "store.unwritable",
    "SQLITE_AUTH": "store.unwritable",
    "SQLITE_IOERR": "store.unwritable",
}


class Sqlite:
    """The engine of one file. While it is written it keeps a log beside the file, so that others can read meanwhile."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self._path = path
        self._engine = engine

    @classmethod
    def open(cls, path: Path, *, write: bool, patience: float) -> Self:
        """The store at `path`; with `write` it is made where it is missing. Waits `patience` seconds for a lock.

        Raises StoreError where the file is missing, no store, locked, made by a newer version, or cannot be written.
        """
        return cls(path, (open_writing if write else open_reading)(path, patience))

    @property
    def place(self) -> str:
        return str(self._path)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with faults(self._path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[Connection]:
        writes = self._engine.execution_options(writes=True, beside_readers=True, durable=durable)
        with faults(self._path), writes.begin() as connection:
            yield connection

    def revision(self) -> int:
        return 0

    def close(self) -> None:
        """Close it; nothing is left beside the file where this was the last to have it open."""
        self._engine.dispose()
        settle(self._path)


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Turn what SQLite complains of into a StoreError that names the file."""
    try:
        yield
    except DBAPIError as error:
        raise _told(path, error.orig) from error
    except sqlite3.Error as error:
        raise _told(path, error) from error


def _told(path: Path, error: BaseException | None) -> StoreError:
    name = getattr(error, "sqlite_errorname", "")
    key = next((key for prefix, key in _FAULTS.items() if name.startswith(prefix)), "store.failed")
    return StoreError(key, file=str(path), reason=str(error))


def open_writing(path: Path, patience: float) -> Engine:
    """An engine on the store at `path`, made where it is missing, brought up to date where it is old."""
    if path.exists() and path.stat().st_size and 0 < _check(path) < LATEST:
        _keep_copy(path)
    with faults(path):
        engine = _engine(path, "rwc", patience)
        try:
            with engine.execution_options(writes=True).begin() as connection:
                if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != APPLICATION:
                    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
                migrate(connection)
        except BaseException:
            engine.dispose()
            raise
        return engine


def _keep_copy(path: Path) -> None:
    """A copy of a store of an older version, before its tables are changed: `keii.db.before-v5`."""
    try:
        with faults(path):
            copy_file(path, file_beside(path, f"before-v{LATEST}"))
    except OSError as error:
        raise StoreError("store.no_copy", file=str(path), reason=error.strerror or str(error)) from error


def aside(path: Path, patience: float) -> Path | None:
    """Keep what stands at `path` under another name beside it, None where nothing does; its log is brought in or kept too.

    Raises StoreError where somebody else has it open.
    """
    if not path.exists():
        return None
    try:
        with closing(sqlite3.connect(_uri(path, "rw"), uri=True, timeout=patience, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise _told(path, error) from error
    kept = file_beside(path, "before-restore")
    for end in ("", "-wal"):
        if (beside := path.with_name(path.name + end)).exists():
            shutil.copy2(beside, kept.with_name(kept.name + end))
            if end:
                beside.unlink()
    return kept


def copy_of(path: Path, to: Path, patience: float) -> None:
    """The store at `path` as it stands at one moment, at `to`. Raises StoreError where either cannot be used."""
    open_reading(path, patience).dispose()
    with faults(to):
        try:
            copy_file(path, to)
        except OSError as error:
            raise StoreError("store.unwritable", file=str(to), reason=error.strerror or str(error)) from error


def open_reading(path: Path, patience: float) -> Engine:
    """An engine that cannot write on the store at `path`. A store of an older version must be added to first."""
    if not path.exists():
        raise StoreError("store.missing", file=str(path))
    found = _check(path)
    if found < LATEST:
        open_writing(path, patience).dispose()
        settle(path)
    return _engine(path, _readable(path), patience)


def settle(path: Path) -> None:
    """Bring all that was written into the one file, where nobody else has it open: its -wal and -shm go.

    While it is written the store keeps a log beside it, so that it can be read meanwhile; who closes it last clears up.
    What cannot be cleared (others are at work, a folder that cannot be written to) is left to the next.
    """
    if not _keeps_a_log(path):
        return
    with suppress(sqlite3.Error), closing(sqlite3.connect(_uri(path, "rw"), uri=True, timeout=0)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def _keeps_a_log(path: Path) -> bool:
    """Whether the file's header says that a log may stand beside it."""
    try:
        with path.open("rb") as file:
            return file.read(20)[18:] == bytes((_WAL, _WAL))
    except OSError:
        return False


def _check(path: Path) -> int:
    """The schema version of the store at `path`. Raises StoreError where it is no store this program can use."""
    if path.is_dir():
        raise StoreError("store.folder", file=str(path))
    with faults(path):
        connection = sqlite3.connect(_uri(path, _readable(path)), uri=True)
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version: int = connection.execute("PRAGMA user_version").fetchone()[0]
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        finally:
            connection.close()
    if tables and application != APPLICATION:
        raise StoreError("store.foreign", file=str(path))
    if version > LATEST:
        raise StoreError("store.newer", file=str(path), found=version, known=LATEST)
    return version


def _readable(path: Path) -> str:
    """How the file can be read: a folder that cannot be written to needs the file taken as it lies."""
    connection = None
    try:
        connection = sqlite3.connect(_uri(path, "ro"), uri=True)
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error:
        return "ro&immutable=1"
    finally:
        if connection:
            connection.close()
    return "ro"


def _uri(path: Path, mode: str) -> str:
    return f"file:{quote(str(path))}?mode={mode}"


def _engine(path: Path, mode: str, patience: float) -> Engine:
    def connect() -> sqlite3.Connection:
        return sqlite3.connect(_uri(path, mode), uri=True, timeout=patience, isolation_level=None,
                               check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)

    @event.listens_for(engine, "connect")
    def _set(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("beside_readers"):
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        if options.get("writes"):
            connection.exec_driver_sql(f"PRAGMA synchronous = {'FULL' if options.get('durable') else 'NORMAL'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")

    return engine
