"""How many columns a text takes on a terminal, and cutting, padding and wrapping by them.

East Asian wide and full-width characters take two columns, combining and format characters none. Ambiguous ones
(…, ●, →, Greek) are counted narrow, as today's terminals draw them unless told otherwise; a terminal that draws them
wide is served by `ambiguous=2`. The tables put ambiguous characters of their own only where nothing follows in line.
"""

import re
import unicodedata
from functools import lru_cache

ELLIPSIS = "…"
_WIDOW = 6
_NO_START = frozenset("、。，．,.・：；:;？！?!゛゜ヽヾゝゞ々ー）)〕]］｝}〉》」』】’”…‥～〜゠–％%"
                      "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
_NO_END = frozenset("（(〔[［｛{〈《「『【‘“")
_LATIN_WORD = re.compile(r"[0-9A-Za-zÀ-ɏ.,'’\-/:%()]+|\s+|.", re.DOTALL)
_BREAK = re.compile(r"(?<=[^\x00-\x7f])[ \t]*[\r\n]+[ \t]*|[ \t]*[\r\n]+[ \t]*(?=[^\x00-\x7f])|(?<=\d)[\r\n]+(?=\d)")
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@lru_cache(maxsize=8192)
def _columns(char: str, ambiguous: int) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc", "Zl", "Zp"):
        return 0
    if "\u1160" <= char <= "\u11ff":
        return 0
    kind = unicodedata.east_asian_width(char)
    return 2 if kind in "WF" else ambiguous if kind == "A" else 1


def width(text: str, ambiguous: int = 1) -> int:
    """Columns that `text`, one line without control characters, takes."""
    return sum(_columns(char, ambiguous) for char in text)


def one_line(text: str) -> str:
    """`text` safe to print in one line: line breaks go beside a Japanese character and within a number, other white
    space becomes a space, control and direction characters, which could steer a terminal, become U+FFFD."""
    return _HIDDEN.sub("\ufffd", re.sub(r"[ \t\r\n\f\v]+", " ", _BREAK.sub("", text.strip())))


def pad(text: str, columns: int, *, right: bool = False, ambiguous: int = 1) -> str:
    """`text` filled with spaces to `columns` (on its left where `right`); a wider text stays as it is."""
    fill = " " * max(0, columns - width(text, ambiguous))
    return fill + text if right else text + fill


def truncate(text: str, columns: int, ambiguous: int = 1) -> str:
    """The longest beginning of `text` that fits `columns`, with … where something was cut; marks stay on their base."""
    if width(text, ambiguous) <= columns:
        return text
    kept, used = "", width(ELLIPSIS, ambiguous)
    for char in text:
        used += _columns(char, ambiguous)
        if used > columns:
            break
        kept += char
    return kept.rstrip() + ELLIPSIS if columns > 0 else ""


def _pieces(text: str) -> list[str]:
    """The stretches a line may be broken between: Latin words and numbers whole, closing marks with what they close."""
    pieces: list[str] = []
    for piece in _LATIN_WORD.findall(text):
        clings = pieces and (piece[0] in _NO_START or pieces[-1][-1] in _NO_END or not width(piece))
        if clings and not pieces[-1].isspace():
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def _chop(piece: str, columns: int, ambiguous: int) -> list[str]:
    """A stretch wider than a line, cut wherever the line is full."""
    parts, used = [""], 0
    for char in piece:
        size = _columns(char, ambiguous)
        if parts[-1] and used + size > columns:
            parts.append("")
            used = 0
        parts[-1] += char
        used += size
    return parts


def wrap(text: str, columns: int, ambiguous: int = 1) -> list[str]:
    """`text` (one line) in lines of at most `columns`, by the Japanese rules of line beginnings and endings."""
    rows, used = [""], 0
    for piece in _pieces(text):
        for part in _chop(piece, columns, ambiguous):
            size = width(part, ambiguous)
            if rows[-1] and used + size > columns and not part.isspace():
                rows[-1] = rows[-1].rstrip()
                rows.append("")
                used = 0
            if part.isspace() and not rows[-1]:
                continue
            rows[-1] += part
            used += size
    rows[-1] = rows[-1].rstrip()
    return rows


def balanced(text: str, columns: int, ambiguous: int = 1) -> list[str]:
    """`wrap`, but without a last line of one or two characters: the lines are made shorter, never more."""
    rows = wrap(text, columns, ambiguous)
    for narrower in range(columns - 1, columns // 2, -1):
        if len(rows) == 1 or width(rows[-1], ambiguous) > _WIDOW:
            break
        tried = wrap(text, narrower, ambiguous)
        if len(tried) > len(rows):
            break
        rows = tried
    return rows
