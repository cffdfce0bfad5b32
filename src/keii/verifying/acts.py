"""The claim's act beside the acts of a passage, both as the coder reads them: one action, one side, one day.

Wording tells an act apart badly (顔を合わせる, 会談; 葬る, 否決); its code does not. What is said (STATE) and what is
done at home are too wide to be one act by their code alone.
"""

from collections.abc import Iterable

from keii.values.event import Event
from keii.values.when import When
from keii.verifying import dates
from keii.verifying.facets import Facets
from keii.verifying.pages import Ground
from keii.verifying.telling import Telling

WIDE = frozenset({"STATE", "DOMESTIC", "OTHER"})


def main_act(claim: Facets) -> Event | None:
    """The coded act that the claim's main word stands in; None where the coder reads none there."""
    main = claim.main
    if main is None:
        return None
    return next((event for event in claim.acts for span in event.evidence if span.start <= main.start and main.end <= span.end), None)


def same(mine: Event, ground: Ground, telling: Telling, claimed: When | None) -> Event | None:
    """The act of the passage that is the claim's: of its date, action, status and doers; None where there is none."""
    return next((other for other in ground.events
                 if other.action == mine.action and other.action not in WIDE and other.status == mine.status
                 and (telling.when is None or other.when.overlaps(telling.when))
                 and (claimed is None or dates.fit(claimed, other.when) == "agree")
                 and sides(mine, other)), None)


def sides(mine: Event, other: Event) -> bool:
    """Whether all who take part in one act take part in the other too, its doer, where both have one, as doer."""
    if mine.initiator and other.initiator:
        return bool(set(mine.initiator) & set(other.initiator)) and set(mine.actors) <= set(other.actors) | set(other.initiator)
    return bool(mine.actors) and set(mine.actors) <= set(other.actors)


def turned(claim: Facets, mine: Event | None, act: Event | None, ground: Ground, telling: Telling) -> Iterable[str]:
    """Who does it in the passage, where its act is the claim's the other way round: the doer of one is the other's target."""
    if mine is None or act is not None or not mine.initiator or not mine.target or set(mine.initiator) & set(mine.target):
        return
    passive = claim.main is not None and claim.passive(claim.main)
    if {one.code for one in claim.subjects} != set(mine.target if passive else mine.initiator):
        return
    said = {one.code for one in ground.facets.subjects if telling.near(one.start, one.end)}
    for other in ground.events:
        if (other.action == mine.action and said & set(other.initiator)
                and set(mine.initiator) == set(other.target) and set(mine.target) == set(other.initiator)
                and (telling.when is None or other.when.overlaps(telling.when))):
            yield ground.labels.get(other.initiator[0], other.initiator[0])
            return
