"""Cross tables over the lines of an analysis."""

from collections.abc import Iterable, Sequence

from keii.values.analysis import Matrix

Key = tuple[str, str]


def crossed(keys: Iterable[tuple[Key, Key]], rows: Sequence[Key] = (), columns: Sequence[Key] = ()) -> Matrix:
    """Lines by their (row, column) keys, in the order given; `rows` and `columns` stand first, in their order, where
    anything stands in them at all."""
    held: dict[tuple[Key, Key], list[int]] = {}
    for index, place in enumerate(keys):
        held.setdefault(place, []).append(index)
    down = _ordered(rows, [row for row, _ in held])
    across = _ordered(columns, [column for _, column in held])
    return Matrix(down, across, tuple(tuple(tuple(held.get((row, column), ())) for column in across) for row in down))


def _ordered(first: Sequence[Key], found: Sequence[Key]) -> tuple[Key, ...]:
    return tuple(dict.fromkeys([*(key for key in first if key in set(found)), *found]))
