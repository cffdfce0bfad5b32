"""The first of many names, as a sentence lists them."""

from collections.abc import Iterable
from itertools import islice

_MOST = 12


def few(names: Iterable[str]) -> str:
    """`a, b, c`, with … where there are more than a sentence holds."""
    shown = list(islice(names, _MOST + 1))
    return ", ".join(shown if len(shown) <= _MOST else [*shown[:_MOST], "…"])
