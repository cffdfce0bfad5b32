"""One-to-one assignment of what was found to what was wanted, and the measures made of its counts."""

from collections.abc import Callable, Sequence
from typing import TypeVar

W = TypeVar("W")
F = TypeVar("F")


def assign(wanted: Sequence[W], found: Sequence[F],
           likeness: Callable[[W, F], float | None]) -> tuple[tuple[W, F], ...]:
    """Pairs, the likest first, no member twice. `likeness` None means that a pair is impossible."""
    scored = [(score, -i, -j) for i, one in enumerate(wanted) for j, other in enumerate(found)
              if (score := likeness(one, other)) is not None]
    taken_w: set[int] = set()
    taken_f: set[int] = set()
    pairs = []
    for _, i, j in sorted(scored, reverse=True):
        if i not in taken_w and j not in taken_f:
            taken_w.add(i)
            taken_f.add(j)
            pairs.append((wanted[-i], found[-j]))
    return tuple(pairs)


def overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """How many code points two ranges share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def precision(hit: int, found: int) -> float:
    return hit / found if found else 0.0


def recall(hit: int, wanted: int) -> float:
    return hit / wanted if wanted else 0.0


def f1(hit: int, wanted: int, found: int) -> float:
    """Harmonic mean of precision and recall, 0 where both are."""
    p, r = precision(hit, found), recall(hit, wanted)
    return 2 * p * r / (p + r) if p + r else 0.0
