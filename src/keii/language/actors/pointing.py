"""同国, 同氏, 両国, 三か国: what a pointing word takes up."""

from keii.language.actors.discourse import REACH, Discourse, Seen
from keii.language.actors.roster import Roster
from keii.language.actors.tokens import Anaphor
from keii.values.codebook import Actor


def point(anaphor: Anaphor, discourse: Discourse, roster: Roster, block: int) -> list[tuple[Actor, Seen]]:
    """The actors a pointing word takes up, each with the mention it rests on; empty where it cannot be said."""
    if anaphor.count == 1:
        return _one(anaphor, discourse, roster, block)
    near = [seen for seen in discourse.seen if block - seen.block <= REACH]
    if not anaphor.as_state:
        people = _distinct([seen for seen in near if seen.actor.kind in anaphor.kinds], anaphor.count)
        return [(seen.actor, seen) for seen in people]
    return _states(near, anaphor.count, roster)


def _one(anaphor: Anaphor, discourse: Discourse, roster: Roster, block: int) -> list[tuple[Actor, Seen]]:
    for seen in reversed(discourse.seen):
        if block - seen.block > REACH:
            break
        if anaphor.as_state:
            state = roster.state(seen.actor.counts_as)
            if state is not None and state.kind == "state" and not seen.group and seen.actor.kind != "place":
                return [(state, seen)]
        elif seen.actor.kind in anaphor.kinds:
            return [(seen.actor, seen)]
    return []


def _states(near: list[Seen], count: int, roster: Roster) -> list[tuple[Actor, Seen]]:
    """The last `count` states: those of the last compound of that size, or the last so many that were named apart."""
    found: dict[str, tuple[Actor, Seen]] = {}
    for seen in reversed(near):
        state = roster.state(seen.actor.counts_as)
        if state is None or state.kind != "state" or seen.actor.kind == "place":
            continue
        if seen.group:
            members = [other for other in near if other.group == seen.group and other.block == seen.block]
            if len(members) == count and not found:
                return [(other.actor, other) for other in members]
        found.setdefault(state.id, (state, seen))
        if len(found) == count:
            return sorted(found.values(), key=lambda pair: (pair[1].block, pair[1].start))
    return []


def _distinct(seen: list[Seen], count: int) -> list[Seen]:
    found: dict[str, Seen] = {}
    for one in reversed(seen):
        found.setdefault(one.actor.id, one)
        if len(found) == count:
            return sorted(found.values(), key=lambda one: (one.block, one.start))
    return []
