"""Whether the thing a question asks of stands in what is to settle it: 条項は入ったか is no yes where only the treaty is told of."""

import re

from keii.asking.find import Found
from keii.asking.likes import words
from keii.asking.weigh import core_of
from keii.values.question import Question
from keii.values.spelling import fold_word

_NEAR, _KANGO = 0.45, 1.3
_STANDS_FOR = re.compile("これ|それ|同(?![一-龥]盟|時|意)|当該|(?<![一-龥])両")
"""What stands for a thing that was named before."""


def of_its_subject(question: Question, one: Found) -> bool:
    """Whether the thing that a question names right before the act as its subject or object stands in what is to tell that it was so."""
    asked, core = "".join(fold_word(question.text).split()), core_of(question)
    if core is None or _STANDS_FOR.search(one.speech.text):
        return True
    act = re.escape(core.label[:1])
    return all(own >= _NEAR for term, own in zip(question.terms, one.weight.own, strict=True)
               if term.role == "thing" and term.weight >= _KANGO and not term.aside and term.label not in words("asked")
               and re.search(f"{re.escape(term.label)}(?:は|が|を|も){act}", asked))
