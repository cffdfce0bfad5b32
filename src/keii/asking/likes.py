"""Words that mean the same: those of the language from `likes.toml`, those of the field from the codebook."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from keii.values.codebook import Codebook
from keii.values.spelling import fold_word

_AGAINST = "!"


@cache
def _file() -> dict[str, str | list[str]]:
    return tomllib.loads((files("keii.asking") / "likes.toml").read_text(encoding="utf-8"))


@cache
def words(key: str) -> frozenset[str]:
    """A plain list of words of the file: `stop` says nothing in a question, `light` little."""
    return frozenset(str(_file()[key]).split())


class Likes:
    """The words that mean what a word means."""

    def __init__(self, codebook: Codebook) -> None:
        self._groups: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for line in _file()["groups"]:
            head, *rest = (fold_word(word) for word in line.split())
            self._groups[head].append((head, *rest))
        self._field: set[str] = set()
        self._apart: list[tuple[re.Pattern[str], str]] = []
        for topic in codebook.topic_list("synonyms"):
            group = tuple(map(fold_word, topic.words))
            for word in group:
                self._groups[word].append(group)
                if "+" not in word and len(word) > 1:
                    self._field.add(word)
                elif "+" in word:
                    first, last = word.split("+", 1)
                    apart = rf"{re.escape(first)}(?!側)(?:[をにへでの]|との?)?[^、。をにがは]{{0,4}}{re.escape(last)}"
                    self._apart.append((re.compile(apart), group[0]))
        self._sizes = sorted({len(word) for word in self._field}, reverse=True)

    def of(self, word: str) -> tuple[str, ...]:
        """The word itself, then all that means the same."""
        found = dict.fromkeys([word])
        for group in self._groups.get(word, ()):
            found.update(dict.fromkeys(form for form in group if not form.startswith(_AGAINST)))
        return tuple(found)

    def knows(self, word: str) -> bool:
        """Whether anything else means what a word means."""
        return word in self._groups

    def against(self, word: str) -> tuple[str, ...]:
        """What says of the same act that it did not come about: 失敗 of 成功."""
        return tuple(dict.fromkeys(form[1:] for group in self._groups.get(word, ()) for form in group if form.startswith(_AGAINST)))

    def parted(self, text: str) -> Iterator[tuple[int, int, str]]:
        """The places at which two words together mean one of the field's own, with that one: 平壌を訪れ is 訪朝."""
        taken = 0
        for start, end, word in sorted((match.start(), match.end(), word) for pattern, word in self._apart for match in pattern.finditer(text)):
            if start >= taken:
                yield start, end, word
                taken = end

    def named(self, text: str) -> Iterator[tuple[int, int]]:
        """The places of a text at which the field's own words stand, the longest where several do."""
        at = 0
        while at < len(text):
            size = next((size for size in self._sizes if text[at : at + size] in self._field), 0)
            if size:
                yield at, at + size
            at += size or 1
