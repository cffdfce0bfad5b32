"""What a telling excludes of a part of a claim: it is beyond doubt of the same happening, and has another field."""

import re
from collections.abc import Sequence

from keii.verifying import dates, uniqueness
from keii.verifying.compare import Comparison, pale
from keii.verifying.facets import Facets, Term
from keii.verifying.seen import Seen

_HALF_OWN = 0.6
_ENOUGH = 0.8
_SAME = 0.6
"""The strength from which a telling of the same date is of the same happening, so that one field that differs counts."""
_TURNED = 0.5
"""The same where it only ended otherwise, the words of which are then not the claim's, and two fields agree."""
_MONTHLY = 0.65
_SURE = 0.65
_UNDATED = 1.0
"""The strength from which a telling is of the same happening as a claim without a date."""
_DATED, _SLIGHTLY = 0.9, 0.8
"""The strength from which a telling of another date is of the same happening; less is enough where the dates are days of one month."""
_LIKE = 0.45
"""The least weight of words for that."""
_ALL = 0.95
_WORDS = 3
_PAIR = 2
_MANY_WORDS = 4
_SEASON = 100


def _held_before(one: Comparison, term: Term) -> bool:
    """Whether a name that a telling has not stands in the sentences before it: ストックホルム of 合意."""
    return any(facets.holds_word(term.word) for facets in one.ground.context)


def excluded(claim: Facets, one: Comparison, told: bool = False) -> tuple[Seen, ...]:
    """What the telling excludes of a claim that speaks of the same happening; nothing where that is in doubt. Where a
    source has `told` of such a happening on the claim's own date, no other date excludes it."""
    differing = one.of("differ")
    silent = [seen for seen in one.of("silent") if seen.about != "first"]
    fields = {seen.field for seen in differing}
    elsewhere = any(seen.field == "place" for seen in differing)
    if sum(term.named and not _held_before(one, term) for term in one.missing) > int(elsewhere) or one.coverage < _LIKE or one.strength < (
            _TURNED if _ended(one) or (fields == {"status"} and len(one.of("agree")) > 1 and not silent) else _SAME):
        return ()
    if uniqueness.of_another_rank(claim, one) or (one.telling.lent and one.own < _ENOUGH):
        return ()
    if one.date == "differ":
        told = told or all(claim.in_setting(time.start, time.end) for time in claim.times if time.when == one.claimed)
        slight = uniqueness.slight(one)
        firm = one.predicate and one.strength >= (_SLIGHTLY if slight else _DATED) and one.coverage >= _MONTHLY and one.own >= _LIKE
        alone = (uniqueness.stands(one) and not told and not fields
                 and all(seen.field == "date" or uniqueness.only_counted(one, seen) for seen in silent)
                 and (firm or uniqueness.in_other_words(one)))
        return (Seen("date", "differ", one.told_date),) if alone and uniqueness.slip(claim, one) else ()
    dated = one.date == "agree" or (not claim.times and (
        one.keyed or (one.strength >= _UNDATED and one.own >= _HALF_OWN and fields <= {"number", "place"})))
    dated = dated or (bool(claim.times) and one.date == "unknown" and _about_then(one) and one.predicate
                      and fields <= {"status", "number", "place"}
                      and not any(seen.about in ("key", "first") for seen in differing)
                      and not silent and one.own >= _SURE and (one.keyed or (one.strength >= _UNDATED and len(one.covered) >= _PAIR)))
    dated = dated or (one.date == "unknown" and one.telling.when is None and fields == {"number"} and not silent
                      and one.own >= _SURE and one.predicate and any(seen.field == "number" and not seen.about for seen in one.of("agree")))
    two = (one.coverage >= _ALL and one.own >= _HALF_OWN and fields == {"actor", "status"}) or (one.strength >= _UNDATED and one.plain >= _ENOUGH)
    if not dated or not fields or len(fields) > (2 if two else 1):
        return ()
    if _another(claim, one, silent):
        return ()
    if any(seen.field == "actor" for seen in silent) and one.strength < _SURE and not _ended(one):
        return ()
    if claim.main in one.missing and any(seen.field == "actor" and not seen.about for seen in differing) and _TAKES_PART.search(claim.text):
        return ()  # who is told to have been there leaves open who else was
    precision = one.claimed.precision if one.claimed else "none"
    titled = any(seen.about == "titled" for seen in differing) and fields == {"actor"} and uniqueness.all_else(claim, one)
    if any(seen.about == "partner" for seen in differing) and pale(claim) and not (
            one.keyed or any(seen.field == "place" for seen in one.of("agree"))):
        return ()  # who meets one can meet another on the same day
    exact = one.keyed or precision == "day" or (precision == "interval" and _short(one)) or (len(one.covered) >= 2 and precision != "year")
    exact = exact or (precision == "month" and not pale(claim) and one.strength >= _MONTHLY)
    exact = exact or (precision == "month" and not pale(claim) and any(seen.field == "place" for seen in one.of("agree")))
    exact = exact or (precision == "year" and not pale(claim) and one.coverage >= _ALL and one.own >= _SURE and len(one.covered) >= _WORDS)
    exact = exact or ("actor" not in fields and one.own >= _ENOUGH and _alike(one))
    exact = exact or ("actor" not in fields and one.coverage >= _ALL and any(seen.field == "actor" for seen in one.of("agree")))
    exact = exact or (titled and precision in ("day", "month", "interval"))
    return differing if exact and (one.predicate or fields == {"status"}) else ()


def _another(claim: Facets, one: Comparison, silent: Sequence[Seen]) -> bool:
    """Whether what differs, is open or is missing makes it doubtful that a telling is of the claim's happening at all."""
    differing = one.of("differ")
    fields = {seen.field for seen in differing}
    own = [term for term in one.covered if not term.faint and term not in one.borrowed]
    if one.date != "agree" and any(seen.about == "key" for seen in differing) and len(own) < _MANY_WORDS:
        return True  # another number of a series, and nothing says that it is the same happening
    open_ = any((seen.field == "place" or (seen.field == "status" and seen.told)) and seen.field not in fields for seen in silent)
    if open_ and fields != {"status"} and not (one.act and one.own >= _ENOUGH and one.strength >= _UNDATED):
        return True
    if fields == {"status"} and not one.keyed and any(seen.field == "number" for seen in silent):
        return True  # what is counted is not there, so that it can be another act on the same thing
    if fields == {"actor"} and not (one.act or one.keyed) and any(
            term.deed and not term.adnominal and not term.faint and term != claim.main for term in one.missing):
        return True  # what else is told as done there is another thing
    lot = sum(seen.field == "actor" and seen.state != "agree" and seen.about not in ("attribute", "subject", "setting") for seen in one.seen)
    if not _ended(one) and lot > (len(claim.subjects) if claim.cleft and any(seen.about == "subject" for seen in differing) else 1):
        return True  # who takes part is another lot
    alone = all(seen.about == "subject" or (seen.field == "actor" and claim.main in one.missing) for seen in differing)
    return alone and one.coverage < _HALF_OWN  # who does it is another, and little else is alike


def _alike(one: Comparison) -> bool:
    """Whether all else is alike: both who take part, or one of them and another number."""
    agreeing = [seen for seen in one.of("agree") if seen.about not in ("attribute", "apart", "first")]
    sides = {seen.told for seen in agreeing if seen.field == "actor"}
    return not one.of("silent") and len(sides) + any(seen.field == "number" for seen in agreeing) > _PAIR


def _ended(one: Comparison) -> bool:
    """Whether a telling of what goes by a number (決議1540, 第5陣) has nothing else than how it ended: who is told beside it matters not."""
    return {seen.field for seen in one.of("differ")} == {"status"} and any(seen.state == "agree" and seen.about == "key" for seen in one.seen)


_TAKES_PART = re.compile("(?:同席|出席|参加|同行|随行|臨席|立ち会|列席|参列|居合わせ|加わ)[ぁ-ん]{1,6}。?$")
_STAY = 14


def _short(one: Comparison) -> bool:
    """Whether the claim's interval is one of days, as a visit takes."""
    low, high = one.claimed.bounds if one.claimed else (None, None)
    return low is not None and high is not None and (high - low).days <= _STAY



def _about_then(one: Comparison) -> bool:
    """Whether the date that the course of the text gives a telling is not far from the claim's."""
    told, mine = one.telling.when, one.claimed
    if told is None or mine is None or told.earliest is None or mine.earliest is None:
        return False
    return abs((told.earliest - mine.earliest).days) <= _SEASON or dates.fit(mine, told) in ("agree", "coarse")
