"""Who takes part in what is told on from a meeting: AはBと会談し、共同声明に署名した is of both."""

import re

from keii.coding.act import Act
from keii.coding.heads import holds_doer, stranger
from keii.coding.roles import Roles
from keii.coding.scene import Scene
from keii.values.clause import Clause

_WITH = ("と", "との間で", "に", "へ", "に対して", "から")
_JOINT = re.compile(r"宣言|声明|合意|条約|協定|覚書|議定書|コミュニケ|文書|発表文|意見|話し合|協議|議論|確認|一致|握手|言葉")


def on(scene: Scene, clause: Clause, act: Act, role: Roles, before: Roles | None) -> None:
    """Give a joint act of one side, told of after a meeting in the same sentence, all those who met."""
    if before is None or not act.predicate.mutual or act.predicate.action not in ("AGREE", "CONSULT") or role.target or before.target \
            or len(before.initiator) < 2 or not role.initiator or not set(role.initiator) < set(before.initiator) \
            or not any(rule.startswith("partner") for _, _, rule in before.grounds):
        return
    if any(phrase.case in _WITH and holds_doer(scene, phrase) for phrase in clause.phrases) \
            or any(phrase.case in ("が", "も") and holds_doer(scene, phrase) for phrase in clause.phrases) \
            or not _JOINT.search(scene.text, clause.start, clause.end):
        return
    role.take("initiator", before, "carried on from the clause before")


def _manner(clause: Clause) -> bool:
    return clause.lemma.endswith(("連携", "協力", "協調", "提携", "相談", "連絡", "調整"))


def only_how(scene: Scene, position: int) -> bool:
    """米国は韓国と連携して、決議案を示した: whether a clause only says how, or with whom, what follows was done."""
    clause = scene.clauses[position]
    return _manner(clause) and clause.link in ("coordinate", "subordinate") and position + 1 < len(scene.clauses) \
        and not any(phrase.case in ("を", "が") for phrase in clause.phrases) \
        and scene.text.startswith(("して", "しつつ", "しながら", "を図りつつ", "をして"), clause.head[1]) \
        and scene.clauses[position + 1].end > clause.end


def willed(scene: Scene, clause: Clause, role: Roles, act: Act) -> None:
    """政府は交渉を実現させたい意向だ: talks that one side wants are offered by it to the other."""
    if not act.predicate.mutual or "desire" not in clause.traits or len(role.initiator) != 2 or role.target:
        return
    spoken = _subjects(role)
    topic = [actor.counts_as for actor in scene.actors_in(clause.topic.start, clause.topic.end) if actor.kind != "place"] \
        if clause.topic is not None and not spoken else []
    doers = [code for code in role.initiator if code in (spoken or topic)]
    if len(doers) == 1:
        role.target = [code for code in role.initiator if code not in doers]
        role.initiator[:] = doers


def _subjects(role: Roles) -> list[str]:
    return [actor.counts_as for group, actor, rule in role.grounds
            if group == "initiator" and rule.startswith("subject") and actor.rule != "compound"]


def parted(role: Roles) -> None:
    """われわれは六者会談に参加しない: who refuses to take part, and with whom; what is refused is joint no longer."""
    said = _subjects(role)
    if len(role.initiator) < 2 or role.target or not said or set(said) == set(role.initiator):
        return
    role.target = [code for code in role.initiator if code not in said]
    role.initiator[:] = said


def by_whom(scene: Scene, role: Roles, code: str | None) -> None:
    """韓国の要人が列席した廟で爆弾が爆発した: of what only one in the field does, nobody who is merely named is the doer; it befell him."""
    named = [rule for group, _, rule in role.grounds if group == "initiator"]
    if code is None or code in role.initiator or not named or any(rule.startswith(("subject", "agent")) for rule in named):
        return
    where = {actor.counts_as for group, actor, _ in role.grounds if group == "initiator" and _OFF.match(scene.text, actor.end)}
    role.target = [*role.target, *(one for one in role.initiator if one not in role.target and one not in where)]
    role.initiator.clear()


_OFF = re.compile(r"(?:の)?(?:沖|上空|近海|海域|国境|領内|北部|南部|東部|西部|首都|空港)")
_DONE_TO = frozenset(("ACCUSE", "PROTEST", "SANCTION", "THREATEN", "REQUEST"))


def turned(scene: Scene, clause: Clause, act: Act, role: Roles) -> None:
    """国際調査団は北朝鮮の魚雷によると発表した: where somebody the codebook does not know does it, whom the passage names it is done to."""
    if act.predicate.action in _DONE_TO and not role.target and role.initiator and stranger(scene, clause) \
            and all(rule == "named in the passage" for group, _, rule in role.grounds if group == "initiator"):
        role.target, role.initiator = role.initiator, []
        role.grounds = [("target" if group == "initiator" else group, actor, rule) for group, actor, rule in role.grounds]
