"""Where the mix of events changes: the cut of a record of counts that explains it best, each cut at a price.

A stretch of time has shares of its own; what it costs is −2 · Σ n ln(n / N) of its counts, twice the negative logarithm of
their multinomial likelihood, so that a month weighs by its rows. A further stretch costs K · ln N, its K − 1 shares and its
place after Schwarz, K being the kinds that occur, N the rows of the whole (Braun and Müller 1998, Statistical methods for DNA
sequence segmentation). The least sum is found by exact optimal partitioning (Jackson et al. 2005), what PELT (Killick,
Fearnhead, Eckley 2012) prunes. Written out here since a series has a few hundred steps at most and the package ruptures
brings scipy along; a test holds it against that package where it is installed.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate
from math import log

Counts = Sequence[Sequence[int]]


def price(counts: Counts) -> float:
    """What a further stretch costs."""
    whole = [sum(kind) for kind in zip(*counts, strict=True)]
    return sum(1 for kind in whole if kind) * log(sum(whole)) if any(whole) else 0.0


def change_points(counts: Counts, least: int = 2) -> tuple[int, ...]:
    """Where new stretches begin, in steps; `counts` are those of each kind by step, every step with some.

    A stretch has `least` steps at least. Raises nothing: fewer than two stretches' steps have no change.
    """
    steps, paid = len(counts), price(counts)
    if steps < 2 * least:
        return ()
    sums: list[list[int]] = [list(accumulate(kind, initial=0)) for kind in zip(*counts, strict=True)]
    weighed: list[float] = [0.0, *(number * log(number) for number in range(1, sum(held[-1] for held in sums) + 1))]

    def cost(start: int, end: int) -> float:
        held = [kind[end] - kind[start] for kind in sums]
        return 2 * (weighed[sum(held)] - sum(weighed[number] for number in held))

    best: list[tuple[float, int]] = [(-paid, 0)] + [(float("inf"), 0)] * steps
    for end in range(least, steps + 1):
        best[end] = min((best[start][0] + cost(start, end) + paid, start) for start in (0, *range(least, end - least + 1)))
    cuts: list[int] = []
    at = best[steps][1]
    while at:
        cuts.append(at)
        at = best[at][1]
    return tuple(reversed(cuts))


def agreement(cuts: Sequence[date], changes: Sequence[date], tolerance: timedelta) -> tuple[int, float | None]:
    """How many cuts have a change of their own within `tolerance`, and F1 = 2 · hits / (cuts + changes), from 0 to 1;
    None where there is neither. Source: van den Burg and Williams (2020), An evaluation of change point detection."""
    left = list(changes)
    hits = 0
    for cut in cuts:
        near = min(left, key=lambda change: abs(change - cut), default=None)
        if near is not None and abs(near - cut) <= tolerance:
            left.remove(near)
            hits += 1
    both = len(cuts) + len(changes)
    return hits, round(2 * hits / both, 3) if both else None
