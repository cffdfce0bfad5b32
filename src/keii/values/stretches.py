"""A very long text in stretches that can be read one after another."""

import re
from collections.abc import Iterator

from keii.values.offsets import Range

_BLANK = r"\n[ \t\u3000\r]*\n"
_YEAR = ("(?:[12１２][0-9０-９]{3}|[一二][〇零一二三四五六七八九]{3}"
         "|(?:明治|大正|昭和|平成|令和)(?:[0-9０-９]{1,2}|元|[一二三四五六七八九十]{1,3}))年")
_BORDERS = (re.compile(rf"{_BLANK}(?=[^\n。]{{0,40}}?{_YEAR})"), re.compile(_BLANK), re.compile(r"\n"), re.compile("[。．]"))


def stretches(text: str, size: int) -> Iterator[Range]:
    """`text` as consecutive ranges of `size` to twice `size` code points; a text not longer than that is one.

    A border stands behind a blank line: where one is followed by a line that soon names its year there, so that what comes
    next (同年, 同日, a bare month) does not lean on what was before. Where there is none it stands behind a line, else behind a
    sentence, else anywhere.
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
