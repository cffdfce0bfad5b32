"""Words and facts as terms of the full-text index, and what is looked for as its expressions.

A text is indexed by its character bigrams in one spelling, so that words of two characters are found as they are and
words of one as beginnings; a longer word is a phrase of bigrams. Facts stand in a column of their own as terms that no
text can make (`a…` an actor, `y2004` a year). What the index finds is a superset: it is checked exactly afterwards.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
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


def words_of(texts: Iterable[str]) -> str:
    """The bigrams of texts, as one text of terms. Of each run of letters the last character is a term of its own."""
    return " ".join(term for text in texts for run in _runs(fold_word(text)) for term in _bigrams(run))


def _runs(text: str) -> list[str]:
    """Stretches of letters and digits: signs and spaces between them are no terms."""
    return _RUN.findall(text)


def _bigrams(run: str) -> Iterator[str]:
    for at in range(len(run) - 1):
        yield run[at : at + 2]
    yield run[-1]


def _phrase(run: str) -> str:
    if len(run) == 1:
        return f'"{run}" *'
    return '"' + " ".join(run[at : at + 2] for at in range(len(run) - 1)) + '"'


def exact(words: Words) -> bool:
    """Whether the index alone settles it: no word has a sign or a space within."""
    return all(len(_runs(folded_word)) == 1 and _runs(folded_word)[0] == folded_word
               for group in words for folded_word in map(fold_word, group))


def any_word(words: Sequence[str]) -> str:
    """An expression for texts that hold one of `words`; "" where one of them has no letter to look for."""
    parts = []
    for word in words:
        phrases = [_phrase(run) for run in _runs(fold_word(word))]
        if not phrases:
            return ""
        parts.append(f"({' AND '.join(phrases)})")
    return f"words : ({' OR '.join(parts)})"


def all_words(words: Words) -> Iterator[str]:
    return filter(None, map(any_word, words))


def fact(kind: str, value: str) -> str:
    """A fact as a term: plain where it is, else by a hash."""
    plain = value.lower()
    return kind + (plain if plain.isascii() and plain.isalnum() else "0" + sha256(plain.encode()).hexdigest()[:12])


def any_fact(kind: str, values: Iterable[str]) -> str:
    terms = " OR ".join(fact(kind, value) for value in values)
    return f"facets : ({terms})" if terms else ""


def each_fact(kind: str, values: Iterable[str]) -> Iterator[str]:
    return (f"facets : {fact(kind, value)}" for value in values)


def years(earliest: date | None, latest: date | None) -> list[str]:
    """The years of a time as terms; `ylong` where they are many or an end is open."""
    if earliest is None and latest is None:
        return []
    if earliest is None or latest is None or latest.year - earliest.year > _EXACT_YEARS:
        return ["ylong"]
    return [f"y{year}" for year in range(earliest.year, latest.year + 1)]


def in_window(window: When) -> str:
    """An expression for what may lie in a window."""
    low, high = window.bounds
    first = max(low.year if low else _FIRST_YEAR, _FIRST_YEAR)
    last = min(high.year if high else _LAST_YEAR, _LAST_YEAR)
    return f"facets : (ylong OR {' OR '.join(f'y{year}' for year in range(first, last + 1))})"
