"""Folded text → atoms: at each promising place the first pattern that reads and that no filter rejects."""

import re
from collections.abc import Iterator

from keii.language.times import filters, readers
from keii.language.times.fragments import KANJI
from keii.language.times.patterns import by_lead
from keii.language.times.point import Atom
from keii.language.times.trigger import TRIGGER

_TABLE = by_lead()
_DIGITS = frozenset("0123456789")
_NUMERALS = frozenset(KANJI)
_ADDRESS = re.compile(r"(?:https?://|www\.|doi:? ?|10\.[0-9]{4,5}/)[!-'*-~]{1,400}")


def scan(text: str) -> Iterator[Atom]:
    """The atoms of folded and squeezed text, in order, none overlapping. Linear in the length of the text."""
    at, length = 0, len(text)
    closed = _addresses(text)
    while at < length:
        hit = TRIGGER.search(text, at)
        if hit is None:
            return
        start = hit.start()
        while closed and closed[0][1] <= start:
            closed.pop(0)
        if closed and closed[0][0] <= start:
            at = closed[0][1]
            continue
        atom = _at(text, start)
        if atom is None:
            at = start + 1
            continue
        yield atom
        at = max(atom.end, start + 1)


def _addresses(text: str) -> list[tuple[int, int]]:
    """Where links and DOIs stand: nothing in them is a date."""
    if "://" not in text and "www." not in text and "doi" not in text and "10." not in text:
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


def _at(text: str, start: int) -> Atom | None:
    char = text[start]
    if start and _inside_number(text[start - 1], char):
        return None
    for pattern in _TABLE.get(char, ()):
        match = pattern.regex.match(text, start)
        if match is None or match.end() == start:
            continue
        atom = readers.read(pattern, match)
        if atom is not None and not filters.rejects(text, atom):
            return atom
    return None


def _inside_number(before: str, char: str) -> bool:
    return (before in _DIGITS and char in _DIGITS) or (before in _NUMERALS and char in _NUMERALS)
