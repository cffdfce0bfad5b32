"""A sentence without its brackets: what stands in （…） is set aside; a 「…」 and a time expression become one noun."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from keii.values.fold import fold

QUOTE = "■"  # stands for a whole quotation in the outline
TIME = "▲"  # stands for a whole time expression
_PAIRS = {"（": "）", "(": ")", "〔": "〕", "[": "]", "［": "］", "【": "】", "<": ">", "＜": "＞"}
_QUOTES = {"「": "」", "『": "』", "“": "”", "｢": "｣", "〈": "〉", "《": "》"}
_SIGN = re.compile("[" + re.escape("".join([*_PAIRS, *_PAIRS.values(), *_QUOTES, *_QUOTES.values()])) + "]")


@dataclass(frozen=True, slots=True)
class Outline:
    """`text` is the outer text; `origin[i]` the index of its i-th character in the clean text, with one more entry for
    the end. `asides` are the ranges in brackets (without them), `nouns` those that one sign stands for."""

    text: str
    origin: tuple[int, ...]
    asides: tuple[tuple[int, int], ...]
    nouns: tuple[tuple[int, int], ...]

    def ends(self) -> dict[int, int]:
        """For each start of a quotation or a time, its end."""
        return dict(self.nouns)


def outline(text: str, start: int, end: int, times: Sequence[tuple[int, int]] = ()) -> Outline:
    """The outline of `text[start:end]`. Unbalanced brackets are ordinary characters. Linear.

    `times` are ascending ranges of time expressions; one that crosses a bracket is left as it is.
    """
    pieces: list[str] = []
    origin: list[int] = []
    asides: list[tuple[int, int]] = []
    nouns: list[tuple[int, int]] = []
    position = start
    for low, high, sign in _stretches(text, start, end, times):
        if low < position:
            continue
        pieces.append(text[position:low])
        origin.extend(range(position, low))
        if sign:
            pieces.append(sign)
            origin.append(low)
            nouns.append((low, high))
        elif high > low + 2:
            asides.append((low + 1, high - 1))
        position = high
    pieces.append(text[position:end])
    origin.extend(range(position, end))
    return Outline(fold("".join(pieces)), (*origin, end), tuple(asides), tuple(nouns))


def _stretches(text: str, start: int, end: int, times: Sequence[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """What is not read as it stands: (start, end, sign); the sign is "" for what is set aside."""
    found = [(low, high + 1, QUOTE if text[low] in _QUOTES else "") for low, high in _partners(text, start, end).items()]
    found.extend((low, high, TIME) for low, high in times if start <= low and high <= end)
    return sorted(found, key=lambda stretch: (stretch[0], -stretch[1]))


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
