"""Work over very many values that all stay, without looking for garbage among them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """While this holds, cycles of garbage are left where they are: a hundred thousand rows in memory are none, and looking
    through them over and over takes longer than reading them."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
