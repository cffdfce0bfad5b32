"""とする behind quoted words is a verb of saying where somebody named says them: 国家情報院は、再び実験するかもしれないとしている.

With nobody named (…とされる, …とした) it only hedges, and とする談話 belongs to its noun.
"""

from dataclasses import replace

from keii.coding.heads import heads_phrase, of_phrase
from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase, Trait

_SAYING = "述べる"


def told(scene: Scene) -> Scene:
    """The scene with each such する as a verb of saying."""
    if "とし" not in scene.text:
        return scene
    whole = tuple(replace(clause, lemma=_SAYING, norm=_SAYING, traits=clause.traits | _going_on(clause)) if _says(scene, position) else clause
                  for position, clause in enumerate(scene.clauses))
    return replace(scene, clauses=whole)


def _going_on(clause: Clause) -> frozenset[Trait]:
    """「遺憾だ」と|している: what is read as a verb of being says that it goes on."""
    return frozenset() if clause.lemma == "する" or "past" in clause.traits else frozenset(("progress",))


def _says(scene: Scene, position: int) -> bool:
    clause, inner = scene.clauses[position], scene.clauses[position - 1] if position else None
    if clause.lemma in ("いる", "おる") and clause.link == "end":  # 「遺憾だ」と|している
        quoted = clause.phrases[-1] if clause.phrases else None
        return quoted is not None and quoted.case == "として" and scene.text[quoted.end - 1] in "」』" and _named(scene, clause)
    if clause.lemma != "する" or clause.link != "end" or inner is None or inner.link not in ("quote", "end") \
            or not clause.traits & {"past", "progress"} or clause.traits & {"passive", "negative"} \
            or scene.text[inner.end : clause.head[0]] not in ("と", "だと", "」と"):
        return False
    return _named(scene, clause)


def _named(scene: Scene, clause: Clause) -> bool:
    return any(phrase.case in ("は", "が", "も") and _voice(scene, phrase) for phrase in (*clause.phrases, clause.topic) if phrase is not None)


def _voice(scene: Scene, phrase: Phrase) -> bool:
    return any(actor.kind != "place" and heads_phrase(scene, actor, phrase) for actor in of_phrase(scene, phrase))
