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
def forms(word: str) -> tuple[str, ...]:
    """The words that can replace `word` (in its normal form), as they may begin in a text: of a verb its stems
    (送り返す: 送り返さ 送り返し …), so that a search without grammar finds them."""
    like = dict.fromkeys(other for group in groups() if word in group for other in group if other != word)
    return tuple(dict.fromkeys(form for other in like for form in _begun(other) if len(form) > 1))


_ROWS = {"う": "わいっえおう", "く": "かきいけこく", "ぐ": "がぎいげごぐ", "す": "さしせそす", "つ": "たちってとつ", "ぬ": "なにんねのぬ",
         "ぶ": "ばびんべぼぶ", "む": "まみんめもむ", "る": "らりっれろる"}


def _begun(word: str) -> tuple[str, ...]:
    """A verb with each sound its stem goes on with, of one in -eru or -iru the bare stem too; another word as it is."""
    stem, last = word[:-1], word[-1:]
    if word.endswith("する"):
        return word[:-2] + "し", word[:-2] + "さ", word
    if last not in _ROWS or not stem:
        return (word,)
    if last == "る" and stem[-1] in "いきしちにひみりぎじびえけせてねへめれげぜでべ":
        return (stem,) if len(stem) > 1 else (word, stem + "ま", stem + "た", stem + "て", stem + "ら")
    return tuple(stem + sound for sound in _ROWS[last])


def _normal(word: str) -> str:
    """The normal form of a word that is one, else the word as it is written."""
    found = list(tokenise(word))
    return found[0].norm if len(found) == 1 else word
