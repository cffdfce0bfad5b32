"""Many words, found at once: the longest at each place, in one pass over the text."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Lexicon(Generic[T]):
    """Words of two characters or more with what each means.

    A pattern of all first and all second characters skips most of a text; the first two characters then tell the lengths
    that are worth a look.
    """

    def __init__(self, words: Iterable[tuple[str, T]]) -> None:
        self._words = dict(words)
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[:2], set()).add(len(word))
        self._lengths = {start: tuple(sorted(found, reverse=True)) for start, found in lengths.items()}
        firsts, seconds = ("".join(sorted({start[at] for start in lengths})) for at in (0, 1))
        self._start = re.compile(f"[{re.escape(firsts)}](?=[{re.escape(seconds)}])" if lengths else "(?!)")

    def at(self, text: str, start: int) -> Iterator[tuple[str, T]]:
        """The words that stand at `start`, longest first."""
        for length in self._lengths.get(text[start : start + 2], ()):
            word = text[start : start + length]
            meaning = self._words.get(word)
            if meaning is not None:
                yield word, meaning

    def scan(self, text: str, accept: Callable[[str, int, str, T], bool]) -> Iterator[tuple[int, str, T]]:
        """(start, word, meaning) of each place's longest accepted word, from left to right, without overlap.

        `accept` is asked with (text, start, word, meaning).
        """
        free = 0
        lengths, words = self._lengths, self._words
        for hit in self._start.finditer(text):
            start = hit.start()
            if start < free:
                continue
            for length in lengths.get(text[start : start + 2], ()):
                word = text[start : start + length]
                meaning = words.get(word)
                if meaning is not None and accept(text, start, word, meaning):
                    yield start, word, meaning
                    free = start + length
                    break
