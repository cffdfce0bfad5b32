"""A text as lines that are not blank, with what stands around them."""

import re
from typing import NamedTuple

_BREAK = re.compile("\r\n|[\n\r\f\v\x85\u2028\u2029]")


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
    for end, following, feed in _ends(text):
        raw = text[at:end]
        body = raw.strip()
        if body:
            lead = len(raw) - len(raw.lstrip())
            start = at + lead
            indent = raw[:lead]
            lines.append(Line(start, start + len(body), body, indent, width(body) + 2 * indent.count("\u3000"), gap, page, ruled))
            gap, page, ruled = 0, False, False
        else:
            gap += not feed
            ruled = ruled or len(raw) >= 20
        page = page or feed
        at = following
    return lines


def _ends(text: str) -> list[tuple[int, int, bool]]:
    """(end of a line, start of the next, whether a form feed parts them)."""
    ends = [(m.start(), m.end(), m.group() == "\f") for m in _BREAK.finditer(text)]
    ends.append((len(text), len(text), False))
    return ends
