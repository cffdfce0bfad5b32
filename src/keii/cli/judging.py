"""How far a long check has come, in plain lines on standard error: how many claims there are, how long it will take."""

import json
import sys
import time
from collections.abc import Callable

from keii.cli.door import Door
from keii.presenting import verdict_lines
from keii.values.claim import Checked

_MANY = 100
"""From so many claims on it is said how far the check has come."""
_FIRST = 10
"""After so many claims their pace tells how long all will take."""
_EVERY = 30.0
"""Seconds between two lines."""


class Judging:
    """A watcher of the verifier; where `stream` is set each verdict is written as a JSON line as soon as it is there."""

    def __init__(self, here: Door, stream: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self._here, self._stream, self._clock = here, stream, clock
        self._claims = self._done = 0
        self._began = self._said = clock()

    def begin(self, claims: int) -> None:
        self._claims = claims
        self._began = self._said = self._clock()
        if claims >= _MANY:
            self._here.warn(self._here.say("verify.begin", n=f"{claims:,}"))

    def judged(self, one: Checked) -> None:
        if self._stream:
            sys.stdout.write(json.dumps(verdict_lines.row(one), ensure_ascii=False) + "\n")
            sys.stdout.flush()
        self._done += 1
        now = self._clock()
        if self._claims >= _MANY and (self._done == _FIRST or now - self._said >= _EVERY) and self._done < self._claims:
            self._said = now
            left = (now - self._began) / self._done * (self._claims - self._done)
            self._here.warn(self._here.say("verify.pace", done=f"{self._done:,}", n=f"{self._claims:,}", minutes=_minutes(left)))

    def stopped(self) -> None:
        self._here.warn(self._here.say("verify.stopped", done=f"{self._done:,}", n=f"{self._claims:,}"))


def _minutes(seconds: float) -> str:
    """A time in minutes, in tenths where it is short."""
    return f"{seconds / _MINUTE:.{1 if seconds < _LONG else 0}f}"


_MINUTE, _LONG = 60, 600
