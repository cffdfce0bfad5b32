"""Statements of the Security Council's president or to the press that are told without saying whose they are: 議長声明が発出された.

In writing on North Korea a 議長声明 that no other meeting is named for is the Council's; who brought it about or opposed its
words is not who makes it.
"""

import re

from keii.coding.act import Act
from keii.coding.roles import Roles
from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase
from keii.values.mention import ActorMention

_STATEMENT = re.compile(r"(?:議長声明|報道声明|プレス声明|報道機関向け声明)[」』]?$")
_OTHERS = re.compile(r"ASEAN|ARF|六者|6者|六[かカヵ]国|6[かカヵ]国|G[78]|サミット|APEC|ASEM|外相会[議合]|総会")
_ISSUED = frozenset("発出 採択 発表 出る 出す まとまる 成立 公表 合意 決定".split())
_SAYING = frozenset(("ACCUSE", "STATE", "REQUEST", "SUPPORT", "THREATEN", "AGREE", "SANCTION", "PROTEST"))


def issued(scene: Scene, clause: Clause, act: Act, role: Roles) -> None:
    """Give a statement that is issued by nobody said the Security Council for its maker."""
    if act.predicate.action not in _SAYING or not ("passive" in clause.traits or clause.lemma in ("出る", "まとまる", "成立")) \
            or clause.lemma not in _ISSUED or any(rule.startswith("agent") for _, _, rule in role.grounds):
        return
    statement = next((phrase for phrase in (*clause.phrases, *((clause.topic,) if clause.topic is not None else ()))
                      if phrase.case in ("が", "は", "も") and _STATEMENT.search(scene.phrase_words(phrase))), None)
    if statement is None or _OTHERS.search(scene.text, scene.sentence.start, scene.sentence.end) or not _alone(role, scene, statement):
        return
    span = scene.document.spans(scene.index, statement.start, statement.end)[0]
    role.target[:] = [code for code in role.target if code not in role.initiator and code != "UNSC"]
    role.initiator[:] = []
    role.add("initiator", ActorMention(span, scene.index, statement.start, statement.end, "UNSC", "UNSC", "body", "matter"),
             "whose statement it is")


def _alone(role: Roles, scene: Scene, statement: Phrase) -> bool:
    """Whether whoever is given as doer is only carried into the clause, or is named in the words for the statement."""
    return all(rule.startswith(("carried on from", "the other side", "topic of", "body で")) or
               statement.start <= actor.start < statement.end
               for group, actor, rule in role.grounds if group == "initiator" and actor.counts_as != "UNSC")
