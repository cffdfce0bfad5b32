"""Drawing with a seed that is handed in: the same seed gives the same draws everywhere."""

from collections.abc import Iterator, Sequence
from math import sqrt
from statistics import fmean, stdev

_MASK = (1 << 64) - 1
_RESAMPLES = 2000
_MANY = 200
_NORMAL = 1.959964


def numbers(seed: int) -> Iterator[int]:
    """Whole numbers of 64 bits. Source: SplitMix64 (Steele, Lea and Flood 2014)."""
    state = seed & _MASK
    while True:
        state = (state + 0x9E3779B97F4A7C15) & _MASK
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        yield mixed ^ (mixed >> 31)


def interval(values: Sequence[float], seed: int) -> tuple[float, float] | None:
    """The 95 % interval of the mean; None for fewer than two values.

    Percentiles 2.5 and 97.5 of the means of 2,000 resamples with replacement (Efron and Tibshirani 1993, ch. 13); above
    200 values mean ± 1.96 · s / √n, which the percentiles then come to.
    """
    count = len(values)
    if count < 2:
        return None
    if count > _MANY:
        half = _NORMAL * stdev(values) / sqrt(count)
        return fmean(values) - half, fmean(values) + half
    drawn = numbers(seed)
    means = sorted(sum(values[next(drawn) % count] for _ in values) / count for _ in range(_RESAMPLES))
    return means[round(0.025 * (_RESAMPLES - 1))], means[round(0.975 * (_RESAMPLES - 1))]
