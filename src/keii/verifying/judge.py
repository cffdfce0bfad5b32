"""The verdict on one part of a claim, from its comparisons with the passages.

Supported where a telling bears it out; contradicted where one excludes a field of it; anything else is not found, which is not
"false". An AI answer bears out only what no other source excludes, and never fills what another source leaves open.
"""

import re
from collections.abc import Sequence

from keii.values.claim import Field, Finding
from keii.values.offsets import Range
from keii.verifying.bearing_out import borne_by
from keii.verifying.compare import Comparison
from keii.verifying.excluding import excluded
from keii.verifying.facets import Facets
from keii.verifying.lexicon import words
from keii.verifying.seen import Seen

_MORE = 0.2
_ENOUGH = 0.8
_SAME = 0.6
"""The strength from which a telling of the same date is of the same happening, so that one field that differs counts."""
_LIKE = 0.45
"""The least weight of words for that."""
_NEARLY = 0.6
_ALL = 0.95
_PAIR = 2
_HALF = 0.3
_MOST_EVIDENCE = 6
_VIEW = re.compile("(?:大きな一歩|画期的|例外的|限定的|象徴的|不透明|評価が分かれ|稀|まれ|難題|障壁|意義は大き|重要な節目|転機)"
                   "(?:だっ?た?|です|でした|である|であった|といえる|と言える|なもの(?:でした|だった|です)?|となってい(?:ます|る))?。?$")
"""How a sentence ends that judges and tells of no act."""
_OF_ITSELF = re.compile("(?:以下|次|上記|下記)[にのは、で][^。]{0,30}(?:整理|まとめ|示し|説明|紹介|挙げ|列挙|お答え|解説)|"
                        "まとめると(?:次|以下)|ご希望|ご質問|参考に(?:なれば|して)|お役に立|(?:お知らせ|お申し付け)ください|(?:整理|説明|追加|確認|要約)することも(?:でき|可能)")
"""What an answer says of itself."""


def judge(claim: Facets, place: Range, found: Sequence[Comparison], weak: frozenset[str]) -> Finding:
    """The finding on the part of the text at `place`. Documents of `weak` (answers of an AI) come last as evidence."""
    ordered = sorted(found, key=lambda one: (one.ground.hit.doc in weak, -one.coverage, not one.telling.stated, one.ground.hit.doc,
                                             one.ground.hit.passage.place))
    start, end = place
    heading = not (claim.doers or claim.times or claim.amounts or (claim.main and claim.main.verbal))
    if not claim.keys and (heading or (not claim.terms and len(claim.doers) < _PAIR and not (claim.times and claim.acts))
                           or (not claim.times and _OF_ITSELF.search(claim.text))):
        return Finding(start, end, claim.text, "not_found", why="empty")
    if not claim.amounts and not claim.keys and _VIEW.search(claim.text):
        return Finding(start, end, claim.text, "not_found", why="view")
    strong = [one for one in ordered if one.ground.hit.doc not in weak]
    firmer = [one for one in strong if not one.telling.lent]
    going_on = [one for one in strong if one.telling.lent]
    bearing = [borne for one in firmer if (borne := borne_by(claim, one, firmer, going_on)) and not _denied(claim, one, strong)]
    if not bearing and not any(excluded(claim, one) or _otherwise(one) for one in strong):
        bearing = [borne for one in ordered if one.ground.hit.doc in weak and (borne := borne_by(claim, one, ordered))]
    if bearing and not any(one.telling.stated for one, *_ in bearing):
        borne_on = [one.ground for one, *_ in bearing]
        firmly = [one for one in strong if one.telling.stated and one.coverage >= _ALL
                  and any(seen.about != "subject" and (seen.field != "date" or one.ground not in borne_on) for seen in excluded(claim, one))]
        bearing = [] if firmly else bearing
    if bearing:
        spans = tuple(dict.fromkeys(span for borne in bearing for one in borne for span in one.ground.hit.spans))[:_MOST_EVIDENCE]
        whole = {borne[0].ground.hit.doc for borne in bearing}
        return Finding(start, end, claim.text, "supported", evidence=spans,
                       beside=tuple(dict.fromkeys(span.doc for span in spans if span.doc not in whole)))
    firm = any(one.ground.hit.doc not in weak and one.date == "agree" and one.coverage >= _HALF and one.covered for one in ordered)
    holding = [one.own for one in firmer if _holds(one)]
    against = [(differing, one) for one in ordered if not (firm and one.ground.hit.doc in weak)
               and (differing := excluded(claim, one, any(own + _FAR >= one.own for own in holding)))]
    against = [(differing, one) for differing, one in against if not _told_so(claim, differing, one, firmer)]
    if against:
        differing, best = min(against, key=lambda pair: (pair[1].ground.hit.doc in weak, _FIRMNESS[pair[1].date],
                                                         any(seen.field == "number" for seen in pair[1].of("silent")),
                                                         not pair[1].telling.stated, len(pair[1].of("silent")),
                                                         -len(pair[1].of("agree")), -pair[1].coverage, not pair[1].telling.stated))
        fields: tuple[Field, ...] = tuple(dict.fromkeys(one.field for one in differing))
        beside = [*best.ground.hit.spans]
        beside += [span for others, one in against if {each.field for each in others} == set(fields) for span in one.ground.hit.spans]
        beside += [span for one in ordered if one.date == "agree" == best.date and one.coverage >= _ENOUGH for span in one.ground.hit.spans]
        told = dict((one.field, one.told) for one in reversed(differing) if one.told)
        return Finding(start, end, claim.text, "contradicted", fields, tuple(told.items()),
                       tuple(dict.fromkeys(beside))[:_MOST_EVIDENCE])
    nearest = next((one for one in ordered if one.coverage >= 0.4), None)
    missing = tuple(dict.fromkeys(claim.text[term.start : term.end] for term in nearest.missing)) if nearest else ()
    acts = claim.main is not None and claim.main.verbal and bool(claim.doers)
    why = "undated" if nearest and not claim.times and acts else "partly" if nearest else "nothing"
    return Finding(start, end, claim.text, "not_found", missing=missing, why=why)


def _holds(one: Comparison) -> bool:
    """Whether a telling can be of the claim's happening on its own date, so that no other date excludes it; what is asked tells nothing."""
    low, high = one.telling.sentence
    return (one.date == "agree" and one.predicate and one.own >= _LIKE and not one.of("differ")
            and not any(term.named for term in one.missing) and one.strength >= _SAME and one.coverage >= _LIKE
            and not any(seen.field in ("number", "place") or (seen.field == "actor" and not seen.about) for seen in one.of("silent"))
            and not _ASKS.search(one.ground.facets.text[low:high]))


_ASKS = re.compile("(?:のですか|でしょうか|ますか|ましたか|のか|ですか|ませんか|だろうか)[。？?」]*$")
_FAR = 0.3
"""By so much less of its own words a telling on the claim's date is of another happening than one of another date."""
_FIRMNESS = {"agree": 0, "coarse": 1, "differ": 1, "unknown": 2}
"""What excludes a claim on its own date comes before another date, and that before what has none."""


def _otherwise(one: Comparison) -> bool:
    """Whether a telling of the claim's date and act differs in some field: what an AI says of it then proves nothing."""
    elsewhere = any(seen.field == "place" and seen.told for seen in one.of("silent"))
    return one.date == "agree" and one.coverage >= _NEARLY and (elsewhere or bool(one.of("differ")))


def _told_so(claim: Facets, differing: Sequence[Seen], one: Comparison, others: Sequence[Comparison]) -> bool:
    """Whether another telling of the claim's date has what one telling excludes, as the claim has it."""
    fields = {seen.field for seen in differing}
    for other in others:
        if other is one or other.date != "agree" or not other.predicate or other.of("differ") or other.strength < one.strength:
            continue
        if other.own < max(one.own, _ENOUGH) or claim.main in other.missing:
            continue
        if "status" in fields and claim.main and not any(words().alike(claim.main.word, term.word) for term in other.ground.facets.told):
            continue  # what only stands around says nothing of how it ended
        if "date" in fields or all(field == "status" or any(seen.field == field and seen.about not in ("apart", "attribute")
                                                            for seen in other.of("agree")) for field in fields):
            return True
    return False


def _denied(claim: Facets, one: Comparison, others: Sequence[Comparison]) -> bool:
    """Whether another telling excludes what the claim says that has its main word where this one has not, or clearly more of its
    own words than this one has."""
    if any(other.date == "agree" and other.own >= one.own + _MORE and other.predicate and excluded(claim, other) for other in others):
        return True
    if any(other.ground is one.ground and other is not one and other.date == "agree" and other.own >= one.own
           and {seen.field for seen in excluded(claim, other)} == {"status"} for other in others):
        return True
    if one.own < _NEARLY + _MORE and any(other.own >= one.own + _MORE and other.coverage >= _ALL and other.telling.stated
                                         and excluded(claim, other) for other in others if other.date == "differ"):
        return True  # its own words are of another act of that date, and the act itself is told on another
    return claim.main in one.missing and any(
        other.date == "agree" and claim.main not in other.missing and other.coverage >= one.coverage and excluded(claim, other) for other in others)
