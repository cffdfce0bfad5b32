"""Whether what is said to be called off, put off, turned down or taken up again is what a question asks of: 演習の中止 is none of the talks."""

import re

from keii.asking.polarity import fails
from keii.values.question import Question, Term

_OBJECT = re.compile(r"([一-龥々ァ-ヶーa-z0-9・]{2,})(?:について|に関し|を|も|の$)(?!理由|受け|背景|契機|機に|踏まえ|めぐ|前に|口実|後)")
_COMPOUND = re.compile("(?<![a-z])([a-z]{3,})(?:から)?の?$")
"""An abbreviation right before the act: npt脱退."""
_SUBJECT = re.compile(r"([一-龥々ァ-ヶーa-z0-9・]{2,})(?:は|が|も)")
_WHAT = re.compile("何[をがのに]|なに[をが]|どの|どんな|どういう|いずれ")
_PHASES = re.compile("再開|開始|始まる|始める|継続|続ける|続く|延長|終了|終わる|終える|解除|強化|緩和|拡大|縮小|撤廃|復活|"
                     "稼働|再稼働|稼動|再稼動|脱退|離脱|加盟|加入|復帰")
_VOTE = re.compile("拒否権|反対票|棄権")
_SAME = re.compile("[同両本各当]|措置|これ|それ|一連")
"""What stands for a thing that was named before: 両措置を継続する."""
_STARTS = re.compile("[。、（(「」]")


def of_another(question: Question, core: Term | None, text: str) -> bool:
    """Whether everywhere a text tells of the halting that a question asks of, it is that of something else."""
    if core is None or not (fails(core) or _PHASES.fullmatch(core.label)) or _WHAT.search(question.text) or _VOTE.search(core.label):
        return False
    things = [term for term in question.terms if term.role != "who" and term is not core and not term.aside and term.weight >= 1]
    places = {match.start() for form in core.forms if len(form) > 1 and "+" not in form for match in re.finditer(re.escape(form), text)}
    return bool(things and places) and all(_strange(things, text[:place]) for place in places)


def _strange(things: list[Term], before: str) -> bool:
    """Whether the words before a halting name another thing that is halted; who is named as its subject only where no object is."""
    clause = _STARTS.split(before)[-1]
    objects = [match[1] for match in _OBJECT.finditer(clause)]
    named = _COMPOUND.findall(clause)[-1:] or objects[-1:] or [match[1] for match in _SUBJECT.finditer(clause)]
    if not named:
        return False
    words = {word for term in things for word in (*term.forms, *term.parts, *term.akin, *(one for kin in term.kin for one in kin)) if "+" not in word}
    if any(_SAME.match(one) or word in one or one in word for word in words for one in named):
        return False
    return _OBJECT.search(clause) is not None or _COMPOUND.search(clause) is not None
