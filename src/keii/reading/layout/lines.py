"""A text as lines that are not blank, with what stands around them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_BREAK = re.compile("\r\n|[\n\r\f\v\x85\u2028\u2029]")
_RULE = 20


class Line(NamedTuple):
    """A line without the white space around it: `text` is the document's text at `start:end`.

    `indent` is the white space before it, `gap` the number of blank lines above, `page` whether a page begins here.
    `width` counts a full-width character as two, an indent of them with it. `ruled` tells that one of the blank lines above was a drawn or spaced
    rule, as word processors put over footnotes.
    """

    start: int
    end: int
    text: str
    indent: str
    width: int
    gap: int
    page: bool
    ruled: bool


def width(text: str) -> int:
    """Columns of a line: full-width characters two, Latin ones one (from their length in UTF-8)."""
    return (len(text) + len(text.encode("utf-8", "surrogatepass"))) // 2


def split(text: str) -> list[Line]:
    """The lines of `text` that hold something, in order."""
    lines: list[Line] = []
    gap, page, ruled, at = 0, False, False, 0
    for end, following in _ends(text):
        raw = text[at:end]
        body = raw.strip()
        feed = text[end : end + 1] == "\f"
        if body:
            lead = raw.index(body[0])
            start, indent = at + lead, raw[:lead]
            columns = width(body) + (2 * indent.count("\u3000") if lead else 0)
            lines.append(Line(start, start + len(body), body, indent, columns, gap, page, ruled))
            gap, page, ruled = 0, False, False
        else:
            gap += not feed
            ruled = ruled or len(raw) >= _RULE
        page = page or feed
        at = following
    return lines


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """(end of a line, start of the next)."""
    for match in _BREAK.finditer(text):
        yield match.span()
    yield len(text), len(text)
