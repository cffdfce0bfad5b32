"""Names that stand nowhere in what a store holds: what is asked of them cannot be told, even where they only say when."""

import re
from collections.abc import Sequence

from keii.asking.find import Found
from keii.language.tokens import tokenise
from keii.values.question import Question, Term

_ORDINAL = re.compile("第?[0-9一二三四五六七八九十]+(?:回目?|次|度目?|期|号)")
_STANDS = 0.84


def unheard(question: Question, found: Sequence[Found]) -> bool:
    """Whether a question says when or why by a name or an ordinal of which nothing that was found speaks: プラハ会談の直後に."""
    return any(all(one.weight.own[number] < _STANDS for one in found) for number, term in enumerate(question.terms)
               if term.aside and not term.codes and _is_name(term, question.states))


def _is_name(term: Term, states: frozenset[str]) -> bool:
    if _ORDINAL.fullmatch(term.label):
        return True
    if term.role == "who":
        return True
    tokens = tokenise(term.label)
    return len(tokens) == 1 and tokens[0].sub == "地名" and term.label not in states
