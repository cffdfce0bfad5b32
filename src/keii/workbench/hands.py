"""Work that is nothing but computing, done by copies of this process that are there for just as long as it takes."""

import gc
import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from typing import Generic, TypeVar

from keii.values.spreading import Spread, here
from keii.workbench.crew import copies, uninterrupted

S = TypeVar("S")
R = TypeVar("R")


def hands(jobs: int) -> Spread:
    """`jobs` copies of this process, each time it is asked for; this process alone where there can be no copies.

    What is there when they begin need not be sent to them; what comes of a portion must be such as can be sent. A copy that
    dies leaves its portions to this process.
    """
    def spread(work: Callable[[S], R], portions: Sequence[S]) -> Iterable[R]:
        if jobs < 2 or len(portions) < 2 or not copies():
            return here(work, portions)
        return _given(work, portions, [_Hand(work, portions[at::jobs]) for at in range(min(jobs, len(portions)))])

    return spread


class _Hand(Generic[S, R]):
    """A copy at work on some portions, one after the other, no more than one ahead of who takes what comes of them."""

    def __init__(self, work: Callable[[S], R], some: Sequence[S]) -> None:
        context = multiprocessing.get_context("fork")
        self._ear, mouth = context.Pipe(duplex=False)
        self._process: ForkProcess = context.Process(target=_work, args=(work, some, self._ear, mouth), daemon=True)
        with uninterrupted():
            self._process.start()
        mouth.close()

    def next(self) -> tuple[R, ...]:
        """What came of the next portion; nothing where it died."""
        try:
            return (self._ear.recv(),)
        except (EOFError, OSError):
            return ()

    def end(self) -> None:
        self._ear.close()
        self._process.kill()
        self._process.join()


def _given(work: Callable[[S], R], portions: Sequence[S], some: Sequence[_Hand[S, R]]) -> Iterator[R]:
    try:
        for at, portion in enumerate(portions):
            found = some[at % len(some)].next()
            yield found[0] if found else work(portion)
    finally:
        for hand in some:
            hand.end()


def _work(work: Callable[[S], R], some: Sequence[S], ear: Connection, mouth: Connection) -> None:
    """In the copy. What goes wrong here goes wrong again in the first process, which tells it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    ear.close()
    with suppress(Exception):
        for portion in some:
            mouth.send(work(portion))
