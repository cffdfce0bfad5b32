"""Where the words of what a clause tells begin and end: with what it closes, and with what says how it is meant."""

import re

from keii.coding import reporting
from keii.coding.scene import Scene

_IS = re.compile("(?:もの|こと|わけ|はず|ところ)で(?:は|も)?(?:ある|あり|あっ|ない|なく|ござ)")
_SURE = re.compile("に(?:違い|ちがい|相違)(?:は|も)?(?:ない|なか|なく|あるまい)")  # 行ったに違いない: the writer infers it

_BETWEEN = re.compile("(?:よう(?:に)?|と|など|等)?(?:[一-龯]{1,2}[くに]|改めて)?")  # 放棄する|よう強く|求める


def start(scene: Scene, position: int) -> int:
    """Where the words of a happening begin: its clause with the quotations and modifiers it closes."""
    clause = scene.clauses[position]
    begin = clause.start
    for inner in reversed(scene.clauses[:position]):
        if inner.link == "subordinate" and _IS.match(scene.text, inner.end):
            begin = min(begin, inner.start)  # 米国と協議すべき|もので|あると主張した
            continue
        if inner.link not in ("quote", "relative") or (inner.end < begin - 2 and inner.end < clause.head[0] - 60):
            break
        if inner.end >= begin - 2 or _BETWEEN.fullmatch(scene.text, inner.end, begin) or (inner.noun is not None and inner.noun.start >= begin):
            begin = min(begin, inner.start)
    return begin


def end(scene: Scene, position: int) -> int:
    """The end of what can say how a clause is meant: its own end, or that of the clause that takes it up."""
    clause = scene.clauses[position]
    if sure := _SURE.match(scene.text, clause.end, scene.sentence.end):
        return sure.end()
    if hedge := reporting.hedge(scene, position):
        return hedge.end
    if clause.link == "relative":
        return clause.end
    if clause.link in ("end", "coordinate", "subordinate", "nominal"):
        return max(clause.end, min(clause.end + 2, scene.sentence.end))
    later = (other.end for other in scene.clauses[position + 1 :] if other.link in ("end", "coordinate"))
    return next(later, scene.sentence.end)
