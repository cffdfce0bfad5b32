"""Who reads and codes the documents: this process, or several at its side."""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TypeVar

from keii.errors import KeiiError, UnreadableError
from keii.settings import Settings
from keii.store.prepared import Prepared, prepared
from keii.values.document import Document
from keii.workbench.extracting import Extractor
from keii.workbench.meanwhile import told
from keii.workbench.timed import in_time
from keii.workbench.unforeseen import unforeseen

T = TypeVar("T")
Read = tuple[Document, ...] | KeiiError
"""A document, or one in parts; or what was wrong with it."""


class Crew(Protocol):
    """Takes work and gives it back: calling what `read` or `code` returned waits for it.

    A document at fault comes back as the fault, for it must not stop the others. `ahead` is how many documents should be
    in work at once.
    """

    ahead: int

    def read(self, path: Path, published: str | None) -> Callable[[], Read]: ...
    def code(self, path: Path, document: Document) -> Callable[[], Prepared | KeiiError]: ...


class Alone:
    """All is done here, when its turn has come."""

    ahead = 1

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor

    def read(self, path: Path, published: str | None) -> Callable[[], Read]:
        return lambda: tried(path, lambda: self._extractor.parts(path, published))

    def code(self, path: Path, document: Document) -> Callable[[], Prepared | KeiiError]:
        return lambda: tried(path, lambda: coded(self._extractor, path, document))


def coded(extractor: Extractor, path: Path, document: Document) -> Prepared:
    """The document of a file with all that is coded from it, ready to be stored. Raises UnreadableError `unreadable.coding`."""
    found = in_time(path, document, extractor.settings.coding_seconds, extractor.coded)
    return replace(prepared(document, found.events, extractor.version, found.passages, found.findings), told=told(found.events))


class Several:
    """`jobs` processes; one that dies costs the document that killed it.

    What was in work elsewhere when a process died is done again, one document at a time, so that the one to blame is
    known. Where that is safe they are copies of this process, which begin at once and share its codebook's memory.
    """

    def __init__(self, extractor: Extractor, jobs: int) -> None:
        self.ahead = 3 * jobs
        self._extractor, self._jobs = extractor, jobs
        self._pool = self._made(jobs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        working = list((getattr(self._pool, "_processes", None) or {}).values())
        self._pool.shutdown(wait=error is None, cancel_futures=True)
        if error is not None:  # nobody takes what they are at
            for process in working:
                process.kill()

    def read(self, path: Path, published: str | None) -> Callable[[], Read]:
        return self._sent(path, _read, path, published)

    def code(self, path: Path, document: Document) -> Callable[[], Prepared | KeiiError]:
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
        if not copies():
            return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin, (self._extractor.settings,))
        self._extractor.load()
        with uninterrupted():
            made = ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), _continue, (self._extractor,))
            made.submit(os.getpid).result()
        return made


def copies() -> bool:
    """Whether copies of this process can be made: what other threads hold at that moment would never be let go in them."""
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Copies that are begun now are not stopped by Ctrl-C: that is the parent's to answer, in its first thread, and one that comes
    meanwhile is answered as soon as they are begun (where the system cannot keep it, it is lost)."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "pthread_sigmask"):
        with ignored():
            yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def ignored() -> Iterator[None]:
    """The same for programs that are begun now: what is ignored stays so in them, and is lost here."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


_own: list[Extractor] = []
"""The extractor of a working process."""


def _begin(settings: Settings) -> None:
    """In a new process: the codebook is read once."""
    _continue(Extractor(settings))
    _own[0].load()


def _continue(extractor: Extractor) -> None:
    """In a copy of the parent: what is there stays shared, and it ends when the parent does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _own[:] = [extractor.copy()]
    gc.freeze()
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    """Whatever ended the parent, nobody is left to work for."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _read(path: Path, published: str | None) -> Read:
    return tried(path, lambda: _own[0].parts(path, published))


def _code(path: Path, document: Document) -> Prepared | KeiiError:
    return tried(path, lambda: coded(_own[0], path, document))


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
