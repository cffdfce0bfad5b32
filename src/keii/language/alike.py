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


def _normal(word: str) -> str:
    """The normal form of a word that is one, else the word as it is written."""
    found = list(tokenise(word))
    return found[0].norm if len(found) == 1 else word
