"""Features of a pair: in what words, and where in a document, both are told."""

from itertools import pairwise

from keii.weaving.feature import SILENT, Feature, listed
from keii.weaving.marking import marked, ordinal, resolution
from keii.weaving.sketch import Sketch
from keii.weaving.weights import ANNOUNCED, DOING, SELDOM, SPEAKING
from keii.weaving.words import KINDS, stretches

_NAMED = 8
"""How many of the words that both share are named as the reason."""
_BESIDE = 0.85
"""What an overlap counts with words that stand only in the other's quote, beside its clause."""
_SELDOM_WORTH = 0.25
"""What other words still count against two tellings of what the same actors hardly do twice on a day."""
_EXACT = 7
"""Days up to which a date tells one occasion: a visit of some days, a day that is inferred."""
_MONTH = 31
"""Days in which two heads of state hardly meet twice."""
_TELLING = 5.0
"""Words from which a clause tells so much that another of the same happening would share some."""
_SCALE = ((0.0, -1.0), (0.18, 0.0), (0.52, 0.8), (1.0, 1.0))
"""What an overlap is worth; straight lines between."""


def _amount_of(found: frozenset[str]) -> float:
    """How many words, those that name but a kind of act as halves."""
    return len(found) - len(found & KINDS) / 2


def _overlap(a: frozenset[str], b: frozenset[str], verbs: int = 0) -> float:
    """Share of the shorter text's words that stand in the longer, less where few words carry it; of the `verbs` that both hold,
    each as half a word of both."""
    shared = _amount_of(a & b) + verbs / 2
    short, long = (each + verbs / 2 for each in sorted((_amount_of(a), _amount_of(b))))
    return shared / (short + 0.15 * (long - short)) * shared / (shared + 1.5) if shared else 0.0


def _worth(share: float) -> float:
    for (low, below), (high, above) in pairwise(_SCALE):
        if share <= high:
            return below + (above - below) * (share - low) / (high - low)
    return 1.0


def _told(a: frozenset[str], b: frozenset[str]) -> float:
    """How much it says that the words differ: little where one of the two says little (発射を再開)."""
    return min(1.0, min(_amount_of(a), _amount_of(b)) / _TELLING)


def _once(a: Sketch, b: Sketch) -> bool:
    """Whether both tell, dated to the day, what the same actors hardly do twice on a day: to meet, to test, to agree; or that
    one resolution was adopted."""
    one = a.event.action
    if a.event.rank == b.event.rank == "summit" and max(a.days.length, b.days.length) <= _MONTH and one == b.event.action == "CONSULT":
        return a.actors == b.actors
    if a.enacts == b.enacts == "adopts" and a.marks.resolutions & b.marks.resolutions:
        return True
    joint = one == "AGREE" and a.initiator == b.initiator and len(a.initiator) > 1
    return one == b.event.action and (joint or one in SELDOM) and max(a.days.length, b.days.length) <= _EXACT


def words(a: Sketch, b: Sketch) -> Feature:
    """They share the words that tell something (no dates, states, titles): names, things, acts.

    Who meets makes a meeting; for every other act the name of the same person in both tells nothing of what he did. Other
    words count less against where one of the two says little, and for what the same actors hardly do twice on a day.
    """
    if not a.core or not b.core:
        return SILENT
    meeting = "CONSULT" in (a.event.action, b.event.action)
    doers = frozenset() if meeting else a.doers & b.doers
    mine, yours = a.core - doers, b.core - doers
    share = _overlap(mine, yours, len(a.verbs & b.verbs))
    if not a.event.evidence[0].overlaps(b.event.evidence[0]):
        share = max(share, _BESIDE * _overlap(mine, b.words - doers), _BESIDE * _overlap(a.words - doers, yours))
    worth = _worth(share)
    if worth < 0:
        worth *= _told(mine, yours) * (_SELDOM_WORTH if _once(a, b) else 1.0)
    return Feature(worth, ",".join(stretches(a.text, (a.words & b.words) - doers)[:_NAMED]))


def title(a: Sketch, b: Sketch) -> Feature:
    """The same document or meeting is named: 板門店宣言, パリ協定. Other names speak a little against it."""
    if not a.titles or not b.titles or a.event.action != b.event.action:
        return SILENT
    agree = any(x.endswith(y) or y.endswith(x) or x in y or y in x for x in a.titles for y in b.titles)
    return Feature(1.0 if agree else -1.0, listed(a.titles, b.titles))


def _one_name(a: str, b: str) -> bool:
    """小泉 and 小泉純一郎, ポンペオ and マイクポンペオ."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short) or long.endswith(short)


def persons(a: Sketch, b: Sketch) -> Feature:
    """The same persons act; under one title two names (ラブロフ外相, 王毅外相) are two doers."""
    shared = {office for office, _ in a.persons} & {office for office, _ in b.persons}
    if not shared:
        return SILENT
    reason = listed((name + office for office, name in a.persons), (name + office for office, name in b.persons))
    agree = any(x == y and _one_name(m, n) for x, m in a.persons for y, n in b.persons)
    return Feature(1.0 if agree else -1.0, reason)


def stage(a: Sketch, b: Sketch) -> Feature:
    """A meeting, the paper signed at it, its ratification, its coming into force and its end are five happenings.

    Where both are coded as agreed on, the meeting is but where that was done (第4回六者会合が…採択), and what one side alone
    promises in the paper is a happening of its own.
    """
    agreed = a.event.action == b.event.action == "AGREE"
    promised = agreed and a.promising != b.promising and (a.initiator != b.initiator or bool((a if a.promising else b).target))
    one, other = (frozenset({"promised"}) if promised and each.promising else each.stages - {"met"} if agreed else each.stages
                  for each in (a, b))
    if not one or not other or one & other:
        return SILENT
    return Feature(-1.0, listed(one, other), veto=promised)


def voice(a: Sketch, b: Sketch) -> Feature:
    """An announcement is not the act: one clause ends on saying, the other on doing. To decide is neither;
    a decision and its announcement on another day exclude each other. A measure is told by its announcement of the same day."""
    decided = (a.deciding or b.deciding) and not a.days.apart(b.days)
    told = a.event.action in ANNOUNCED and a.days == b.days and a.days.length == 1
    if a.saying == b.saying or decided or told or a.event.action != b.event.action or a.event.action not in DOING:
        return SILENT
    return Feature(-1.0, "says | does" if a.saying else "does | says", veto=(a.deciding or b.deciding) and a.days.apart(b.days) > 0)


def series(a: Sketch, b: Sketch) -> Feature:
    """二回の核実験, 一連の発射: a series is not one of its members, unless a number (第5回, 決議2270) names that member in both; who
    speaks of a series speaks once.
    """
    counted = ordinal(a, b).score > 0 or resolution(a, b).score > 0
    if a.several == b.several or counted or {a.event.action, b.event.action} & SPEAKING:
        return SILENT
    return Feature(-1.0, "several | one" if a.several else "one | several")


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
    """An author who dates twice, and not alike, mostly means two happenings, unless a mark or title says it is one."""
    if a.event.doc != b.event.doc or a.days == b.days or marked(a, b) or title(a, b).score > 0:
        return SILENT
    return Feature(-1.0, f"{a.event.date} | {b.event.date}")


_OF_ITS_OWN = 0.3
"""What shared words are worth from which two tellings say something that few others do."""


def slip(a: Sketch, b: Sketch) -> Feature:
    """Two documents differ by a day over what each tells in no words of its own (日本が北朝鮮と会談): mostly two happenings."""
    apart = a.days.length == b.days.length == 1 and a.days.apart(b.days) == 1
    if not apart or a.event.doc == b.event.doc or marked(a, b) or title(a, b).score > 0 or words(a, b).score >= _OF_ITS_OWN:
        return SILENT
    return Feature(-1.0, f"{a.event.date} | {b.event.date}")
