"""What a call costs this process, fit to be held against a bound while other tests run beside it."""

import gc
from collections.abc import Callable
from time import process_time


def seconds(run: Callable[[], object], under: float = 0.0, tries: int = 4) -> float:
    """The least seconds of processor that `run` takes in up to `tries` runs; the first one below `under` ends the trying.

    What a neighbour does to the machine can only add to a run, so the least of several is nearest to its own cost; and,
    as `timeit` has it, the collector rests meanwhile: it would walk through all that other tests have left in memory.
    """
    least, collecting = float("inf"), gc.isenabled()
    gc.disable()
    try:
        for _ in range(tries):
            began = process_time()
            run()
            least = min(least, process_time() - began)
            if least < under:
                break
    finally:
        if collecting:
            gc.enable()
    return least
