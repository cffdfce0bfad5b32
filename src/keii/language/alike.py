"""Words of Japanese that can replace each other in a report, whatever the field: 廃棄 and 捨てる, 採択 and 通す."""

import tomllib
from functools import cache
from importlib.resources import files

from keii.language.tokens import tokenise


@cache
def groups() -> tuple[tuple[str, ...], ...]:
    """Groups of words in the dictionary's normal form, each read as one word; a word may be in several."""
    data = tomllib.loads(files("keii.language").joinpath("alike.toml").read_text("utf-8"))
    return tuple(tuple(dict.fromkeys(map(_normal, line.split()))) for line in data["groups"])


@cache
def idioms() -> tuple[tuple[str, str], ...]:
    """Stems of phrases that are one word (膝を突き合わせ) and the word each stands for, the longest stems first."""
    data = tomllib.loads(files("keii.language").joinpath("alike.toml").read_text("utf-8"))
    found = [(stem, _normal(word.strip())) for line in data["idioms"] for stems, word in [line.split("=")] for stem in stems.split()]
    return tuple(sorted(found, key=lambda one: -len(one[0])))


def _normal(word: str) -> str:
    """The normal form of a word that is one, else the word as it is written."""
    found = list(tokenise(word))
    return found[0].norm if len(found) == 1 else word
