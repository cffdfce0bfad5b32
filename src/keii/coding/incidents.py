"""An incident told by what happened in it: 公務員が射殺される|事案が|発生した, 船が沈む|事件が|起きた.

That it happened says nothing; what happened stands in the clause that modifies the word for the incident. Both are one
clause with the date, the place and the tense of the second.
"""

from dataclasses import replace

from keii.coding.scene import Scene
from keii.values.clause import Clause

_INCIDENT = ("事案", "事件", "事態", "出来事", "騒ぎ", "騒動", "事故", "場面", "一幕", "動き")
_OCCURRING = frozenset("発生 起きる 起こる 発覚 勃発 生じる ある 相次ぐ 続発 明るみ 判明 見る みる".split())


def told(scene: Scene) -> Scene:
    """The scene with each incident and what happened in it joined."""
    clauses: list[Clause] = []
    for clause in scene.clauses:
        if clauses and (joined := _joined(scene, clauses[-1], clause)):
            clauses[-1] = joined
        else:
            clauses.append(clause)
    return replace(scene, clauses=tuple(clauses)) if len(clauses) < len(scene.clauses) else scene


def _joined(scene: Scene, inner: Clause, outer: Clause) -> Clause | None:
    if inner.link != "relative" or inner.noun is None or outer.lemma not in _OCCURRING \
            or not scene.phrase_words(inner.noun).endswith(_INCIDENT):
        return None
    named = next((phrase for phrase in outer.phrases if phrase.start <= inner.noun.start < phrase.end and phrase.case in ("が", "も")), None)
    if named is None:
        return None
    phrases = tuple(sorted([*(phrase for phrase in outer.phrases if phrase is not named), *inner.phrases]))
    traits = inner.traits | (outer.traits - {"passive"})
    return replace(inner, start=min(inner.start, outer.start), end=outer.end, link=outer.link, noun=None, traits=traits,
                   phrases=phrases, topic=outer.topic)
