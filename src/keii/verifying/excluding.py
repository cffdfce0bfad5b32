"""What a telling excludes of a part of a claim: it is beyond doubt of the same happening, and has another field."""

import re

from keii.verifying import dates
from keii.verifying.compare import Comparison, pale
from keii.verifying.facets import Facets, Term
from keii.verifying.lexicon import words
from keii.verifying.seen import Seen

_HALF_OWN = 0.6
_ENOUGH = 0.8
_SAME = 0.6
"""The strength from which a telling of the same date is of the same happening, so that one field that differs counts."""
_MONTHLY = 0.65
_SURE = 0.65
_UNDATED = 1.0
"""The strength from which a telling is of the same happening as a claim without a date."""
_DATED = 0.9
"""The strength from which a telling of another date is of the same happening."""
_LIKE = 0.45
"""The least weight of words for that."""
_ALL = 0.95
_WORDS = 3
_PAIR = 2
_MONTH = 31


def _held_before(one: Comparison, term: Term) -> bool:
    """Whether a name that a telling has not stands in the sentences before it: ストックホルム of 合意."""
    return any(facets.holds_word(term.word) for facets in one.ground.context)


def excluded(claim: Facets, one: Comparison, told: bool = False) -> tuple[Seen, ...]:
    """What the telling excludes of a claim that speaks of the same happening; nothing where that is in doubt. Where a
    source has `told` of such a happening on the claim's own date, no other date excludes it."""
    differing = one.of("differ")
    silent = [seen for seen in one.of("silent") if seen.about != "first"]
    fields = {seen.field for seen in differing}
    if any(term.named and not _held_before(one, term) for term in one.missing) or one.coverage < _LIKE or one.strength < _SAME:
        return ()
    if one.date == "differ":
        told = told or all(claim.in_setting(time.start, time.end) for time in claim.times if time.when == one.claimed)
        alone = (one.telling.stated and not told and not fields and not silent and one.predicate and one.strength >= _DATED
                 and one.coverage >= _MONTHLY and one.own >= _LIKE)
        return (Seen("date", "differ", one.told_date),) if alone and _slip(claim, one) else ()
    dated = one.date == "agree" or (not claim.times and (
        one.keyed or (one.strength >= _UNDATED and one.own >= _HALF_OWN and fields <= {"number", "place"})))
    dated = dated or (bool(claim.times) and one.date == "unknown" and one.telling.when is not None and one.predicate
                      and fields <= {"status", "number", "place"}
                      and not any(seen.about in ("key", "first") for seen in differing)
                      and not silent and one.own >= _SURE and (one.keyed or (one.strength >= _UNDATED and len(one.covered) >= _PAIR)))
    two = (one.coverage >= _ALL and one.own >= _HALF_OWN and fields == {"actor", "status"}) or (one.strength >= _UNDATED and one.plain >= _ENOUGH)
    if not dated or not fields or len(fields) > (2 if two else 1):
        return ()
    if any((seen.field == "place" or (seen.field == "status" and seen.told)) and seen.field not in fields for seen in silent) and (
            fields != {"status"}):
        return ()
    if sum(seen.field == "actor" and seen.state != "agree" and seen.about not in ("attribute", "subject", "setting") for seen in one.seen) > 1:
        return ()  # who takes part is another lot
    if all(seen.about == "subject" or (seen.field == "actor" and claim.main in one.missing) for seen in differing) and one.coverage < _HALF_OWN:
        return ()  # who does it is another, and little else is alike
    if any(seen.field == "actor" for seen in silent) and one.strength < _SURE:
        return ()
    if claim.main in one.missing and any(seen.field == "actor" and not seen.about for seen in differing) and _TAKES_PART.search(claim.text):
        return ()  # who is told to have been there leaves open who else was
    precision = one.claimed.precision if one.claimed else "none"
    if any(seen.about == "partner" for seen in differing) and pale(claim) and not (
            one.keyed or any(seen.field == "place" for seen in one.of("agree"))):
        return ()  # who meets one can meet another on the same day
    exact = one.keyed or precision == "day" or (precision == "interval" and _short(one)) or (len(one.covered) >= 2 and precision != "year")
    exact = exact or (precision == "month" and not pale(claim) and one.strength >= _MONTHLY)
    exact = exact or (precision == "month" and not pale(claim) and any(seen.field == "place" for seen in one.of("agree")))
    exact = exact or (precision == "year" and not pale(claim) and one.coverage >= _ALL and one.own >= _SURE and len(one.covered) >= _WORDS)
    exact = exact or ("actor" not in fields and one.coverage >= _ALL and any(seen.field == "actor" for seen in one.of("agree")))
    return differing if exact and (one.predicate or fields == {"status"}) else ()


_TAKES_PART = re.compile("(?:同席|出席|参加|同行|随行|臨席|立ち会|列席|参列|居合わせ|加わ)[ぁ-ん]{1,6}。?$")
_STAY = 14


def _short(one: Comparison) -> bool:
    """Whether the claim's interval is one of days, as a visit takes."""
    low, high = one.claimed.bounds if one.claimed else (None, None)
    return low is not None and high is not None and (high - low).days <= _STAY


def _slip(claim: Facets, one: Comparison) -> bool:
    """Whether a date is a slip for that of the source: the happening has something of its own, or happens once."""
    if one.keyed:
        return True
    if one.claimed is None or one.telling.when is None or not dates.near(one.claimed, one.telling.when):
        return False
    mine, theirs = one.claimed.earliest, one.telling.when.earliest
    assert mine is not None
    assert theirs is not None
    placed = any(seen.field == "place" for seen in one.of("agree"))
    placed = placed or (claim.main is not None and words().alike(claim.main.word, "訪問") and any(one.kind == "person" for one in claim.doers))
    return placed or not pale(claim) or (abs((mine - theirs).days) <= _MONTH and len(one.covered) >= _PAIR)
