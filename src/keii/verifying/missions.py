"""In whose house it is done: a meeting at the Japanese embassy is none at the Chinese one."""

import re
from collections.abc import Iterable

from keii.verifying.facets import Actor, Facets
from keii.verifying.pages import Ground
from keii.verifying.seen import Seen
from keii.verifying.telling import Telling

_HOUSE = re.compile("(?:総領事館|領事館|大使館|代表部|大使公邸|公使館|公邸)$")
_AT = re.compile("[でにへは]|において|だ|である|。|$")


def missions(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    """`place` differs where the claim has an act in one state's mission, and the telling in that of others alone."""
    facets = ground.facets
    for actor in claim.actors:
        if (house := _house(claim, actor)) is None:
            continue
        theirs = [one for one in facets.actors if telling.near(one.start, one.end) and _house(facets, one) == house]
        if theirs and all(one.code != actor.code for one in theirs):
            yield Seen("place", "differ", theirs[0].text)


def _house(facets: Facets, actor: Actor) -> str | None:
    """What house of a state an actor's name ends in, where it stands as the place of something; None where it is none."""
    found = _HOUSE.search(actor.text)
    if found is None or actor in facets.subjects or not _AT.match(facets.text, actor.end):
        return None
    return found[0]
