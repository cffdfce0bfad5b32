"""Who acts where the clause does not say so: the subject of a clause within, of the clause before, of the discourse."""

from keii.coding import roles
from keii.coding.act import Act
from keii.coding.discourse import Discourse
from keii.coding.keys import keys
from keii.coding.roles import Roles
from keii.coding.scene import Scene

_UNDERGONE = frozenset(("ASSAULT", "RETREAT"))  # told in the passive without a doer as often as with one


def complete(scene: Scene, position: int, act: Act, role: Roles, before: Roles | None, discourse: Discourse) -> None:
    """Fill the roles of the clause at `position` from what stands around it; `before` are those of the clause before."""
    if not role.initiator:
        _within(scene, position, act, role)
    if not roles.stranger(scene, scene.clauses[position]):
        _unspoken(role, act, before, discourse)
    resolution(scene, act, role)


def _within(scene: Scene, position: int, act: Act, role: Roles) -> None:
    """Who acts may stand in a clause within: 北朝鮮が発射したミサイルが落下した; 北朝鮮が実験を行ったと発表."""
    clause = scene.clauses[position]
    for inner in scene.clauses[max(0, position - 2) : position]:
        modifies = inner.link == "relative" and inner.noun is not None and act.predicate.action in ("TEST", "MOBILIZE") \
            and any(phrase.start <= inner.noun.start < phrase.end and phrase.case in ("が", "は") for phrase in clause.phrases)
        quoted = inner.link == "quote" and clause.link == "nominal" and not clause.phrases[1:]
        if not (modifies or quoted):
            continue
        for phrase in inner.phrases:
            if phrase.case in ("が", "は", "、"):
                for actor in scene.actors_in(phrase.start, phrase.end):
                    if actor.kind != "place" and roles.heads_phrase(scene, actor, phrase):
                        role.add("initiator", actor, "subject of the clause within")


def _unspoken(role: Roles, act: Act, before: Roles | None, discourse: Discourse) -> None:
    """An unspoken subject: that of the clause before, or whom the last sentence spoke of."""
    if role.initiator:
        if act.predicate.mutual and len(role.initiator) == 1 and before is not None and not role.others:
            role.initiator[:0] = [code for code in before.initiator if code not in role.initiator]
        return
    if act.predicate.action in _UNDERGONE and role.target and act.predicate.form != "noun":
        return
    if before is not None and before.initiator:
        role.take("initiator", before, "carried on from the clause before")
        role.carried = True
    elif discourse.subject:
        for actor in discourse.subject:
            if actor.counts_as not in role.target:
                role.add("initiator", actor, "carried on from the sentence before")
        role.carried = True
    if act.predicate.mutual and role.target:
        role.initiator.extend(code for code in role.target if code not in role.initiator)
        role.target.clear()


def all_take_part(role: Roles) -> Roles:
    """Nobody in particular broke it off: those it was between stand in it together."""
    role.initiator[:] = role.actors
    role.target.clear()
    return role


def resolution(scene: Scene, act: Act, role: Roles) -> None:
    """A sanctions resolution is the Security Council's even where the sentence does not say so."""
    if act.predicate.action == "SANCTION" and not role.initiator and \
            any(key.startswith("決議") for key in keys(scene.words(scene.sentence.start, scene.sentence.end))):
        role.initiator.append("UNSC")
