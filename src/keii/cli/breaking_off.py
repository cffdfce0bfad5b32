"""Ctrl-C is heard wherever the program stands."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from keii.unheard import unheard

_AGAIN = 0.05
"""Seconds after which a Ctrl-C that could not be heard comes again."""


@contextmanager
def answered() -> Iterator[None]:
    """While this holds, KeyboardInterrupt is raised for a Ctrl-C as always, and where it would be lost, a moment later.

    A program that was begun not to hear it (behind a script's `&`) goes on not hearing it.
    """
    first = threading.current_thread() is threading.main_thread()
    if not first or not hasattr(signal, "setitimer") or signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        yield
        return

    def stop(_: int, frame: FrameType | None) -> None:
        if unheard(frame):
            signal.setitimer(signal.ITIMER_REAL, _AGAIN)
        else:
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, stop), signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in zip((signal.SIGALRM, signal.SIGINT), before, strict=True):
            signal.signal(number, handler)
