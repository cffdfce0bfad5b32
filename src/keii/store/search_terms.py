"""Words and facts as terms of the full-text index, and what is looked for as expressions of them.

A text is indexed by its runs of letters and digits in one spelling: how a run is found in others is for the engine to
say (`fts5`, `grams`). Facts are terms of another kind (`a…` an actor, `y2004` a year). What the index finds is a
superset: it is checked exactly afterwards.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from keii.values.spelling import fold_word
from keii.values.view import Words
from keii.values.when import When

VERSION = "1"
"""Of what stands in the index; another one makes it be built anew."""

_RUN = re.compile(r"[^\W_]+")
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_EXACT_YEARS = 40
"""What spans more years than these is found in any window and checked then."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What holds where the fact is told."""

    term: str


@dataclass(frozen=True, slots=True)
class Run:
    """What holds where the letters stand together in one run of the text."""

    letters: str


@dataclass(frozen=True, slots=True)
class AnyOf:
    """What holds where one of its parts does; there is at least one."""

    parts: "tuple[Sought, ...]"


@dataclass(frozen=True, slots=True)
class AllOf:
    """What holds where all its parts do; there is at least one."""

    parts: "tuple[Sought, ...]"


Sought = Fact | Run | AnyOf | AllOf


def runs_of(texts: Iterable[str]) -> list[str]:
    """Stretches of letters and digits in one spelling: signs and spaces between them are no terms."""
    return [run for text in texts for run in _RUN.findall(fold_word(text))]


def exact(words: Words) -> bool:
    """Whether the index alone settles it: no word has a sign or a space within."""
    return all(runs_of([word]) == [fold_word(word)] for group in words for word in group)


def any_word(words: Sequence[str]) -> Sought | None:
    """An expression for texts that hold one of `words`; None where one of them has no letter to look for."""
    parts: list[Sought] = []
    for word in words:
        runs = runs_of([word])
        if not runs:
            return None
        parts.append(AllOf(tuple(map(Run, runs))))
    return AnyOf(tuple(parts)) if parts else None


def all_words(words: Words) -> Iterator[Sought]:
    return (part for part in map(any_word, words) if part)


def fact(kind: str, value: str) -> str:
    """A fact as a term: plain where it is, else by a hash."""
    plain = value.lower()
    return kind + (plain if plain.isascii() and plain.isalnum() else "0" + sha256(plain.encode()).hexdigest()[:12])


def any_fact(kind: str, values: Iterable[str]) -> Sought | None:
    found = tuple(Fact(fact(kind, value)) for value in values)
    return AnyOf(found) if found else None


def each_fact(kind: str, values: Iterable[str]) -> Iterator[Sought]:
    return (Fact(fact(kind, value)) for value in values)


def years(earliest: date | None, latest: date | None) -> list[str]:
    """The years of a time as terms; `ylong` where they are many or an end is open."""
    if earliest is None and latest is None:
        return []
    if earliest is None or latest is None or latest.year - earliest.year > _EXACT_YEARS:
        return ["ylong"]
    return [f"y{year}" for year in range(earliest.year, latest.year + 1)]


def in_window(window: When) -> Sought:
    """An expression for what may lie in a window."""
    low, high = window.bounds
    first = max(low.year if low else _FIRST_YEAR, _FIRST_YEAR)
    last = min(high.year if high else _LAST_YEAR, _LAST_YEAR)
    return AnyOf((Fact("ylong"), *(Fact(f"y{year}") for year in range(first, last + 1))))
