"""Verbs that say of a noun only that it came about: 合意が結ばれた, 協議を始めた. What dates the noun itself (2011年3月の札幌合意) tells it."""

import re

from keii.asking.find import Found
from keii.asking.polarity import said_of
from keii.asking.weigh import core_of
from keii.values.question import Question, Term
from keii.values.spelling import fold_word

_PAPERS = frozenset("結ぶ 締結 成立 まとまる まとめる 交わす 取り交わす 調印 署名 採択 出る 出す 発表 できる 生まれる 誕生 得る 達する 合意 "
                    "決まる 作る 作成".split())
_HAPPENS = frozenset("起きる 起こる 発生 始める 始まる 開始 開く 開かれる 行う 行われる 実施 開催 実現 持つ 持たれる 強行 挙行 "
                     "催す".split())
_NUMBER = "[0-9〇一二三四五六七八九十]+"
_DAY = (rf"(?:{_NUMBER}(?:年|月|日)|(?:同|翌|前)(?:年|月|日))(?:{_NUMBER}(?:月|日)|春|夏|秋|冬|末|初め|上旬|中旬|下旬|頃)*"
        r"(?:\([^()]{1,16}\))?")
_SAID = "(?:(?:第[0-9一二三四五六七八九十]+[回次])?[一-龥ァ-ヶー]{0,8})"
_HELD = "[^、。はがを]{0,6}(?:を|が|は|も|の)?(?:行|開|実施|開催|持た|持ち|始|開始|実現)"


def come_about(question: Question, one: Found) -> bool:
    """Whether a question asks when or where something came about, and what was found dates the thing itself or tells it as held."""
    core = core_of(question)
    if core is None or core.label not in _PAPERS | _HAPPENS or question.kind not in ("when", "where"):
        return False
    thing = _thing(question, core)
    if thing is None:
        return False
    words = "|".join(re.escape(form) for form in thing.forms if "+" not in form and len(form) > 1)
    text = one.speech.text
    if question.kind == "when" and words and re.search(rf"{_DAY}(?:の|に(?:開催|実施|採択|署名|締結|合意)された){_SAID}(?:{words})|"
                                                       rf"(?:{words})[」』]?\({_DAY}", text):
        return True
    return bool(words) and core.label in _HAPPENS and one.row is not None and one.row.lead.status == "realised" and (
        re.search(f"(?:{words}){_HELD}", text) is not None)


def came_not_about(question: Question, one: Found) -> bool:
    """Whether a question asks whether something was settled or held, and what was found tells that very thing as put off or not done:
    付託は見送りとされた of 付託を決めたか."""
    core = core_of(question)
    if core is None or core.label not in _PAPERS | _HAPPENS | _SETTLED or question.kind != "yesno" or not question.happened:
        return False
    thing = _thing(question, core)
    own = next((own for term, own in zip(question.terms, one.weight.own, strict=True) if term is thing), 0.0)
    return thing is not None and own >= 1 and one.score >= _LEAST and said_of(question, thing, one.speech.text) == "no"


_SETTLED, _LEAST = frozenset("決める 決定 承認 認める 可決 受け入れる".split()), 0.6


def _thing(question: Question, core: Term) -> Term | None:
    """What came about: the term that stands right before the verb as its subject or object."""
    asked = "".join(fold_word(question.text).split())
    head = re.escape(core.label[:2] if re.fullmatch("[一-龥]{2}", core.label) else core.label[:1])
    for term in question.terms:
        named = "|".join(re.escape(form) for form in (term.label, *term.forms) if "+" not in form)
        if term is not core and term.role != "who" and not term.aside and term.weight >= 1 and re.search(
                f"(?:{named})[」』]?(?:が|を|は|も|の)(?:初めて|最初に|いつ|どこで)?{head}", asked):
            return term
    return None
