"""A サ変 noun that する carries as its object: 帰国をされました is 帰国されました, 徹底した調査の約束をした is 調査の約束した.

Both say the same act. As one predicate it has its own frame (帰国: who comes home) and its own readings.
"""

from dataclasses import replace

from keii.coding.lexicon import Lexicon
from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase

_CARRYING = frozenset(("する", "いたす", "致す", "なさる"))


def joined(scene: Scene, lexicon: Lexicon) -> Scene:
    """The scene with each such noun as the predicate of its clause."""
    if not any(clause.lemma in _CARRYING for clause in scene.clauses):
        return scene
    return replace(scene, clauses=tuple(_joined(scene, clause, lexicon) for clause in scene.clauses))


def _joined(scene: Scene, clause: Clause, lexicon: Lexicon) -> Clause:
    last = clause.phrases[-1] if clause.lemma in _CARRYING and clause.form == "verb" and clause.phrases else None
    if last is None or last.case != "を" or scene.text[last.end : clause.head[0]] != "を":
        return clause
    words = scene.phrase_words(last)
    start = last.end - len(words.rpartition("の")[2])
    noun = scene.text[start : last.end]
    if not lexicon.carries(noun):
        return clause
    owner = (Phrase(last.start, start - 1, "の"),) if start > last.start else ()
    return replace(clause, head=(start, last.end), lemma=noun, norm=noun, form="sahen", tail=scene.text[last.end : clause.end],
                   phrases=(*clause.phrases[:-1], *owner))
