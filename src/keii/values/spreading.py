"""Work in portions that do not touch each other: who does them is handed in."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

S = TypeVar("S")
R = TypeVar("R")


class Spread(Protocol):
    """Does `work` on each portion and gives back what came of them, in their order. What `work` looks at must stay as it is
    until all is given back."""

    def __call__(self, work: Callable[[S], R], portions: Sequence[S]) -> Iterable[R]: ...


def here(work: Callable[[S], R], portions: Sequence[S]) -> Iterable[R]:
    """All of it in this process, each portion when it is asked for."""
    return map(work, portions)


def portions(some: Sequence[S], size: int) -> list[Sequence[S]]:
    """In stretches of `size`."""
    return [some[at : at + size] for at in range(0, len(some), size)]


def together(groups: Iterable[Sequence[S]], size: int) -> Iterator[list[S]]:
    """Groups put together, none of them broken up, until they hold `size`."""
    held: list[S] = []
    for group in groups:
        held += group
        if len(held) >= size:
            yield held
            held = []
    if held:
        yield held
