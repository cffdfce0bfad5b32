"""A サ変 noun that する carries as its object: 帰国をされました is 帰国されました, 徹底した調査の約束をした is 調査の約束した.

Both say the same act. As one predicate it has its own frame (帰国: who comes home) and its own readings.

A verb of doing that has no object of its own takes that of the clause before: 輸入禁止を決定し、十四日から|実施した.
"""

from dataclasses import replace

from keii.coding.heads import holds_doer
from keii.coding.lexicon import Lexicon
from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase

_DOING = frozenset("行う 行なう 実施 実行 強行 決行 敢行 断行 開始 始める 再開 踏み切る 発動 講じる 講ずる".split())
_CARRYING = frozenset(("する", "いたす", "致す", "なさる"))


def joined(scene: Scene, lexicon: Lexicon) -> Scene:
    """The scene with each such noun as the predicate of its clause."""
    if not any(clause.lemma in _CARRYING or clause.lemma in _DOING for clause in scene.clauses):
        return scene
    whole = [_joined(scene, clause, lexicon) for clause in scene.clauses]
    return replace(scene, clauses=tuple(_with_object(scene, clause, whole[:place], lexicon) for place, clause in enumerate(whole)))


def bare(scene: Scene, clause: Clause) -> bool:
    """Whether a verb of doing says nothing of what is done: 14日から実施した."""
    if clause.lemma not in _DOING or clause.link == "relative" or "passive" in clause.traits:
        return False
    phrases = (*clause.phrases, clause.topic) if clause.topic is not None else clause.phrases
    return all((phrase.case in ("は", "が", "も") and holds_doer(scene, phrase)) or phrase.case in ("、", "で", "から", "まで", "より")
               or bool(scene.times_in(phrase.start, phrase.end)) for phrase in phrases)


def _with_object(scene: Scene, clause: Clause, before: list[Clause], lexicon: Lexicon) -> Clause:
    if not before or not bare(scene, clause):
        return clause
    for earlier in reversed(before):
        if earlier.link in ("coordinate", "quote"):
            for phrase in reversed(earlier.phrases):
                dated = phrase.case != "を" or scene.times_in(phrase.start, phrase.end)
                named = None if dated else lexicon.noun(scene.phrase_words(phrase))
                if named is not None and named[0].action != "STATE":
                    return replace(clause, phrases=(phrase, *clause.phrases))
    return clause


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
