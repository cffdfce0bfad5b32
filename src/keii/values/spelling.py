"""One spelling for many, so that a word is found however it was set: widths, half-width kana, old forms of characters.

国 finds 國, ミサイル finds ﾐｻｲﾙ, 2270 finds ２２７０, thaad finds THAAD. Folding may shorten a text (ｶﾞ is ガ), so it comes
with the place of each folded character in the original.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_SIGNS = {"～": "〜", "∼": "〜", "~": "〜", "–": "-", "—": "-", "―": "-", "‐": "-", "‑": "-", "−": "-", "－": "-",
          "“": '"', "”": '"', "’": "'", "‘": "'", "·": "・", "•": "・", "．": ".", "，": "、", "､": "、", "｡": "。"}
_VOICED = {"ﾞ": "\u3099", "ﾟ": "\u309a"}


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in one spelling. `starts[i]` is where its character `i` begins in the original; one more marks the end."""

    text: str
    starts: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original that `start:end` of the folded text stands for."""
        return self.starts[start], self.starts[end]


@cache
def _old_forms() -> dict[str, str]:
    """Old and variant forms of characters with the form in use, from `old_forms.txt`."""
    lines = (files("keii.values") / "old_forms.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split() for line in lines if line and not line.startswith("#"))
    return {old: new for new, olds in pairs for old in olds}


class _Spellings(dict[int, str]):
    """The spelling of each character by its code point, worked out when it is first met. None has an empty one."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = _SIGNS.get(char) or unicodedata.normalize("NFKC", char).casefold()
        self[code] = "".join(_old_forms().get(part, part) for part in plain) or char
        return self[code]


_SPELLINGS = _Spellings()


def folded(text: str) -> Folded:
    """`text` in one spelling, with the place of each of its characters in the original."""
    if not _VOICED.keys() & set(text):
        plain = text.translate(_SPELLINGS)
        if len(plain) == len(text):
            return Folded(plain, _each(len(text) + 1))
    return _spelled_out(text)


@lru_cache(maxsize=1024)
def _each(count: int) -> tuple[int, ...]:
    return tuple(range(count))


def _spelled_out(text: str) -> Folded:
    """A text in which a character stands for several, or several for one."""
    out: list[str] = []
    starts: list[int] = []
    at, size = 0, len(text)
    while at < size:
        char, step = text[at], 1
        if at + 1 < size and text[at + 1] in _VOICED:
            joined = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", char) + _VOICED[text[at + 1]])
            if len(joined) == 1:
                char, step = joined, 2
        made = _SPELLINGS[ord(char)]
        out.append(made)
        starts.extend([at] * len(made))
        at += step
    return Folded("".join(out), (*starts, size))


@lru_cache(maxsize=16_384)
def fold_word(text: str) -> str:
    """`text` in one spelling, for comparing where offsets do not matter."""
    return folded(text).text


def occurrences_of(word: str, text: Folded) -> list[tuple[int, int]]:
    """The ranges of the original of `text` at which the folded `word` stands."""
    found, at = [], text.text.find(word)
    while at >= 0 and word:
        found.append(text.origin(at, at + len(word)))
        at = text.text.find(word, at + len(word))
    return found
