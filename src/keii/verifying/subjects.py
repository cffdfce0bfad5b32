"""Who does it: the subject of a claim against those of one telling, said or understood."""

import re
from collections.abc import Iterable, Sequence

from keii.values.event import Event
from keii.verifying import bearers, doing, giving, naming, standing
from keii.verifying.facets import Actor, Facets, Term
from keii.verifying.lexicon import words
from keii.verifying.pages import Ground
from keii.verifying.parties import dated, is_self
from keii.verifying.seen import Seen
from keii.verifying.telling import Telling


def subjects(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    """Whether who does it in the claim does it in the source, or gives what the claim says was given to him."""
    if told := giving.crossed(claim, ground, telling):
        return (Seen("actor", "differ", told, "subject"),)
    return () if giving.aligned(claim, ground, telling) else tuple(_doers(claim, ground, telling))


def bodies(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    """Whether a body of the claim's state, or one no codebook has, does in the source what the claim says of another."""
    return bearers.bearers(claim, ground, telling)


def _doers(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    """Whether who does it in the claim is among those who do it in the source."""
    mine = tuple(one for one in claim.subjects if not claim.in_setting(one.start, one.end) and not claim.relative(one))
    mine = mine or (() if any(term.verbal and not term.adnominal for term in claim.terms) else claim.subjects)
    if not mine:
        return
    verbal = [term for term in ground.facets.terms if term.verbal]
    theirs = [one for one in ground.facets.subjects if telling.holds(one.start, one.end) and not is_self(ground, one)
              and not any(ground.facets.embedded(one, term) for term in verbal)]
    main = claim.main
    like = [one for one in ground.facets.terms if main and telling.holds(one.start, one.end) and words().alike(main.word, one.word)]
    last = max((one.end for one in like), default=0)
    sides = [one for one in ground.facets.doers if telling.near(one.start, one.end)]
    theirs = [one for one in theirs if not last or one.start < last or ground.facets.cleft]
    theirs = [] if any(one.code == "SIX" for one in mine) and all(one.code in _AT_SIX for one in theirs) else theirs
    tied = doing.tied(claim, ground, telling)
    if tied is None and doing.met(claim, ground):
        return
    if tied is not None:
        agrees, told = tied
        if not agrees:
            yield Seen("actor", "silent" if agrees is None or _shared(claim, mine, ground, telling) else "differ", told, "subject")
        return
    if main is None:
        return
    if {one.code for one in sides} & {one.code for one in mine}:
        theirs = [one for one in theirs if not ground.facets.relative(one)]
    codes = {one.code for one in theirs}
    named = {one.code for one in ground.facets.doers if telling.near(one.start, one.end) and not ground.facets.attributive(one)
             and not (one.rule == "compound" and one not in ground.facets.subjects)}
    many = mine[0].code in ("SIX", "UN", "UNSC")
    coded = {code for event in ground.events if dated(event, telling) and tells(event, ground, like) for code in event.initiator}
    earlier = ground.context[0].subjects if ground.context else ()
    before = {one.code for one in earlier}
    spoken_of = named | before | ground.topics | {ground.whose}
    if not codes and len(coded) == 1 and not many and not (named | before) & {one.code for one in mine} and coded <= spoken_of:
        codes = coded
    elif not codes and not coded and like and len(before) == 1 and before <= ground.topics and not before & {one.code for one in mine} and not (
            {one.code for one in mine} & (named | {ground.whose}) or any(map(ground.facets.passive, like)) or many or len(mine) > 1):
        codes = before
    if codes and not theirs and mine[0].kind == "person":
        return
    if not theirs and not coded and any(tells(event, ground, like) for event in ground.events if dated(event, telling)) and not any(
            one.code in named | before or any(naming.same(one, other) for other in earlier) for one in mine):
        yield Seen("actor", "silent", about="subject")
    if codes and not codes & {one.code for one in mine} and not any(naming.same(one, other) for one in mine for other in theirs):
        code = min(codes)
        unsaid = not theirs and not codes & named and bool({one.code for one in mine} & {one.code for one in ground.facets.actors})
        unsaid = unsaid or _shared(claim, mine, ground, telling)
        who = theirs[0].text if theirs else ground.labels.get(code, code.removeprefix("ORG:"))
        yield Seen("actor", "silent" if unsaid else "differ", who, "subject")


_AT_SIX = frozenset(("JPN", "PRK", "KOR", "USA", "CHN", "RUS"))
_GIVES = re.compile("(?:側|当局|政府)?(?:から|より)(?!も|は?早|多|少)")


def _shared(claim: Facets, mine: Sequence[Actor], ground: Ground, telling: Telling) -> bool:
    """Whether others do it as well (中国も), or it comes of the claim's side in the words of who tells of it: 北朝鮮より通告があったと発表した."""
    codes = {one.code for one in mine}
    return any(standing.TOO.match(claim.text, one.end) for one in mine) or any(
        one.code in codes and telling.near(one.start, one.end) and _GIVES.match(ground.facets.text, one.end) for one in ground.facets.doers)


def tells(event: Event, ground: Ground, like: Sequence[Term]) -> bool:
    """Whether a coded act stands where the words for the claim's act do; where there are none, any may be it."""
    clean = ground.hit.passage.clean
    low, high = clean.find(event.evidence[0].start), clean.find(event.evidence[0].end - 1)
    return not like or low is None or high is None or any(low <= one.start <= high for one in like)
