"""A short run of every target, the same each time, and the inputs that once failed."""

import contextlib
import signal
from collections.abc import Iterator
from pathlib import Path

import fuzz_targets
import pytest
from fuzz_run import HangError, tried

_INPUTS = {"times": 300, "actors": 200, "events": 40, "codebook": 40, "bib": 20, "pdf": 30}
_OTHERS = 60
_SEED = 20260101
_CORPUS = Path(__file__).parent / "corpus"
"""Inputs that once failed and others worth keeping, each under the name of its target."""


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    """An input that takes too long is broken off and told."""

    def ring(*_: object) -> None:
        raise HangError

    before = signal.signal(signal.SIGVTALRM, ring)
    yield
    signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize("target", fuzz_targets.TARGETS, ids=lambda target: target.name)
def test_whatever_comes_is_read_or_refused_in_words(target: fuzz_targets.Target) -> None:
    faults = [fault for index in range(_INPUTS.get(target.name, _OTHERS)) if (fault := tried(target, _SEED, index))]
    assert faults == []


@pytest.mark.parametrize("place", sorted(_CORPUS.iterdir()), ids=lambda place: place.name)
def test_what_once_failed_fails_no_more(place: Path) -> None:
    target = fuzz_targets.BY_NAME[place.name.partition("-")[0]]
    data = place.read_bytes()
    with contextlib.suppress(*target.allowed):
        target.run(data.decode("utf-8", "surrogatepass") if target.written else data)


def test_a_fault_that_nobody_foresaw_is_found() -> None:
    """The harness itself: it reports what is not allowed, and lets pass what is."""
    target = fuzz_targets.Target("odd", lambda rng: rng.random(), lambda given: 1 / 0, 1)
    assert tried(target, 1, 1).startswith("ZeroDivisionError")
    allowed = fuzz_targets.Target("odd", lambda rng: rng.random(), lambda given: 1 / 0, 1, (ZeroDivisionError,))
    assert tried(allowed, 1, 1) == ""
