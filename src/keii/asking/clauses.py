"""Whose act a place in a sentence tells, where several do something in it: 三か国は署名したが、大統領は署名を拒否した."""

import re
from collections.abc import Sequence
from functools import lru_cache

from keii.values.question import Question

_SUBJECT = re.compile(r"(?P<name>[一-龥々ァ-ヶーa-z0-9・=]{1,24})(?:\([^()]{1,24}\))?(?P<mark>は|が|も)(?![ぁ-ん]{0,2}[、。]{2})")
_ADNOMINAL = re.compile(r"(?:[たるだ]|[うくすつぬむ])(?=[「『一-龥ァ-ヶー])(?!とき|時点|際|後|前|中)")
_SEVERAL = re.compile("(?:[二三四五六0-9]+(?:者|か国|カ国|ヵ国|ヶ国)|両国|両者|双方|各国)$")
_TITLED = re.compile("(?:首相|総理|大統領|委員長|主席|総書記|書記長|外相|大臣|長官|次官|局長|議員|氏|さん|大使|代表|補佐官|国防相|防衛相)$")
_SUBJECT_IN_QUESTION = re.compile("(?:政府|側|軍|当局|[^、。はがも]{0,8})?(?:は|が|も)")


@lru_cache(maxsize=512)
def _asked(question: Question) -> tuple[str, ...]:
    """The forms of those a question lets do the act: persons where one is its subject, else the states that are."""
    text = "".join(question.text.split())
    subjects = [term for term in question.terms if term.role == "who" and not term.aside
                and any(re.search(f"{re.escape(form)}{_SUBJECT_IN_QUESTION.pattern}", text) for form in term.forms)]
    persons = [term for term in subjects if not term.codes]
    return tuple(form for term in persons or subjects for form in term.forms)


def told_of_another(question: Question, text: str, at: int) -> bool:
    """Whether what stands at an index of a text is done by another than the one asked of, who does something else in the same sentence
    or is stood in for: 主席の特別代表として訪れた."""
    asked = _asked(question)
    if not asked:
        return False
    low, high = text.rfind("。", 0, at) + 1, text.find("。", at)
    sentence = text[low : high if high >= 0 else len(text)]
    names = "|".join(map(re.escape, asked))
    if re.search(rf"(?:{names})[一-龥ァ-ヶー]{{0,8}}(?:の(?:特別代表|代表|特使|代理|名代)として|に代わ[っり])[^、。]*$", sentence[: at - low]):
        return True
    subjects = [match for match in _SUBJECT.finditer(sentence)]
    if not any(_is_one(match["name"], asked) for match in subjects):
        return False
    for match in reversed([match for match in subjects if match.end() <= at - low + 1]):
        if _is_one(match["name"], asked):
            return False
        if _acts(match["name"], question.states, persons=True) and not (
                match["mark"] == "が" and sentence[match.end() : match.end() + 1] != "、" and _ADNOMINAL.search(sentence, match.end(), at - low + 1)):
            return True
    return False


def _is_one(name: str, asked: Sequence[str]) -> bool:
    return any(form in name for form in asked)


def _acts(name: str, states: frozenset[str], *, persons: bool) -> bool:
    """Whether a name is that of somebody who acts: a state, several together, or the holder of an office."""
    bare = re.sub("(?:政府|側|軍|当局|政権|代表団)$", "", name)
    return bare in states or _SEVERAL.search(name) is not None or (persons and _TITLED.search(name) is not None)
