"""Where the mix of events changes: the cut of a series that explains it best, each cut at a price.

Exact optimal partitioning (Jackson et al. 2005, An algorithm for optimal partitioning of data on an interval) with the
squared distance to the mean of each stretch, what PELT (Killick, Fearnhead, Eckley 2012) and `ruptures.Pelt(model="l2")`
minimise. Written out here since a series has a few hundred steps at most and the package brings scipy along; a test holds it
against the package where that is installed.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import log, sqrt

Points = Sequence[Sequence[float]]


def noise(points: Points) -> float:
    """The variance of the series around its level, summed over its parts: half the mean squared step."""
    steps = [sum((b - a) ** 2 for a, b in zip(one, other, strict=True)) for one, other in pairwise(points)]
    return sum(steps) / len(steps) / 2 if steps else 0.0


def change_points(points: Points, least: int = 2) -> tuple[int, ...]:
    """Where new stretches begin. A cut is made where it lowers the sum of squares by more than 2 · noise · ln n (after
    Schwarz); a stretch has `least` steps at least."""
    count = len(points)
    price = 2 * noise(points) * log(count) if count > 1 else 0.0
    if count < 2 * least or not price:
        return ()
    width = len(points[0])
    sums = [[0.0] * width]
    squares = [0.0]
    for point in points:
        sums.append([a + b for a, b in zip(sums[-1], point, strict=True)])
        squares.append(squares[-1] + sum(value * value for value in point))

    def cost(start: int, end: int) -> float:
        whole = sum((b - a) ** 2 for a, b in zip(sums[start], sums[end], strict=True))
        return squares[end] - squares[start] - whole / (end - start)

    best: list[tuple[float, int]] = [(-price, 0)] + [(float("inf"), 0)] * count
    for end in range(least, count + 1):
        best[end] = min((best[start][0] + cost(start, end) + price, start) for start in (0, *range(least, end - least + 1)))
    cuts: list[int] = []
    at = best[count][1]
    while at:
        cuts.append(at)
        at = best[at][1]
    return tuple(reversed(cuts))


def mix(counts: Sequence[Sequence[int]]) -> Points:
    """Counts as the roots of their shares (Hellinger), so that a step with many events weighs like one with few; a step
    without events is all 0."""
    return [[sqrt(one / total) if (total := sum(step)) else 0.0 for one in step] for step in counts]


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
