"""Whether a text names an act only to say of whom or what it speaks: 拉致された人たちの写真, 拉致被害者の家族. Its date is not that of the act."""

import re

from keii.values.question import Term
from keii.values.spelling import folded, occurrences_of
from keii.values.view import Passage

_NOUN = re.compile("(?:事件|問題|疑惑)?(?:の)?(?:被害者|実行犯|容疑者?|関係者|家族|犠牲者|遺族|生存者|対象者|参加者|経験者|反対派|賛成派)")
_CLAUSE = re.compile("(?:し|され|せられ|させられ)?て?(?:い|き)?た(?:とされ(?:て(?:い)?)?る|という)?(?=[一-龥ァ-ヶー])"
                     "(?!とき|時|日|年|月|際|後|直後|翌)")
_STARTS = "、。「『はが"


def only_marks_out(passage: Passage, core: Term) -> bool:
    """Whether everywhere a passage names an act it is one of those who did or suffered it, and no date stands in that very clause."""
    text = folded(passage.text)
    words = {part for form in core.forms for part in form.split("+")[-1:] if len(part) > 1}
    places = [place for word in words for place in occurrences_of(word, text)]
    return bool(places) and all(_marks(passage.text, passage, *place) for place in places)


def _marks(text: str, passage: Passage, start: int, end: int) -> bool:
    if not (_NOUN.match(text, end) or _CLAUSE.match(text, end - (text[end - 1] in "ただ"))):
        return False
    low = max(text.rfind(sign, 0, start) for sign in _STARTS)
    return not any(low < at <= start for at in passage.at)
