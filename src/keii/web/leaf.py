"""One page of a table that is too long for one."""

from collections.abc import Sequence
from dataclasses import dataclass

from keii.values.digest import Digest


@dataclass(frozen=True)
class Leaf:
    """A page of at most `size` rows with the number the first of them has in the whole, from 0."""

    number: int
    pages: int
    first: int
    size: int
    rows: Sequence[Digest]


def leaf_of(rows: Sequence[Digest], asked: str | None, size: int) -> Leaf:
    """The page that was asked for, the nearest there is."""
    pages = max(1, -(-len(rows) // size))
    number = whole(asked, 1, pages)
    return Leaf(number, pages, (number - 1) * size, size, rows[(number - 1) * size : number * size])


def whole(text: str | None, least: int, most: int) -> int:
    """A number of an address, within its bounds; the least where it is none."""
    return min(max(int(text), least), most) if text and text.isascii() and text.isdigit() and len(text) < 9 else least
