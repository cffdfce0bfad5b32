"""Whether two events tell one happening: one small function a feature, each with its reason.

The docstring of a feature is its published explanation.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from keii.values.event import Event, Quantity
from keii.weaving.days import Days
from keii.weaving.sketch import Sketch, sketch
from keii.weaving.weights import DOING, RELATED, WEIGHTS
from keii.weaving.words import KINDS


@dataclass(frozen=True, slots=True)
class Feature:
    """`score` from -1 (speaks for two happenings) to +1 (for one); `veto`: they cannot be one, whatever else."""

    score: float
    reason: str = ""
    veto: bool = False


@dataclass(frozen=True, slots=True)
class Likeness:
    """Points for a pair, whether a feature forbids it, and every feature that spoke: (name, points, reason)."""

    points: float
    vetoed: bool
    parts: tuple[tuple[str, float, str], ...]

    @property
    def why(self) -> tuple[str, ...]:
        """The features, heaviest first, as `when +3.0 2016-03-02`."""
        heaviest = sorted(self.parts, key=lambda part: (-abs(part[1]), part[0]))
        return tuple(f"{name} {points:+.1f} {reason}".rstrip() for name, points, reason in heaviest)


SILENT = Feature(0.0)


def _listed(*groups: Iterable[object]) -> str:
    return " | ".join(",".join(sorted(str(each) for each in group)) or "-" for group in groups)


# --- when -------------------------------------------------------------------------------------------------------------

_STRETCH = 14
"""Days from which a range is a stretch of time, not one visit or meeting."""
_EXACT = ((1, 1.0), (10, 0.7), (31, 0.5), (92, 0.2))


def _open(a: Days, b: Days) -> float:
    """Stretches with an unknown end are one where they begin together; a day is none of them."""
    if a.grain == b.grain:
        return 0.7 if a.low == b.low else 0.2 if abs(a.low - b.low) <= 366 else -0.6
    return -0.6


def _precision(a: Days, b: Days) -> float:
    short, long = sorted((a.length, b.length))
    stretches = [each for each in (a, b) if each.grain == "span" and each.length > _STRETCH]
    if len(stretches) == 1:
        return -0.6
    if stretches:
        shared = min(a.high, b.high) - max(a.low, b.low) + 1
        return min(0.5, 2 * shared / (max(a.high, b.high) - min(a.low, b.low) + 1) - 1)
    if a == b and long <= _STRETCH and a.grain == "span":
        return 1.0
    for size, score in _EXACT:
        if long <= size:
            return score
    return 0.1 if short > 92 and long <= 366 else -0.4 if long <= 366 else -0.8


def when(a: Sketch, b: Sketch) -> Feature:
    """Both can lie on the same day; the more exactly both are dated, the more it counts.

    A day's difference between two documents is forgiven (sources differ by a day), never within one document. 2016-03
    and 2016-03-02 can be one; a bare year and a day hardly; February and March never. A stretch of time is not one of
    the days in it: a series is not its member.
    """
    reason = a.event.date if a.event.date == b.event.date else f"{a.event.date} | {b.event.date}"
    if "open" in (a.days.grain, b.days.grain):
        return Feature(_open(a.days, b.days), reason)
    apart = a.days.apart(b.days)
    if apart == 1 and a.days.length == b.days.length == 1 and a.event.doc != b.event.doc:
        return Feature(0.4, reason)
    return Feature(-1.0, reason, veto=True) if apart else Feature(_precision(a.days, b.days), reason)


# --- who and what -----------------------------------------------------------------------------------------------------


def met(a: frozenset[str], b: frozenset[str]) -> int:
    """How many actors of `a` stand in `b`; a body is met by any longer form of its name."""
    return sum(x in b or (x.startswith("ORG:") and any(y.startswith("ORG:") and (x[4:] in y or y[4:] in x) for y in b))
               for x in a)


def actors(a: Sketch, b: Sketch) -> Feature:
    """The same actors take part. That one source leaves some out speaks little against it; no common actor, much,
    unless a mark (第5回, 決議2270) says it is one.
    """
    there, back = met(a.actors, b.actors), met(b.actors, a.actors)
    reason = _listed(a.actors, b.actors)
    if not a.actors or not b.actors:
        return SILENT
    if there == len(a.actors) and back == len(b.actors):
        return Feature(1.0, reason)
    if there == len(a.actors) or back == len(b.actors):
        return Feature(0.3, reason)
    return Feature(-0.2 if there else -0.4 if _marked(a, b) else -1.0, reason)


def direction(a: Sketch, b: Sketch) -> Feature:
    """The same side acts. Doer and addressee exchanged, or another doer, speak against it."""
    if not a.initiator or not b.initiator:
        return SILENT
    reason = _listed(a.initiator, b.initiator)
    if met(a.initiator, b.initiator) == len(a.initiator) == len(b.initiator):
        return Feature(1.0, reason)
    if met(a.initiator, b.initiator):
        return Feature(-0.1, reason)
    return Feature(-0.2 if _marked(a, b) else -1.0, reason)


def action(a: Sketch, b: Sketch) -> Feature:
    """The same kind of act. Related kinds count for next to nothing, since coders differ; unrelated ones against it.

    A meeting and a paper that either of them names are two happenings.
    """
    one, other = a.event.action, b.event.action
    if one == other:
        return Feature(1.0, one)
    reason = f"{one} | {other}"
    if {one, other} == {"CONSULT", "AGREE"} and (a.titles or b.titles):
        return Feature(-0.8, reason)
    return Feature(-0.15 if frozenset((one, other)) in RELATED else -1.0, reason)


def status(a: Sketch, b: Sketch) -> Feature:
    """What was proposed, planned, refused or called off is not what came of it.

    Only the same act on the same day under the same mark (第5回, 決議2270) can be told as planned by one source and
    as done by another.
    """
    one, other = a.event.status, b.event.status
    if one == other:
        return Feature(1.0, one)
    reason = f"{one} | {other}"
    if {one, other} == {"realised", "ongoing"}:
        return Feature(-0.2, reason)
    same_day = a.days == b.days and a.days.length == 1
    return Feature(-0.2 if same_day and _marked(a, b) else -1.0, reason, veto=not same_day)


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


# --- the words --------------------------------------------------------------------------------------------------------


_BESIDE = 0.85
"""What an overlap counts with words that stand only in the other's quote, beside its clause."""
_SCALE = ((0.0, -1.0), (0.18, 0.0), (0.52, 0.8), (1.0, 1.0))
"""What an overlap is worth; straight lines between."""


def _amount_of(found: frozenset[str]) -> float:
    """How many words, those that name but a kind of act as halves."""
    return len(found) - len(found & KINDS) / 2


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the shorter text's words that stand in the longer, less where few words carry it."""
    shared = _amount_of(a & b)
    short, long = sorted((_amount_of(a), _amount_of(b)))
    return shared / (short + 0.15 * (long - short)) * shared / (shared + 1.5) if shared else 0.0


def _worth(share: float) -> float:
    for (low, below), (high, above) in pairwise(_SCALE):
        if share <= high:
            return below + (above - below) * (share - low) / (high - low)
    return 1.0


def words(a: Sketch, b: Sketch) -> Feature:
    """They share the words that tell something (no dates, states, titles): names, things, acts.

    Who meets makes a meeting; for every other act the name of the same person in both tells nothing of what he did.
    """
    if not a.core or not b.core:
        return SILENT
    meeting = "CONSULT" in (a.event.action, b.event.action)
    doers = frozenset() if meeting else a.doers & b.doers
    mine, yours = a.core - doers, b.core - doers
    share = _overlap(mine, yours)
    if not a.event.evidence[0].overlaps(b.event.evidence[0]):
        share = max(share, _BESIDE * _overlap(mine, b.words - doers), _BESIDE * _overlap(a.words - doers, yours))
    return Feature(_worth(share), ",".join(sorted((a.words & b.words) - doers)[:8]))


def title(a: Sketch, b: Sketch) -> Feature:
    """The same document or meeting is named: 板門店宣言, パリ協定. Other names speak a little against it."""
    if not a.titles or not b.titles or a.event.action != b.event.action:
        return SILENT
    agree = any(x.endswith(y) or y.endswith(x) or x in y or y in x for x in a.titles for y in b.titles)
    return Feature(1.0 if agree else -1.0, _listed(a.titles, b.titles))


def _one_name(a: str, b: str) -> bool:
    """小泉 and 小泉純一郎, ポンペオ and マイクポンペオ."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short) or long.endswith(short)


def persons(a: Sketch, b: Sketch) -> Feature:
    """The same persons act; under one title two names (ラブロフ外相, 王毅外相) are two doers."""
    shared = {office for office, _ in a.persons} & {office for office, _ in b.persons}
    if not shared:
        return SILENT
    reason = _listed((name + office for office, name in a.persons), (name + office for office, name in b.persons))
    agree = any(x == y and _one_name(m, n) for x, m in a.persons for y, n in b.persons)
    return Feature(1.0 if agree else -1.0, reason)


def stage(a: Sketch, b: Sketch) -> Feature:
    """A meeting, the paper signed at it, its ratification, its coming into force and its end are five happenings."""
    if not a.stages or not b.stages or a.stages & b.stages:
        return SILENT
    return Feature(-1.0, _listed(a.stages, b.stages))


def voice(a: Sketch, b: Sketch) -> Feature:
    """An announcement is not the act: one clause ends on saying, the other on doing."""
    if a.saying == b.saying or a.event.action != b.event.action or a.event.action not in DOING:
        return SILENT
    return Feature(-1.0, "says | does" if a.saying else "does | says")


def clause(a: Sketch, b: Sketch) -> Feature:
    """Two events that a coder read in one and the same clause are two."""
    one, other = a.event, b.event
    if not one.evidence[0].overlaps(other.evidence[0]):
        return SILENT
    if one.action != other.action:
        return Feature(-1.0, "one clause", veto=True)
    alike = (one.summary, one.date) == (other.summary, other.date)
    return SILENT if alike else Feature(-1.0, "one clause")


def retold(a: Sketch, b: Sketch) -> Feature:
    """An author who dates twice, and not alike, mostly means two happenings, unless a mark says it is one."""
    if a.event.doc != b.event.doc or a.days == b.days or _marked(a, b):
        return SILENT
    return Feature(-1.0, f"{a.event.date} | {b.event.date}")


# --- the marks --------------------------------------------------------------------------------------------------------


def _context(a: Sketch, b: Sketch) -> bool:
    """Whether a common mark is but what both refer to, since they do quite different things."""
    one, other = a.event.action, b.event.action
    return one != other and frozenset((one, other)) not in RELATED


def _marked(a: Sketch, b: Sketch) -> bool:
    return any(feature(a, b).score > 0 for feature in (ordinal, resolution, model, treaty))


def _vouched(a: Sketch, b: Sketch, kind: str) -> bool:
    return kind in a.marks.keyed and kind in b.marks.keyed


def ordinal(a: Sketch, b: Sketch) -> Feature:
    """第4回 and 第5回 of the same thing are two; the same number of the same thing is strong evidence for one."""
    like = [(m, n) for head, m in a.marks.ordinals for other, n in b.marks.ordinals
            if not head or not other or head[-2:] == other[-2:] or head.startswith(other) or other.startswith(head)]
    if not like:
        return SILENT
    reason = _listed((f"{n}{head}" for head, n in a.marks.ordinals), (f"{n}{head}" for head, n in b.marks.ordinals))
    if any(m == n for m, n in like):
        return SILENT if _context(a, b) else Feature(1.0, reason)
    return Feature(-1.0, reason, veto=True)


def resolution(a: Sketch, b: Sketch) -> Feature:
    """決議2270 and 決議2321 are two; the same number is strong evidence for one."""
    one, other = a.marks.resolutions, b.marks.resolutions
    if not one or not other:
        return SILENT
    reason = _listed(one, other)
    if one & other:
        return SILENT if _context(a, b) else Feature(1.0, reason)
    return Feature(-1.0, reason, veto=True)


def model(a: Sketch, b: Sketch) -> Feature:
    """火星14 and 火星15 are two launches; the same model speaks for one."""
    one, other = a.marks.models, b.marks.models
    if not one or not other:
        return SILENT
    reason = _listed(map("".join, one), map("".join, other))
    if one & other:
        return SILENT if _context(a, b) else Feature(1.0, reason)
    families = {name for name, _ in one} & {name for name, _ in other}
    return Feature(-1.0, reason, veto=bool(families) or _vouched(a, b, "models"))


def treaty(a: Sketch, b: Sketch) -> Feature:
    """TISA and GSOMIA are two agreements: other abbreviations speak against, the same for one."""
    everybody = a.actors | b.actors
    one, other = a.marks.abbreviations - everybody, b.marks.abbreviations - everybody
    if not one or not other:
        return SILENT
    if one & other:
        return SILENT if _context(a, b) else Feature(1.0, _listed(one & other))
    sure = _vouched(a, b, "abbreviations")
    return Feature(-1.0 if sure else -0.5, _listed(one, other), veto=sure)


def key(a: Sketch, b: Sketch) -> Feature:
    """What else the coder noted to tell like events apart (a place, a name) agrees or does not."""
    one, other = a.marks.others, b.marks.others
    if not one or not other:
        return SILENT
    agree = (any(x in y or y in x for x in one for y in other)
             or any(x in b.text for x in one) or any(y in a.text for y in other))
    return Feature(1.0 if agree else -1.0, _listed(one, other))


def place(a: Sketch, b: Sketch) -> Feature:
    """The same place. Another place speaks against, unless one text names both (a hall and its city)."""
    if not a.place or not b.place:
        return SILENT
    agree = a.place in b.place or b.place in a.place or a.place in b.text or b.place in a.text
    return Feature(1.0 if agree else -1.0, a.place if a.place == b.place else f"{a.place} | {b.place}")


def same_amount(a: Quantity, b: Quantity) -> bool:
    """Equal within 1 %, within a fifth where either is approximate or a bound."""
    slack = 0.2 if a.mod or b.mod else 0.01
    return abs(a.value - b.value) <= slack * max(abs(a.value), abs(b.value))


def numbers(a: Sketch, b: Sketch) -> Feature:
    """Amounts of the same unit agree or not: 3発 and 1発, 4億ドル and 400000000 USD."""
    like = [(x, y) for x in a.event.numbers for y in b.event.numbers if (x.unit, x.per) == (y.unit, y.per)]
    if not like:
        return SILENT
    agree = any(same_amount(x, y) for x, y in like)
    return Feature(1.0 if agree else -1.0, _listed((x.value for x, _ in like), (y.value for _, y in like)))


FEATURES: tuple[Callable[[Sketch, Sketch], Feature], ...] = (
    when, actors, direction, action, status, factuality, rank, words, title, persons, stage,
    voice, clause, retold,
    ordinal, resolution, model, treaty, key, place,
    numbers)


def likeness(a: Sketch, b: Sketch) -> Likeness:
    """All features of a pair and their sum in points (WEIGHTS)."""
    points, vetoed, parts = 0.0, False, []
    for feature in FEATURES:
        found = feature(a, b)
        if found is SILENT:
            continue
        weight = WEIGHTS[feature.__name__]
        worth = found.score * (weight.agree if found.score > 0 else weight.disagree)
        points, vetoed = points + worth, vetoed or found.veto
        parts.append((feature.__name__, worth, found.reason))
    return Likeness(round(points, 3), vetoed, tuple(parts))


def compare(a: Event, b: Event) -> Likeness:
    """How alike two events are. Symmetric in points; the reasons name `a` first."""
    return likeness(sketch(a), sketch(b))
