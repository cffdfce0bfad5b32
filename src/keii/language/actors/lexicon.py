"""Many words, found at once: the longest at each place, in one pass over the text."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Lexicon(Generic[T]):
    """Words of two characters or more with what each means. The words of one start stand longest first."""

    def __init__(self, words: Iterable[tuple[str, T]]) -> None:
        self._starts: dict[str, list[tuple[str, T]]] = {}
        for word, meaning in words:
            self._starts.setdefault(word[:2], []).append((word, meaning))
        for found in self._starts.values():
            found.sort(key=lambda pair: -len(pair[0]))
        firsts = "".join(sorted({start[0] for start in self._starts}))
        seconds = "".join(sorted({start[1] for start in self._starts}))
        self._start = re.compile(f"[{re.escape(firsts)}](?=[{re.escape(seconds)}])") if firsts else re.compile(r"(?!)")

    def at(self, text: str, start: int) -> Iterator[tuple[str, T]]:
        """The words that stand at `start`, longest first."""
        for word, meaning in self._starts.get(text[start : start + 2], ()):
            if text.startswith(word, start):
                yield word, meaning

    def scan(self, text: str, accept: Callable[[str, int, str, T], bool]) -> Iterator[tuple[int, str, T]]:
        """(start, word, meaning) of each place's longest accepted word, from left to right, without overlap.

        `accept` is asked with (text, start, word, meaning).
        """
        free = 0
        starts = self._starts
        for hit in self._start.finditer(text):
            start = hit.start()
            if start < free:
                continue
            for word, meaning in starts.get(text[start : start + 2], ()):
                if text.startswith(word, start) and accept(text, start, word, meaning):
                    yield start, word, meaning
                    free = start + len(word)
                    break
