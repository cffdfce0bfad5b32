"""Who reads and codes the documents: this process, or several at its side."""

import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TypeVar

from keii.errors import KeiiError, UnreadableError
from keii.settings import Settings
from keii.values.document import Document
from keii.workbench.extracting import Extractor
from keii.workbench.report import Coded
from keii.workbench.unforeseen import unforeseen

T = TypeVar("T")


class Crew(Protocol):
    """Takes work and gives it back: calling what `read` or `code` returned waits for it.

    A document at fault comes back as the fault, for it must not stop the others. `ahead` is how many documents may be
    in work at once.
    """

    ahead: int

    def read(self, path: Path, published: str | None) -> Callable[[], Document | KeiiError]: ...
    def code(self, path: Path, document: Document) -> Callable[[], Coded | KeiiError]: ...


class Alone:
    """All is done here, when its turn has come."""

    ahead = 1

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor

    def read(self, path: Path, published: str | None) -> Callable[[], Document | KeiiError]:
        return lambda: tried(path, lambda: self._extractor.read(path, published))

    def code(self, path: Path, document: Document) -> Callable[[], Coded | KeiiError]:
        return lambda: tried(path, lambda: self._extractor.coded(document))


class Several:
    """`jobs` processes, each with a codebook of its own; a process that dies costs the document that killed it.

    What was in work elsewhere when a process died is done again, one document at a time, so that the one to blame is
    known.
    """

    def __init__(self, settings: Settings, jobs: int) -> None:
        self.ahead = 3 * jobs
        self._settings, self._jobs = settings, jobs
        self._pool = self._made(jobs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._pool.shutdown(wait=error is None, cancel_futures=True)

    def read(self, path: Path, published: str | None) -> Callable[[], Document | KeiiError]:
        return self._sent(path, _read, path, published)

    def code(self, path: Path, document: Document) -> Callable[[], Coded | KeiiError]:
        return self._sent(path, _code, path, document)

    def _sent(self, path: Path, work: Callable[..., T], *given: object) -> Callable[[], T | KeiiError]:
        pool = self._pool
        try:
            future: Future[T] | None = pool.submit(work, *given)
        except BrokenProcessPool:
            future = None

        def result() -> T | KeiiError:
            if future is not None:
                try:
                    return future.result()
                except BrokenProcessPool:
                    pass
            return self._again(path, pool, work, *given)

        return result

    def _again(self, path: Path, broken: ProcessPoolExecutor, work: Callable[..., T], *given: object) -> T | KeiiError:
        """By itself, in a process of its own."""
        if self._pool is broken:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = self._made(self._jobs)
        with self._made(1) as single:
            try:
                return single.submit(work, *given).result()
            except BrokenProcessPool:
                return UnreadableError("unreadable.killed", file=str(path))

    def _made(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (self._settings,))


_own: list[Extractor] = []
"""The extractor of a working process."""


def _begin(settings: Settings) -> None:
    """In a new process: an interrupt is the parent's to answer; the codebook is read once."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _own[:] = [Extractor(settings)]


def _read(path: Path, published: str | None) -> Document | KeiiError:
    return tried(path, lambda: _own[0].read(path, published))


def _code(path: Path, document: Document) -> Coded | KeiiError:
    return tried(path, lambda: _own[0].coded(document))


def tried(path: Path, work: Callable[[], T]) -> T | KeiiError:
    """What `work` gives, or what was wrong with the document; faults that concern all documents are raised."""
    try:
        return work()
    except UnreadableError as fault:
        return fault
    except KeiiError:
        raise
    except Exception as error:  # noqa: BLE001 - one document at odds must not stop hundreds; it is told with the rest
        return unforeseen(path, error)
