"""Whose an agreement or a meeting is that a text calls by its name alone: 板門店宣言, 第二段階の措置, ハノイ会談.

Its name says between whom it is, more surely than whoever was spoken of before. Who the sentence itself says to take part goes
before.
"""

import re

from keii.coding.act import Act
from keii.coding.roles import Roles
from keii.coding.scene import Scene
from keii.values.codebook import Codebook
from keii.values.mention import ActorMention

RULE = "whose it is by its name"
_JOINT = frozenset(("AGREE", "CONSULT"))
_INFERRED = ("carried on from", "the other side of", "the sides of the talks", "named in the passage", "named just before", "topic of the sentence",
             "body で")


class NamedParties:
    """The parties of what one codebook knows by its name."""

    def __init__(self, codebook: Codebook) -> None:
        self._known = tuple((tuple(topic.id.split()), re.compile("|".join(topic.words)))
                            for topic in codebook.topic_list("parties") if topic.words)

    def settle(self, scene: Scene, extent: tuple[int, int], act: Act, role: Roles) -> bool:
        """Give a joint act those whose it is by its name, where nobody or only one of them is said to take part; whether it did."""
        if act.predicate.action not in _JOINT or act.predicate.status == "proposed" or not (found := self.of(scene, extent, act)):
            return False
        said = [actor.counts_as for group, actor, rule in role.grounds if not rule.startswith(_INFERRED) and group != "others"]
        codes = {actor.counts_as for actor in found}
        if not codes.issuperset(said) or (said and not act.predicate.mutual) or set(role.actors) == codes:
            return False
        kept = [ground for ground in role.grounds if not ground[2].startswith(_INFERRED)]
        role.initiator, role.target, role.others, role.grounds = [], [], [], []
        for actor in found:
            reason = next((rule for _, one, rule in kept if one.counts_as == actor.counts_as), RULE)
            role.add("initiator", actor, reason)
        return True

    def of(self, scene: Scene, extent: tuple[int, int], act: Act) -> list[ActorMention]:
        """The parties of what the words up to the act are about, as mentions at its name; [] where the codebook knows none."""
        end = max(act.trigger[1], act.noun[1] if act.noun else 0)
        for codes, pattern in self._known:
            found = pattern.search(scene.text, extent[0], max(end, extent[1]))
            if found is not None:
                span = scene.document.spans(scene.index, *found.span())[0]
                return [ActorMention(span, scene.index, *found.span(), code, code, "state", "matter") for code in codes]
        return []
