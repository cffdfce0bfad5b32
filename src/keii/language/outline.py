"""A sentence without its brackets: what stands in （…） is set aside, what stands in 「…」 becomes one noun."""

import re
from dataclasses import dataclass

from keii.values.fold import fold

QUOTE = "〓"  # stands for a whole quotation in the outline
_PAIRS = {"（": "）", "(": ")", "〔": "〕", "[": "]", "［": "］", "【": "】", "<": ">", "＜": "＞"}
_QUOTES = {"「": "」", "『": "』", "“": "”", "｢": "｣", "〈": "〉", "《": "》"}
_SIGN = re.compile("[" + re.escape("".join([*_PAIRS, *_PAIRS.values(), *_QUOTES, *_QUOTES.values()])) + "]")


@dataclass(frozen=True, slots=True)
class Outline:
    """`text` is the outer text; `origin[i]` the index of its i-th character in the clean text, with one more entry for
    the end. `asides` are the ranges in brackets (without them), `quotes` those of quotations (with their marks)."""

    text: str
    origin: tuple[int, ...]
    asides: tuple[tuple[int, int], ...]
    quotes: tuple[tuple[int, int], ...]

    def ends(self) -> dict[int, int]:
        """For each start of a quotation, its end."""
        return dict(self.quotes)


def outline(text: str, start: int, end: int) -> Outline:
    """The outline of `text[start:end]`. Unbalanced brackets are ordinary characters. Linear."""
    partner = _partners(text, start, end)
    pieces: list[str] = []
    origin: list[int] = []
    asides: list[tuple[int, int]] = []
    quotes: list[tuple[int, int]] = []
    position = start
    for match in _SIGN.finditer(text, start, end):
        at = match.start()
        if at < position or at not in partner:
            continue
        pieces.append(text[position:at])
        origin.extend(range(position, at))
        close = partner[at]
        if text[at] in _QUOTES:
            pieces.append(QUOTE)
            origin.append(at)
            quotes.append((at, close + 1))
        elif close > at + 1:
            asides.append((at + 1, close))
        position = close + 1
    pieces.append(text[position:end])
    origin.extend(range(position, end))
    return Outline(fold("".join(pieces)), (*origin, end), tuple(asides), tuple(quotes))


def _partners(text: str, start: int, end: int) -> dict[int, int]:
    """Opening position → closing position, of balanced pairs."""
    stack: list[int] = []
    found: dict[int, int] = {}
    for match in _SIGN.finditer(text, start, end):
        sign, at = match[0], match.start()
        if sign in _PAIRS or sign in _QUOTES:
            stack.append(at)
            continue
        for depth in range(len(stack) - 1, max(len(stack) - 4, -1), -1):
            opening = text[stack[depth]]
            if _PAIRS.get(opening) == sign or _QUOTES.get(opening) == sign:
                found[stack[depth]] = at
                del stack[depth:]
                break
    return found
