"""Our cut of a record against that of the package ruptures, where it is installed."""

import random
from math import log
from typing import Any

import pytest

from keii.analysis.changes import change_points, price

ruptures = pytest.importorskip("ruptures", reason="ruptures is not installed: nothing to hold our cut against")


class Multinomial(ruptures.base.BaseCost):  # type: ignore[misc]
    """Twice the negative logarithm of the likelihood of a stretch under shares of its own."""

    model = "multinomial"
    min_size = 2

    def fit(self, signal: Any) -> "Multinomial":
        self.signal = signal
        return self

    def error(self, start: int, end: int) -> float:
        held = [int(kind) for kind in self.signal[start:end].sum(axis=0)]
        return -2 * sum(number * log(number / sum(held)) for number in held if number)


@pytest.mark.parametrize("seed", range(12))
def test_the_same_cut_as_of_the_package(seed: int) -> None:
    import numpy  # noqa: PLC0415 - comes with ruptures

    chance = random.Random(seed)
    shares = [[chance.random() for _ in range(4)] for _ in range(4)]
    counts = []
    for at in range(60):
        drawn = chance.choices(range(4), shares[at // 15], k=chance.randint(1, 12))
        counts.append([drawn.count(kind) for kind in range(4)])
    found = ruptures.Pelt(custom_cost=Multinomial(), min_size=2, jump=1).fit(numpy.array(counts)).predict(pen=price(counts))
    assert change_points(counts) == tuple(found[:-1])
