"""Coding one document in the time its length allows: one made to keep the program busy costs no other."""

import ctypes
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, Timer, current_thread, get_ident, main_thread
from types import FrameType
from typing import TypeVar

from keii.errors import UnreadableError
from keii.unheard import unheard
from keii.values.document import Document

T = TypeVar("T")
_PER_CHARACTER = 0.0005
"""Seconds: ten times what common text takes, more than any text made to take long (`tests/fuzz/test_bait.py`) was seen to."""
_BY_THE_CLOCK = 6
"""So many times the seconds of computing pass by the clock where only that can be looked at."""

_AGAIN = 0.05
"""Seconds after which an alarm that could not be heard rings again."""


class OverdueError(BaseException):
    """Work took longer than it may; no handler of common faults stops it."""


def in_time(path: Path, document: Document, seconds: float, work: Callable[[Document], T]) -> T:
    """What `work` makes of a document, in `seconds` of computing and more by its length.

    Raises UnreadableError `unreadable.coding`.
    """
    allowed = seconds + _PER_CHARACTER * len(document.text)
    try:
        with held(allowed):
            return work(document)
    except OverdueError as error:
        raise UnreadableError("unreadable.coding", file=str(path), seconds=round(allowed)) from error


@contextmanager
def held(seconds: float) -> Iterator[None]:
    """While this holds, OverdueError is raised after so many seconds of computing, or, in a thread beside the first and where
    the system has no such alarm, some times as many by the clock."""
    if current_thread() is main_thread() and hasattr(signal, "setitimer"):
        with _alarm(seconds):
            yield
    else:
        with _clock(seconds * _BY_THE_CLOCK):
            yield


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    def ring(_: int, frame: FrameType | None) -> None:
        if not unheard(frame):
            raise OverdueError

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def _clock(seconds: float) -> Iterator[None]:
    thread, lock, running = get_ident(), Lock(), True

    def ring() -> None:
        with lock:
            if running:
                _throw(thread, ctypes.py_object(OverdueError))

    timer = Timer(seconds, ring)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        with lock:
            running = False
            _throw(thread, None)


def _throw(thread: int, error: object) -> None:
    """Raise a fault in a thread, at its next step; None takes back one that it has not yet met."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), error)
