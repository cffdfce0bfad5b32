"""Whether two stretches of Japanese run on into one another, by the words that would cross the seam."""

from functools import lru_cache

from sudachipy import Dictionary, SplitMode, Tokenizer

_REACH = 12
_DEPENDENT = frozenset(("助詞", "助動詞", "接尾辞", "補助記号"))


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    return Dictionary(dict="core").tokenizer()


@lru_cache(maxsize=4096)
def _cost(text: str) -> int:
    """Cost of the best path of words through a text: the lower, the more likely."""
    return int(_tokenizer().tokenize(text, SplitMode.C).get_internal_cost())


def seam_cost(before: str, after: str) -> int:
    """What joining costs: far below zero where a word crosses the seam (非核化に取|り組む), else some thousands."""
    tail, head = before[-_REACH:], after[:_REACH]
    return _cost(tail + head) - _cost(tail) - _cost(head)


def begins_word(text: str) -> bool:
    """Whether a text can begin a phrase: it does not with a particle, an auxiliary or a suffix."""
    first = next(iter(_tokenizer().tokenize(text[:_REACH], SplitMode.C)), None)
    return first is not None and first.part_of_speech()[0] not in _DEPENDENT


def crosses(before: str, after: str) -> bool:
    """Whether joining makes a word of the dictionary out of the end of one and the beginning of the other: 米中関|係."""
    tail, head = before[-_REACH:], after[:_REACH]
    cut = len(tail)
    return any(word.begin() < cut < word.end() and not word.is_oov() for word in _tokenizer().tokenize(tail + head, SplitMode.C))
