"""Whom an act is aimed at where no particle says so."""

from keii.coding.act import Act
from keii.coding.roles import Roles
from keii.coding.scene import Scene

_AIMED = frozenset(("SANCTION", "REJECT", "CONCEDE", "REQUEST", "SUPPORT", "ACCUSE", "THREATEN", "PROTEST", "AID"))


def aim(scene: Scene, extent: tuple[int, int], act: Act, role: Roles) -> None:
    """An act that is always aimed at somebody is aimed at whom its words name besides its doer."""
    if role.target or act.predicate.action not in _AIMED:
        return
    for actor in scene.actors_in(*extent):
        if actor.kind != "place" and actor.counts_as not in role.initiator:
            role.add("target", actor, "named in the passage")
