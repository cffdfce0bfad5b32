"""Two sentences that tell of one happening together: the second goes on without a date of its own, or stands below a dated label.

首脳らは5月3日に会談した。終了後、共同声明が出された. What one clause of a claim says must stand in one of the two, so that nobody
is given what the other sentence tells of somebody else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from keii.values.offsets import Range
from keii.values.view import Hit
from keii.values.when import When
from keii.verifying import relations
from keii.verifying.bearing_out import supports
from keii.verifying.compare import Comparison, compare
from keii.verifying.facets import Actor, Facets, Term
from keii.verifying.find import Candidates
from keii.verifying.lexicon import words
from keii.verifying.pages import Ground, Pages
from keii.verifying.seen import Leads
from keii.verifying.sharing import EMPTY
from keii.verifying.telling import Telling

_MOST = 12
"""So many of the likeliest passages are read together with what stands beside them."""
_LABEL_BEFORE = 4
_LABEL = re.compile(r"[^。]{2,60}[^。、，たるだ]\s*")
_PLAIN = 0.9
_OWN = 0.8


@dataclass(frozen=True)
class Pair:
    """Two passages as one ground, and each by itself; `cut` is where the second begins."""

    ground: Ground
    first: Facets
    second: Facets
    cut: int


def together(claim: Facets, claimed: Sequence[When | None], found: Candidates, pages: Pages, leads: Leads, weak: frozenset[str]) -> list[Comparison]:
    """The comparisons with two sentences that bear the claim out together."""
    if not claim.terms or claim.main is None:
        return []
    bearing: list[Comparison] = []
    seen: set[tuple[str, int, int]] = set()
    for hit in found.hits[:_MOST]:
        if hit.doc in weak or hit.passage.kind == "row":
            continue
        for first, second in _beside(hit, pages):
            key = (hit.doc, first.passage.place, second.passage.place)
            if key in seen:
                continue
            seen.add(key)
            pair = _pair(first, second, pages)
            for telling in pair.ground.tellings if pair else ():
                assert pair is not None
                compared = [compare(claim, when, pair.ground, telling, found.weights, leads) for when in claimed]
                bearing += [one for one in compared if _bears(claim, one, pair)]
    return bearing


def _beside(hit: Hit, pages: Pages) -> Iterator[tuple[Hit, Hit]]:
    """A passage with the one before it, with the one after it, and with the label of the list that it stands in."""
    around = {one.passage.place: one for one in pages.view.around(hit, _LABEL_BEFORE, 1) if one.passage.kind != "row"}
    place = hit.passage.place
    if before := around.get(place - 1):
        yield before, hit
    if after := around.get(place + 1):
        yield hit, after
    for above in range(place - 2, place - _LABEL_BEFORE - 1, -1):
        if (label := around.get(above)) and _LABEL.fullmatch(label.passage.text):
            yield label, hit
            return


def _pair(first: Hit, second: Hit, pages: Pages) -> Pair | None:
    """Two passages as one, where the second goes on with the date of the first."""
    one, other = pages.ground(first), pages.ground(second)
    dates = {time.when for time in one.facets.times}
    if not dates or any(time.when not in dates for time in other.facets.times):
        return None
    passage = replace(first.passage, text=first.passage.text + second.passage.text, pieces=first.passage.pieces + second.passage.pieces)
    hit = Hit(passage, (*first.spans, *second.spans))
    facets = pages.facets(hit)
    cut, size = len(first.passage.text), len(passage.text)
    if facets.text[:cut] != one.facets.text:
        return None
    stated = [telling for telling in one.tellings if telling.stated and not telling.lent]
    last = max((time.start for time in one.facets.times if not time.aside), default=0)
    told = tuple(_over(telling, cut, size) for telling in stated if len(dates) == 1 or telling.holds(last, last + 1))
    ground = Ground(hit, facets, told, (*one.events, *(event for event in other.events if event not in one.events)), one.context, (),
                    one.labels, one.whose, one.topics, (), one.coded_before, one.whole)
    return Pair(ground, one.facets, other.facets, cut)


def _over(telling: Telling, cut: int, size: int) -> Telling:
    """A telling of the first passage as one of both."""
    ranges: tuple[Range, ...] = (*((low, min(high, cut)) for low, high in telling.ranges), (cut, size))
    return Telling(telling.when, ranges, True, (telling.sentence[0], size))


def _bears(claim: Facets, one: Comparison, pair: Pair) -> bool:
    """Whether two sentences hold the whole claim, each some of it, and each clause of the claim stands in one of them."""
    if one.plain < _PLAIN or one.own < _OWN or one.of("silent") or claim.main in one.missing or not supports(claim, one, ()):
        return False
    if any(relations.of_another(claim, actor, one.ground) for actor in claim.doers if claim.attributive(actor)):
        return False
    return _acting(claim, pair) and not _lost(claim, pair) and all(_within(claim, unit, pair) for unit in _units(claim))


def _acting(claim: Facets, pair: Pair) -> bool:
    """Whether each who acts in the claim acts in one of the sentences, as its subject or by what is coded from it; where nobody does,
    whether the sentence before names them."""
    codes = {actor.code for facets in (pair.first, pair.second) for actor in facets.subjects}
    codes |= {code for event in pair.ground.events for code in event.initiator if len(event.initiator) == 1 or code in pair.ground.topics}
    codes = codes or {actor.code for facets in pair.ground.context[:1] for actor in facets.doers}
    return all(actor.code in codes for actor in claim.subjects if not claim.in_setting(actor.start, actor.end))


def _lost(claim: Facets, pair: Pair) -> bool:
    """Whether a verb of the claim that tells too little to count elsewhere (持ち続ける) stands in neither sentence."""
    counted = {term.start for term in claim.terms}
    return any(term.verbal and term.start not in counted and term.word not in EMPTY and not claim.in_setting(term.start, term.end)
               and not pair.ground.facets.holds_word(term.word, pale=True) for term in claim.told)


def _units(claim: Facets) -> Iterator[tuple[int, int, list[Term]]]:
    """The clauses of a claim, each with the words up to its verb, that verb included; what stands before the topic's は is of none."""
    topic = re.search("は(?![ぁ-ん一-龥]{0,2}$)", claim.text)
    low = topic.end() if topic and claim.cleft is None else 0
    unit: list[Term] = []
    for term in claim.terms:
        if term.start < low:
            continue
        unit.append(term)
        if term.verbal:
            yield low, term.end, unit
            low, unit = term.end, []
    if unit:
        yield low, len(claim.text), unit


def _within(claim: Facets, unit: tuple[int, int, list[Term]], pair: Pair) -> bool:
    return any(_holds(claim, unit, facets) for facets in (pair.first, pair.second))


def _holds(claim: Facets, unit: tuple[int, int, list[Term]], facets: Facets) -> bool:
    """Whether one sentence has the words of a clause, its amounts, and nobody else in the place of those it names."""
    low, high, terms = unit
    lexicon = words()
    solid = [term for term in terms if not term.faint or term.verbal]
    if any(not any(lexicon.alike(term.word, other.word) for other in facets.told)
           and not any(term.word in actor.text for actor in facets.actors) for term in solid):
        return False
    amounts = [amount for amount in claim.amounts if low <= amount.start < high]
    if any(all((amount.unit, amount.value) != (other.unit, other.value) for other in facets.amounts) for amount in amounts):
        return False
    mine = {actor.code for actor in claim.doers}
    named = [actor for actor in claim.doers if low <= actor.start < high]
    return all(actor.code in {other.code for other in facets.actors} or _alone(actor, facets, mine) for actor in named)


def _alone(actor: Actor, facets: Facets, mine: set[str]) -> bool:
    """Whether a sentence that does not name one names nobody that the claim does not."""
    return actor.kind != "person" and all(other.code in mine for other in facets.doers)
