"""A very long text in stretches that can be read one after another."""

import re
from collections.abc import Iterator

from keii.values.offsets import Range

_BORDERS = (re.compile(r"\n[ \t\u3000\r]*\n"), re.compile(r"\n"), re.compile("[。．]"))


def stretches(text: str, size: int) -> Iterator[Range]:
    """`text` as consecutive ranges of `size` to twice `size` code points; a text not longer than that is one.

    A border stands behind a blank line, where there is none behind a line, else behind a sentence, else anywhere.
    """
    start = 0
    while len(text) - start > 2 * size:
        end = _border(text, start + size, start + 2 * size)
        yield start, end
        start = end
    yield start, len(text)


def _border(text: str, low: int, high: int) -> int:
    for border in _BORDERS:
        if match := border.search(text, low, high):
            return match.end()
    return high
