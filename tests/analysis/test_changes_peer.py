"""Our cut of a series against that of the package ruptures, where it is installed."""

import random

import pytest

from keii.analysis.changes import change_points, noise

ruptures = pytest.importorskip("ruptures", reason="ruptures is not installed: nothing to hold our cut against")


@pytest.mark.parametrize("seed", range(12))
def test_the_same_cut_as_pelt(seed: int) -> None:
    from math import log  # noqa: PLC0415

    import numpy  # noqa: PLC0415 - comes with ruptures

    chance = random.Random(seed)
    levels = [chance.uniform(0, 1) for _ in range(4)]
    points = [[levels[at // 15] + chance.gauss(0, 0.1), levels[(at // 15 + 1) % 4] + chance.gauss(0, 0.1)] for at in range(60)]
    found = ruptures.Pelt(model="l2", min_size=2, jump=1).fit(numpy.array(points)).predict(pen=2 * noise(points) * log(60))
    assert change_points(points) == tuple(found[:-1])
