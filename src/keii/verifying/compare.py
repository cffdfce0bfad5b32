"""A part of a claim against one telling of one passage: each field agrees, is not told, or is excluded."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from keii.values.event import Event
from keii.values.when import When
from keii.verifying import (
    acts,
    carried,
    counting,
    dates,
    doing,
    meant,
    missions,
    parties,
    placing,
    proof,
    sharing,
    sites,
    subjects,
)
from keii.verifying.facets import Facets, Term
from keii.verifying.lexicon import words
from keii.verifying.pages import Ground
from keii.verifying.seen import Leads, Seen, State
from keii.verifying.telling import Telling


@dataclass(frozen=True)
class Comparison:
    """`coverage` is the weight of the claim's words that the telling holds, 0 to 1; `missing` are the others."""

    ground: Ground
    telling: Telling
    claimed: When | None
    date: dates.Fit
    seen: tuple[Seen, ...]
    coverage: float
    covered: tuple[Term, ...]
    missing: tuple[Term, ...]
    predicate: bool
    plain: float
    """The same without the words that are there in part alone."""
    act: Event | None = None
    """The coded act of the passage that is the claim's main act, where there is one."""
    own: float = 1.0
    """The coverage without the words that stand in the sentences before alone, or only follow from what is said; 0 where
    the main word is one of them."""
    quoted: bool = False
    """Whether the passage has the very words that the claim quotes somebody with."""
    borrowed: frozenset[Term] = frozenset()
    """The words that stand in the sentences before alone, or only follow from what is said."""

    def of(self, state: State) -> tuple[Seen, ...]:
        return tuple(one for one in self.seen if one.state == state)

    @property
    def strength(self) -> float:
        """How much speaks for the telling's being of the claim's happening: its words, what agrees beside them, less what
        it leaves open and an act that is not the claim's."""
        agreeing = len({(seen.field, seen.told) for seen in self.of("agree")})
        open_ = sum(seen.about != "first" for seen in self.of("silent"))
        return (self.coverage + _EACH * (agreeing - open_) + (_ACT if self.act else 0.0) + (_EACH if self.keyed else 0.0)
                - (0.0 if self.predicate else _NO_ACT))

    @property
    def told_date(self) -> str:
        return self.telling.when.edtf if self.telling.when else ""

    @property
    def keyed(self) -> bool:
        """Whether something that only this happening has is in both: an ordinal, a resolution, a name."""
        return self.quoted or any(one.state == "agree" and one.about == "key" for one in self.seen) or any(term.named for term in self.covered)


_WORTH = 0.25
"""So much of the weight of a claim's words a passage must hold itself before it is read closely."""


def worth(claim: Facets, ground: Ground, weights: Mapping[str, float]) -> bool:
    """Whether a passage can be of the claim's happening at all: it has some of its words, their opposites, or its act."""
    mine = acts.main_act(claim)
    if mine and any(event.action == mine.action and event.action not in acts.WIDE for event in ground.events):
        return True
    if sharing.numbered(claim, ground):
        return True
    against = words().against
    weighed = [(term, weights.get(term.word, 1.0) * (_FAINT if term.faint and term != claim.main else 1.0)) for term in claim.terms]
    held = sum(weight for term, weight in weighed if ground.facets.holds_word(term.word, pale=True)
               or any(term.word in actor.text for actor in ground.facets.actors)
               or any(ground.facets.holds_word(other) for other in against.get(term.word, ())))
    return held >= _WORTH * sum(weight for _, weight in weighed)


def compare(claim: Facets, claimed: When | None, ground: Ground, telling: Telling, weights: Mapping[str, float],
            leads: Leads) -> Comparison:
    """`claimed` is the date of the claim that this telling is held against."""
    shared = sharing.share(claim, ground, telling)
    main, mine = claim.main, acts.main_act(claim)
    fit = carried.fit(claimed, telling, ground)
    act = acts.same(mine, ground, telling, claimed) if mine else None
    if act and main in shared.missing and doing.failed(ground.facets.text, telling) and not doing.failed(claim.text):
        act = None
    weighed = {term: weights.get(term.word, 1.0) * (_FAINT if term.faint and term != main else 1.0) for term in claim.terms}
    other = sites.elsewhere(claim, ground, telling)
    missing = tuple(term for term in shared.missing if (term not in shared.flipped or not _acted(term, shared))
                    and not any(low <= term.start and term.end <= high for low, high in other))
    weighed |= {term: weighed[term] * _MODIFYING for term in missing if _modifies(term, claim, shared)}
    total = sum(weighed.values()) or 1.0
    lost = sum(weighed[term] * (1 - _nearly(term, ground, telling)) for term in missing if not (act and term == main))
    found = Comparison(ground, telling, claimed, fit, (), 1 - lost / total,
                       tuple(term for term, like in shared.covered.items() if like), missing,
                       main is None or act is not None or (main not in missing and _in_core(shared, main, telling)),
                       1 - sum(weighed[term] for term in missing if not (act and term == main)) / total, act,
                       0.0 if main in shared.borrowed and main and not main.adnominal
                       else 1 - (lost + sum(weighed[term] for term in shared.borrowed)) / total,
                       bool(sharing.quoting(claim, ground)), shared.borrowed)
    if found.coverage < _TOO_LITTLE or (found.date == "differ" and not claim.keys and found.coverage < _FOR_A_DATE):
        return found
    seen = (*parties.actors(claim, ground, telling, leads, act), *subjects.subjects(claim, ground, telling),
            *placing.places(claim, ground, telling), *missions.missions(claim, ground, telling), *placing.lands(claim, ground, telling),
            *counting.numbers(claim, ground, telling), *counting.keys(claim, ground, telling),
            *(Seen("status", state, told) for state, told in doing.status(claim, ground, telling, shared)),
            *(Seen("actor", "differ", told) for told in doing.turned(claim, ground, shared)),
            *_other_dates(claim, ground, claimed), *_proofs(claim, ground, telling, shared))
    if not any(one.field == "actor" and one.state == "differ" for one in seen):
        seen += tuple(subjects.bodies(claim, ground, telling))
    if not any(one.field == "actor" and one.state == "differ" for one in seen):
        seen += tuple(Seen("actor", "differ", told, "subject") for told in acts.turned(claim, mine, act, ground, telling))
    return replace(found, seen=seen)


def _acted(term: Term, shared: sharing.Shared) -> bool:
    """Whether a word or its opposite in the source tells an act, so that the opposite is held against the claim; 合法 against 違法性 is
    only missing."""
    other = shared.flipped[term]
    return term.verbal or term.deed or other.verbal or other.deed or term in shared.barren


_TOO_LITTLE = 0.3
"""Below so much of the claim's words nothing is borne out nor excluded, whatever the fields say."""
_FOR_A_DATE = 0.6
"""The same of a telling of another date, which excludes at most the date."""


def _modifies(term: Term, claim: Facets, shared: sharing.Shared) -> bool:
    """Whether a missing noun only tells more of one that the source has: 原子炉の冷却塔, 核開発の申告書."""
    if term.named or term.verbal or _QUOTE.search(claim.text[: term.start][-1:]):
        return False
    after = next((one for one in claim.terms if one.start >= term.end), None)
    return after is not None and after in shared.covered and not after.verbal and claim.text[term.end : after.start] in ("の", "を記した", "に関する")


_QUOTE = re.compile("[「『]")
_MODIFYING = 0.4
_EACH, _ACT, _NO_ACT = 0.1, 0.15, 0.3
_FAINT = 0.25
_AROUND = 0.5
_AKIN = 0.4
_KANJI = re.compile("[一-龥]")


def _nearly(term: Term, ground: Ground, telling: Telling) -> float:
    """How far a word that the telling has not is there all the same: in the passage or those around it, or by a character
    of its own in another word (自国民, 国民)."""
    if term.named:
        return 0.0
    if any(facets.holds_word(term.word, pale=True) for facets in (ground.facets, *ground.context, *ground.after)):
        return _AROUND
    own = set(_KANJI.findall(term.word)) - _COMMON
    if own and any(own & set(other.word) for other in ground.facets.told if telling.near(other.start, other.end)):
        return _AKIN
    return 0.0


_COMMON = frozenset("国家者会議発出入上下中大小年月日時間所部員長人力核日米韓朝北南東西露前後新対")


def _proofs(claim: Facets, ground: Ground, telling: Telling, shared: sharing.Shared) -> Iterable[Seen]:
    if told := proof.crossed(claim, ground.facets, telling):
        yield Seen("number", "differ", told)
    elif lost := proof.unproved(claim, ground.facets, telling):
        claimed, told = lost
        yield Seen("number", "differ" if told else "silent", told, about=claimed)
    told = proof.reversed_outcome(claim, ground.facets, telling)
    if not told and claim.main:
        told = proof.undone(claim, ground.facets, [(one.start, one.end) for one in shared.covered.get(claim.main, ())])
    if told:
        yield Seen("status", "differ", told)


def _in_core(shared: sharing.Shared, term: Term, telling: Telling) -> bool:
    core = telling.core
    return core is None or any(core[0] <= one.start and one.end <= core[1] for one in shared.covered.get(term, ()))


def _other_dates(claim: Facets, ground: Ground, claimed: When | None) -> Iterable[Seen]:
    """The further dates a claim states are each to be found in the passage; one for which something is agreed or planned is not another."""
    told = [time.when for time in ground.facets.times] + [one.when for one in ground.tellings if one.when]
    for time in claim.times:
        if time.when != claimed and not any(dates.fit(time.when, when) == "agree" for when in told):
            rival = meant.instead(claim, time, ground.facets)
            yield Seen("date", "differ" if rival else "silent", rival)


def pale(claim: Facets) -> bool:
    """Whether its main word tells of what happens again and again; of what is said, whether that does: 脱退を表明した."""
    if claim.main is None or claim.main.word not in words().recurring:
        return claim.main is None
    said = next((term for term in reversed(claim.terms) if term.end <= claim.main.start), None)
    return said is None or not said.deed or said.word in words().recurring or _SAYS.fullmatch(claim.text, said.end, claim.main.start) is None


_SAYS = re.compile("(?:する|した)?(?:こと|方針|意向)?[をと]|すると")
