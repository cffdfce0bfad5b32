"""Features of a pair: who does what, and how far it came."""

from keii.weaving.feature import SILENT, Feature, listed
from keii.weaving.marking import marked, ordinal, resolution
from keii.weaving.sketch import Sketch
from keii.weaving.weights import ANNOUNCED, BLAMED, COUNCILS, KIN, RELATED, SPEAKING, TWO_SIDED, VOICED

_OFFERED = ({"realised", "proposed"}, {"realised", "planned"})
_MADE = {"realised", "refused"}
_DECLINED = _MADE | {"cancelled"}


def met(a: frozenset[str], b: frozenset[str]) -> int:
    """How many actors of `a` stand in `b`; a body is met by any longer form of its name."""
    return sum(x in b or (x.startswith("ORG:") and any(y.startswith("ORG:") and (x[4:] in y or y[4:] in x) for y in b))
               for x in a)


def actors(a: Sketch, b: Sketch) -> Feature:
    """The same actors take part. That one source leaves some out speaks little against it, or names a person or a body
    where the other names a state; no common actor, much, unless a mark (第5回, 決議2270) says it is one or one of them
    leaves the doer unsaid. A doer whom a coder but guessed, since nothing near the clause names him, contradicts nobody.
    """
    if not a.actors or not b.actors:
        return SILENT
    reason = listed(a.actors, b.actors)
    mine, theirs = _states_for_bodies(a.actors, b.actors)
    there, back = met(mine, theirs), met(theirs, mine)
    if there == len(a.actors) and back == len(b.actors):
        return Feature(1.0, reason)
    if there == len(mine) or back == len(theirs):
        return Feature(0.3, reason)
    if a.guessed or b.guessed:
        return SILENT
    if there:
        return Feature(-0.2, reason)
    return Feature(-0.1 if not a.initiator or not b.initiator else -0.4 if marked(a, b) or a.carried or b.carried else -1.0, reason)


def _states_for_bodies(a: frozenset[str], b: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Both without the persons and bodies that stand in one of them alone, where the other names none besides."""
    mine, theirs = (frozenset(x for x in one if x.startswith("ORG:") and not met(frozenset({x}), other)) for one, other in ((a, b), (b, a)))
    if bool(mine) == bool(theirs) or a == mine or b == theirs:
        return a, b
    return a - mine, b - theirs


def direction(a: Sketch, b: Sketch) -> Feature:
    """The same side acts. Doer and addressee exchanged, or another doer, speak against it; but a guest and his host, who
    gives back and who gets back, a council and the member whose veto it is, are told either way.
    """
    if not a.initiator or not b.initiator:
        return SILENT
    reason = listed(a.initiator, b.initiator)
    if met(a.initiator, b.initiator) == len(a.initiator) == len(b.initiator):
        return Feature(1.0, reason)
    if met(a.initiator, b.initiator):
        return Feature(-0.1, reason)
    if a.guessed or b.guessed:
        return SILENT
    return Feature(-0.2 if _either_way(a, b) or marked(a, b) else -0.4 if a.carried or b.carried else -1.0, reason)


def _either_way(a: Sketch, b: Sketch) -> bool:
    """Whether the doer of each stands opposite in the other, and that is but the way it is told."""
    two_sided = a.event.action in TWO_SIDED or bool(a.initiator & COUNCILS) != bool(b.initiator & COUNCILS)
    return a.event.action == b.event.action and two_sided and a.initiator <= b.target and b.initiator <= a.target


def action(a: Sketch, b: Sketch) -> Feature:
    """The same kind of act. Related kinds count for next to nothing, since coders differ; kin (a meeting and an agreement,
    two ways of speaking) a little against it, unrelated ones much.

    A meeting and a paper that either of them names, or a promise, are two happenings, and so are the blame for a deed and the
    measure that answers it. A measure and the same doer's announcement of the same day speak but half against one.
    """
    one, other = a.event.action, b.event.action
    if one == other:
        return Feature(1.0, one)
    reason = f"{one} | {other}"
    both = frozenset((one, other))
    if both == {"CONSULT", "AGREE"} and (a.promising or b.promising):
        return Feature(-1.0, reason)
    if both == {"CONSULT", "AGREE"} and (a.titles or b.titles):
        return Feature(-0.8, reason)
    if both == BLAMED:
        return Feature(-1.0, reason)
    if "STATE" in both and both & ANNOUNCED and a.days == b.days and a.days.length == 1 and a.initiator == b.initiator:
        return Feature(-0.5, reason)
    if both == {"STATE", "DOMESTIC"} and a.deciding and b.deciding and not a.days.apart(b.days) and a.initiator == b.initiator:
        return Feature(-0.15, reason)
    return Feature(-0.4 if both in KIN else -0.15 if both in RELATED else -0.4 if both <= VOICED else -1.0, reason)


def status(a: Sketch, b: Sketch) -> Feature:
    """What was proposed, planned, refused or called off is not what came of it.

    Only the same act on the same day under the same mark can be told as planned or called off by one source and as done by
    another, as planned also at one time under the same number (第5回, 決議2270); a statement of a day is done, though what it
    says is refused or proposed; and where both clauses end on saying (用意があると表明, 応じる意向を示した), one coder takes what is
    said for an offer or a plan, another for done; what is demanded is coded as proposed, the protest it is made in as done. A
    refusal that was made is done, refused or called off.
    """
    one, other = a.status, b.status
    if one == other:
        return Feature(1.0, one)
    reason = f"{one} | {other}"
    if {one, other} == {"realised", "ongoing"}:
        return Feature(-0.2, reason)
    asked = {one, other} == {"proposed", "realised"} and {a.event.action, b.event.action} <= {"REQUEST", "PROTEST", "ACCUSE"}
    if asked and (a if one == "proposed" else b).event.action == "REQUEST":
        return Feature(-0.2, reason)
    if {one, other} in _OFFERED and ((voices(a) and voices(b)) or taken_up(a, b)):
        return Feature(-0.3, reason)
    if declined(a, b):
        return Feature(-0.1, reason)
    same_day = a.days == b.days and a.days.length == 1
    said = "STATE" in (a.event.action, b.event.action) and {a.event.action, b.event.action} <= SPEAKING
    foreseen = {one, other} == {"planned", "realised"} and a.event.doc != b.event.doc and not a.days.apart(b.days)
    counted = foreseen and (ordinal(a, b).score > 0 or resolution(a, b).score > 0)
    return Feature(-0.2 if counted or (same_day and (said or marked(a, b))) else -1.0, reason, veto=not same_day and not counted)


def taken_up(a: Sketch, b: Sketch) -> bool:
    """Whether both tell that an offer was taken up (会談に応じた), one of them that it was said so (応じる考えを示した)."""
    return a.event.action == b.event.action == "AGREE" and a.accepting and b.accepting


def declined(a: Sketch, b: Sketch) -> bool:
    """Whether both tell of a refusal that was made: a coder takes it for done, for refused or for called off; what was decided and then
    called off was not made."""
    return a.event.action == b.event.action == "REJECT" and {a.status, b.status} <= (_MADE if a.deciding or b.deciding else _DECLINED)


def voices(one: Sketch) -> bool:
    """Whether its clause ends on saying, meaning or promising, and tells of no paper signed."""
    return one.promising or one.intending or (one.saying and "signed" not in one.stages)


def factuality(a: Sketch, b: Sketch) -> Feature:
    """A forecast is not a report of what happened; a writer's inference is hardly one."""
    one, other = a.event.factuality, b.event.factuality
    if one == other or "forecast" not in (one, other):
        return Feature(-0.3, f"{one} | {other}") if "assessed" in (one, other) and one != other else SILENT
    return Feature(-1.0, f"{one} | {other}")


def rank(a: Sketch, b: Sketch) -> Feature:
    """A summit, a ministers' meeting and a working-level contact are three meetings."""
    one, other = a.event.rank, b.event.rank
    if one is None or other is None:
        return SILENT
    return Feature(1.0, one) if one == other else Feature(-1.0, f"{one} | {other}")
