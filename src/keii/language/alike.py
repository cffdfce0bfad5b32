"""Words of Japanese that can replace each other in a report, whatever the field: 廃棄 and 捨てる, 採択 and 通す; and those
that exclude each other."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from keii.language.tokens import tokenise

Pair = tuple[frozenset[str], frozenset[str]]


@cache
def groups() -> tuple[tuple[str, ...], ...]:
    """Groups of words in the dictionary's normal form, each read as one word; a word may be in several."""
    return tuple(group(line) for line in _data()["groups"])


@cache
def near() -> tuple[tuple[str, ...], ...]:
    """Groups of words that are no synonyms and can tell of one act where all else agrees: 壇上 and 演説, 使う and 行使."""
    return tuple(group(line) for line in _data()["near"])


@cache
def names() -> tuple[tuple[str, ...], ...]:
    """Groups of names that are one: 六者会合 and 六者協議, NPT and 核兵器不拡散条約."""
    return tuple(group(line) for line in _data()["names"])


@cache
def idioms() -> tuple[tuple[str, str], ...]:
    """Stems of phrases that are one word (膝を突き合わせ) and the word each stands for, the longest stems first."""
    found = [(stem, _normal(word.strip())) for line in _data()["idioms"] for stems, word in [line.split("=")] for stem in stems.split()]
    return tuple(sorted(found, key=lambda one: -len(one[0])))


def idioms_in(text: str) -> list[tuple[str, str]]:
    """Those of the idioms whose stem a text has, the longest first."""
    starting = _idioms_by_start()
    begun = {place for low in range(len(text)) for size in range(1, _START + 1) for place in starting.get(text[low : low + size], ())}
    return [one for one in map(idioms().__getitem__, sorted(begun)) if one[0] in text]


_START = 2
"""So many characters of a stem tell where in a text it can stand."""


@cache
def _idioms_by_start() -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, (stem, _) in enumerate(idioms()):
        found.setdefault(stem[:_START], []).append(place)
    return found


@cache
def opposite() -> tuple[Pair, ...]:
    """Words that cannot both hold of one act, those of the one side and those of the other."""
    return _pairs(_data()["opposite"])


@cache
def converse() -> tuple[Pair, ...]:
    """Words for one act seen from either side: 送る, 受け取る."""
    return _pairs(_data()["converse"])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("keii.language").joinpath("alike.toml").read_text("utf-8"))


def group(line: str) -> tuple[str, ...]:
    """The words of a line in their normal form."""
    return tuple(dict.fromkeys(map(_normal, line.split())))


def _pairs(lines: Iterable[tuple[str, str]]) -> tuple[Pair, ...]:
    return tuple((frozenset(group(left)), frozenset(group(right))) for left, right in lines)


def _normal(word: str) -> str:
    """The normal form of a word that is one, else the word as it is written."""
    found = list(tokenise(word))
    return found[0].norm if len(found) == 1 else word
