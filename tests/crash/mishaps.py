"""Work in a process of its own that something happens to: it is killed, the power fails, the disk is full."""

import json
import os
import resource
import select
import signal
import sqlite3
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from sqlalchemy import Engine, event

from keii.errors import KeiiError


@dataclass(frozen=True)
class Mishap:
    """`after` seconds or at statement `at` the process is killed; `pages` is how large the database, `size` how large any
    file may become; `power`: the end of the log is lost as well; `server`: it is the server that is killed."""

    after: float | None = None
    at: int | None = None
    pages: int | None = None
    size: int | None = None
    power: bool = False
    server: bool = False

    def __str__(self) -> str:
        who = "server killed" if self.server else "killed"
        told = ((self.after, f"{who} after {self.after or 0:.3f} s"), (self.at, f"killed at statement {self.at}"),
                (self.pages, f"disk full at page {self.pages}"), (self.size, f"no file beyond {self.size} bytes"))
        return next(text for held, text in told if held is not None) + ", power cut" * self.power


NONE = Mishap()


@dataclass(frozen=True)
class Ran:
    """How work ended: `done`, `killed`, `KEY of a fault`, or a traceback; what it told; statements and seconds it took."""

    end: str
    told: tuple[str, ...]
    statements: int
    seconds: float


Tell = Callable[[str], None]
Work = Callable[[Tell], object]


def run(work: Work, mishap: Mishap = NONE, strike: Callable[[int], object] = lambda child: os.kill(child, signal.SIGKILL)) -> Ran:
    """Do work in a child, on which the mishap falls; `strike` is what happens after its seconds."""
    reading, writing = os.pipe()
    began = time.monotonic()
    child = os.fork()
    if not child:
        os.close(reading)
        _child(work, mishap, writing)
    os.close(writing)
    try:
        lines = _listen(reading, began, mishap.after, lambda: strike(child))
    except BaseException:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise
    finally:
        os.close(reading)
    _, status = os.waitpid(child, 0)
    seconds = time.monotonic() - began
    told = tuple(line["told"] for line in lines if "told" in line)
    ended = next((line for line in lines if "end" in line), None)
    if ended is None:
        return Ran("killed" if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL else f"status {status}", told, 0, seconds)
    return Ran(ended["end"], told, ended["statements"], seconds)


def _listen(reading: int, began: float, after: float | None, strike: Callable[[], object]) -> list[dict[str, object]]:
    data, killed = b"", after is None
    while True:
        left = None if killed or after is None else max(0.0, began + after - time.monotonic())
        ready, _, _ = select.select([reading], [], [], left)
        if not ready:
            strike()
            killed = True
            continue
        if not (part := os.read(reading, 65536)):
            return [json.loads(line) for line in data.decode().split("\n") if line.endswith("}")]
        data += part


def _child(work: Work, mishap: Mishap, writing: int) -> None:
    """Never returns."""
    statements = 0

    def tell(**facts: object) -> None:
        os.write(writing, (json.dumps(facts) + "\n").encode())

    def counted(*_: object) -> None:
        nonlocal statements
        statements += 1
        if statements == mishap.at:
            os.kill(os.getpid(), signal.SIGKILL)

    def connected(connection: object, _: object) -> None:
        if isinstance(connection, sqlite3.Connection):
            connection.set_trace_callback(counted)
            if mishap.pages:
                connection.execute(f"PRAGMA max_page_count = {mishap.pages}")

    try:
        event.listen(Engine, "connect", connected)
        for name in ("before_cursor_execute", "commit"):
            event.listen(Engine, name, _on_server(counted))
        if mishap.size is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (mishap.size, mishap.size))
        work(lambda text: tell(told=text))
        end = "done"
    except KeiiError as fault:
        end = fault.key
    except BaseException:  # noqa: BLE001 (whatever it is, the parent is told)
        end = traceback.format_exc()
    tell(end=end, statements=statements)
    os._exit(0)


def _on_server(counted: Callable[..., None]) -> Callable[..., None]:
    """SQLite tells its statements itself."""
    def heard(connection: object, *_: object) -> None:
        if connection.dialect.name == "postgresql":  # type: ignore[attr-defined]
            counted()
    return heard


_BACKFILL, _ATTEMPTED = 96, 128
"""Where the index of a log says how much of it was brought into the file (wal.c, WalCkptInfo)."""


def lose_power(db: Path, random: Random, durable: int) -> str:
    """Cut or garble what of the log was not surely on the disk: everything behind its first `durable` bytes.

    Nothing is done where the log was being brought into the file: SQLite does so only after it is on the disk.
    """
    log, index = (db.with_name(db.name + end) for end in ("-wal", "-shm"))
    if not log.exists() or not index.exists() or log.stat().st_size <= durable:
        return "nothing to lose"
    state = index.read_bytes()
    if any(state[at : at + 4] != bytes(4) for at in (_BACKFILL, _ATTEMPTED)):
        return "log already brought in"
    size = log.stat().st_size
    at = random.randint(durable, size - 1)
    with log.open("r+b") as file:
        if random.random() < 0.5:
            file.truncate(at)
        else:
            file.seek(at)
            file.write(random.randbytes(size - at))
    index.unlink()
    return f"log lost from {at} of {size}"


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Fail where something takes longer."""
    def late(*_: object) -> None:
        raise TimeoutError(f"longer than {seconds} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
