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
        if clauses and (joined := _joined(scene, clauses[-1], clause) or _resolved(scene, clauses[-1], clause)):
            clauses[-1] = joined
        else:
            clauses.append(clause)
    return replace(scene, clauses=tuple(clauses)) if len(clauses) < len(scene.clauses) else scene


def _resolved(scene: Scene, inner: Clause, outer: Clause) -> Clause | None:
    """供給を打ち切る|ことにした, 交渉を再開する|こととした: what is resolved on, as one clause with its resolving."""
    if inner.link == "subordinate" and outer.lemma in ("至る", "及ぶ") and scene.text[inner.end : outer.head[0]] == "に":
        return replace(inner, end=outer.end, link=outer.link, tail=scene.text[inner.head[1] : outer.end],
                       traits=inner.traits | outer.traits, topic=outer.topic or inner.topic)  # 参加を中断する|に至る
    last = outer.phrases[-1] if outer.phrases else None
    if inner.link != "quote" or inner.noun is None or scene.phrase_words(inner.noun) != "こと" or outer.lemma not in ("する", "致す", "いたす") \
            or last is None or last.case not in ("に", "と") or last.start != inner.end or scene.phrase_words(last) != "こと" \
            or last.end + 1 != outer.head[0]:
        return None
    phrases = tuple(sorted([*outer.phrases[:-1], *inner.phrases]))
    return replace(inner, start=min(inner.start, outer.start), end=outer.end, link=outer.link, noun=None,
                   tail=scene.text[inner.head[1] : outer.end], traits=inner.traits | outer.traits, phrases=phrases,
                   topic=outer.topic or inner.topic)


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
