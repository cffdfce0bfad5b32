"""Who reads and codes the documents: the nodes of a Dask cluster, here or elsewhere."""

import logging
import os
import signal
from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import nullcontext, suppress
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self, TypeVar

from distributed import Client, Future, KilledWorker, LocalCluster
from distributed.comm import get_address_host_port
from distributed.comm.core import CommClosedError

from keii.errors import EngineError, KeiiError, UnreadableError
from keii.settings import Settings
from keii.store.prepared import Prepared
from keii.values.document import Document
from keii.workbench.crew import Read, coded, ignored, tried
from keii.workbench.extracting import Extractor

T = TypeVar("T")
_CONNECT = 10.0
"""Seconds to wait for a scheduler to answer."""
_PATIENCE = 30.0
"""Seconds without an answer after which is asked whether there are nodes left."""
_RETRIES = 2
_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


class Cluster:
    """A crew spread over the nodes of a Dask scheduler at `address`, or over `jobs` nodes started on this machine.

    A node reads a file from the same path as here; a file that it does not see is read here and sent. A node that dies
    is replaced by the others, which do its work again; a document that kills one node after the other costs itself.
    Enter it before use.

    Raises EngineError where the scheduler does not answer, has no nodes (left), or where a node has another version of
    codebook or product.
    """

    def __init__(self, extractor: Extractor, address: str | None, jobs: int) -> None:
        self.ahead = 3
        self._own = extractor
        self._address, self._jobs = address, jobs

    def __enter__(self) -> Self:
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        self._local: LocalCluster | None = None
        try:
            if self._address:
                get_address_host_port(self._address, strict=True)
            else:
                with ignored():
                    self._local = LocalCluster(n_workers=self._jobs, threads_per_worker=1, processes=True, host="127.0.0.1",
                                               dashboard_address=None, silence_logs=logging.CRITICAL)
            self._client = Client(self._address or self._local, timeout=_CONNECT, set_as_default=False)
        except (OSError, ValueError, RuntimeError) as error:  # the last where the nodes here do not come up
            if self._local:
                self._local.close()
            raise EngineError("engine.unreachable", address=self._name, reason=str(error)) from error
        self.ahead = 3 * max(1, self._threads())
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        if error is not None:
            self._abandon()
        for held in (self._client, self._local):
            with suppress(Exception) if error is not None else nullcontext():  # what went wrong first is what is told
                if held:
                    held.close()

    def _abandon(self) -> None:
        """End the nodes that were started here at once: Dask would give them seconds for what they are at, and nobody takes that."""
        for node in self._local.workers.values() if self._local else ():
            node.close_gracefully(reason="abandoned")  # it is not to be started again
            if node.pid:
                with suppress(ProcessLookupError):
                    os.kill(node.pid, _KILL)

    def read(self, path: Path, published: str | None) -> Callable[[], Read]:
        there = self._sent(path, _read, path, published)

        def result() -> Read:
            read = there()
            if isinstance(read, UnreadableError) and read.key == "unreadable.missing":
                return tried(path, lambda: self._own.parts(path, published))
            return read

        return result

    def code(self, path: Path, document: Document) -> Callable[[], Prepared | KeiiError]:
        return self._sent(path, _code, path, document)

    def _sent(self, path: Path, work: Callable[..., tuple[str, T]], *given: object) -> Callable[[], T | KeiiError]:
        try:
            future = self._client.submit(work, self._own.settings, *given, retries=_RETRIES, pure=False)
        except (OSError, RuntimeError) as error:
            raise self._lost() from error

        def result() -> T | KeiiError:
            try:
                version, value = self._answer(future)
            except KilledWorker:
                return UnreadableError("unreadable.killed", file=str(path))
            if version != self._own.version:
                raise EngineError("engine.version", address=self._name, own=self._own.version, other=version)
            return value

        return result

    def _answer(self, future: "Future[T]") -> T:
        while True:
            try:
                return future.result(timeout=_PATIENCE)
            except TimeoutError:
                if not self._threads():
                    raise self._lost() from None
            except (CancelledError, CommClosedError) as error:
                raise self._lost() from error

    def _threads(self) -> int:
        """How many threads the nodes have together; 0 where there is no node, or no scheduler."""
        try:
            return sum(self._client.nthreads().values())
        except (OSError, TimeoutError):
            return 0

    def _lost(self) -> EngineError:
        return EngineError("engine.lost", address=self._name)

    @property
    def _name(self) -> str:
        return self._address or "127.0.0.1"


_extractors: dict[Settings, Extractor] = {}
"""On a node: the extractor of each codebook asked for."""
_turn = Lock()
"""On a node: one document at a time, whatever the number of its threads."""


def _read(settings: Settings, path: Path, published: str | None) -> tuple[str, Read]:
    with _turn:
        own = _extractor(settings)
        return own.version, tried(path, lambda: own.parts(path, published))


def _code(settings: Settings, path: Path, document: Document) -> tuple[str, Prepared | KeiiError]:
    with _turn:
        own = _extractor(settings)
        return own.version, tried(path, lambda: coded(own, path, document))


def _extractor(settings: Settings) -> Extractor:
    if settings not in _extractors:
        _extractors[settings] = Extractor(settings)
    return _extractors[settings]
