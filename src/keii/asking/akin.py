"""Words that can stand for a word of a question in a report: 返す and 返還, 考え直す and 再検討."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from keii.asking.likes import words
from keii.language.alike import groups, idioms

_KANGO = re.compile("[一-龥]{2}")
_WAGO = re.compile("[一-龥][ぁ-ん]{1,3}")
_VERB = re.compile(".*[一-龥ァ-ヶ][ぁ-ん]*[うくぐすつぬぶむる]")
_PLAIN = frozenset("行言思見出入取付来続合受上下有成為事者氏国日年月人中前後本対大新会者的性化部長")
"""Characters that words share without meaning the same."""
_TURN = 3
_ENDS = {"う": "わいえおっ", "く": "かきけこい", "ぐ": "がぎげごい", "す": "さしせそ", "つ": "たちてとっ", "ぬ": "なにねのん", "ぶ": "ばびべぼん",
         "む": "まみめもん", "る": "らりれろったてなま"}


def stems(lemma: str) -> list[str]:
    """What of a verb stays in its forms: 立ち会う 立ち会, 決める 決め, 禁ずる 禁じ; of a short one the forms: 戻す 戻さ, 戻し …"""
    if lemma.endswith("ずる") and len(lemma) > 2:
        return [f"{lemma[:-2]}じ"]
    stem, last = lemma[:-1], lemma[-1]
    return [stem] if len(stem) > 1 else [lemma, *(stem + kana for kana in _ENDS.get(last, ""))]


@cache
def _known() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for group in groups():
        for word in group:
            found[word].update(dict.fromkeys(other for other in group if other != word))
    return {word: tuple(others) for word, others in found.items()}


def known(word: str) -> bool:
    """Whether a word, in its normal form, has others that mean the same."""
    return word in _known()


@cache
def akin(word: str) -> tuple[str, ...]:
    """What stands in a text for a word in its normal form: nouns as they are, of verbs what stays in their forms."""
    found = (form for other in _known().get(word, ()) if other not in words("stop") for form in _written(other))
    turns = (stem for other in (word, *_known().get(word, ())) for stem in _turns().get(other, ()))
    return tuple(dict.fromkeys((*found, *turns)))


@cache
def _turns() -> dict[str, tuple[str, ...]]:
    """The turns of phrase that say one word: 噛みつ of 非難."""
    found: dict[str, list[str]] = defaultdict(list)
    for stem, word in idioms():
        if len(stem) >= _TURN:
            found[word].append(stem)
    return {word: tuple(stems) for word, stems in found.items()}


def _written(word: str) -> Iterator[str]:
    if _VERB.fullmatch(word):
        yield from (stem for stem in stems(word) if len(stem) > 1)
    elif len(word) > 1:
        yield word


def same_character(word: str) -> str | None:
    """A regular expression for words of the other kind that share a character: 返還, 返信 of 返す; 返し, 返っ of 返還."""
    if _WAGO.fullmatch(word) and word[0] not in _PLAIN:
        return f"{word[0]}[一-龥]|[一-龥]{word[0]}"
    if _KANGO.fullmatch(word) and (chars := "".join(char for char in word if char not in _PLAIN)):
        return f"(?<![一-龥])[{chars}][ぁ-ん]"
    return None
