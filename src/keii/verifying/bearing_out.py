"""Whether a telling bears a part of a claim out.

One telling of one passage holds every field the claim states, and its words; what it leaves open another telling of the very same
happening may hold.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from keii.verifying.compare import Comparison
from keii.verifying.facets import Facets, Term
from keii.verifying.falls_short import falls_short
from keii.verifying.reservations import reserved
from keii.verifying.seen import Seen
from keii.verifying.sharing import points_back

_BORNE = 0.75
"""The weight of a claim's words that must be found before it is borne out: to call a wrong claim supported is worst."""
_BORNE_BY_FIELDS = 0.55
"""The same where two fields or more (who, where, how many, which) agree and none is left open."""
_BORNE_BY_STRENGTH = 0.8
"""The strength (words and fields together) from which a telling bears a claim out whose own words are others."""
_OWN = 0.3
"""The weight of a claim's words that the telling itself must hold, whatever stands around it."""
_SOLID = 4
"""So many words that are not faint must be found for each that is not."""
_ENOUGH = 0.8
_SURE = 0.65
_NEARLY = 0.6
_ALL = 0.95
_WORDS = 3
_PAIR = 2


def supports(claim: Facets, one: Comparison, others: Sequence[Comparison], going_on: Sequence[Comparison] = ()) -> bool:
    """Whether one telling holds every field of the claim and all but a little of its words; what it leaves open others hold, or what is
    told right after it without a date of its own (`going_on`)."""
    return bool(borne_by(claim, one, others, going_on))


def borne_by(claim: Facets, one: Comparison, others: Sequence[Comparison], going_on: Sequence[Comparison] = ()) -> tuple[Comparison, ...]:
    """The tellings that bear the claim out: the one, and after it the other that holds what it leaves open; none where it does not."""
    if not _holds(claim, one, others):
        return ()
    silent = one.of("silent")
    solid = [term for term in one.missing if not term.faint]
    own = any(_quoted(claim.text, term) or _compounded(claim.text, term) for term in solid)
    coarse = one.claimed is not None and one.claimed.precision == "year" and not one.keyed
    whole = len(one.of("agree")) >= _PAIR and not silent and not own and not coarse
    if one.plain >= (_BORNE_BY_FIELDS if whole else _BORNE):
        if not silent:
            return (one,)
        if first := _first(one, silent, others):
            return one, first
    if whole and one.strength >= _BORNE_BY_STRENGTH and len(solid) * _SOLID <= sum(not term.faint for term in one.covered):
        return (one,)
    if united := _united(claim, one, others):
        return one, united
    if _all_but_one(claim, one, silent):
        return (one,)
    open_ = all((seen.field in ("place", "number") and seen.about in ("", "key", "first")) or seen.field == "actor" for seen in silent)
    if (silent or not coarse) and one.coverage >= _NEARLY and open_ and (
            filling := _filling(one, silent, [*others, *(after for after in going_on if _right_after(after, one))])):
        return one, filling
    return ()


def _holds(claim: Facets, one: Comparison, others: Sequence[Comparison]) -> bool:
    """Whether nothing in a telling of the claim's date stands against its bearing the claim out."""
    dated = one.date == "agree" or (not claim.times and one.date == "unknown" and _tells(claim, one))
    if one.telling.lent or one.own < _OWN or _only_around(claim, one):
        return False
    if not dated or one.of("differ") or not one.predicate or any(term.named for term in one.missing):
        return False
    if any(term.named and not term.adnominal and not _whose(claim, one, term) for term in one.borrowed) and not points_back(
            claim, one.ground.facets):
        return False  # what goes by a name of its own and is told of only around: 会談し、第十八富士山丸の件を話し合った
    apart = {(seen.field, seen.about == "attribute") for seen in one.of("agree") if seen.about in ("apart", "attribute")}
    if any(other.date == "agree" and other.predicate and other.coverage >= _ENOUGH and other.own >= _NEARLY
           and {(seen.field, seen.about == "attribute") for seen in other.of("differ") if not _vague(seen)} & apart for other in others):
        return False  # who or where stands apart from the act, and another passage says who or where it was
    return not (_foreign(claim, one) or _yet_to_come(claim, one) or falls_short(claim, one) or reserved(claim, one, others))


_GOES_ON_IT = 3
_OWNED = re.compile("[^、。はがをにで]{0,3}?(?:さん|氏|号|丸)?の?")


def _whose(claim: Facets, one: Comparison, name: Term) -> bool:
    """Whether a name is only a given name, of which the telling has the surname alone, or says whose the noun behind it is, which the
    telling has alone, in a document that goes on it: 乗組員 of 第三明神丸の乗組員."""
    noun = next((term for term in claim.terms if term.start >= name.end), None)
    text = claim.text[name.start : name.end]
    surname = next((term for term in one.covered if term.named and term.end == name.start and term not in one.borrowed), None)
    if surname is not None and claim.text[surname.start : name.end] in one.ground.whole:
        return True
    return (noun is not None and not noun.verbal and noun in one.covered and noun not in one.borrowed and one.ground.whole.count(text) >= _GOES_ON_IT
            and _OWNED.fullmatch(claim.text, name.end, noun.start) is not None)


_PAST = re.compile("(?:た|[んい]だ|ました)(?:という|とされる)?。?$")
_TO_COME = re.compile("(?<![てでし])(?:する|させる|れる|せる|[うくぐすつぬぶむ])(?:予定|計画|方針|案|手はず|段取り)?(?:だ|である|です)?。$")


def _yet_to_come(claim: Facets, one: Comparison) -> bool:
    """Whether a sentence without a date of its own tells in the present what a claim tells as done: the details of a plan."""
    if one.telling.stated or not _PAST.search(claim.text):
        return False
    low, high = one.telling.sentence
    return bool(_TO_COME.search(one.ground.facets.text[low:high].rstrip()))


def _vague(seen: Seen) -> bool:
    """Whether what a telling has instead is only a word for the two sides together."""
    return seen.told.startswith(("両", "双方"))


_SEAM = re.compile("[、，]|(?<=[しれけめきえねげべみち])て(?=[一-龥ァ-ヶ])|の(?:仲介|仲立ち|要請|招き)で")


_BY_WHOM = re.compile("(?:説明|発表|話|報道|まとめ|推定|見方|主張|分析|資料|記録|証言)(?:では|によると|によれば)、$")
"""A stretch that only tells who says so."""


_FRAME = re.compile("(?:で|では|でも|には|の際(?:に(?:は)?)?|の折(?:に)?)、$")
"""How a stretch ends that only says at which event: 5月の再訪朝では、."""


def _only_around(claim: Facets, one: Comparison) -> bool:
    """Whether more of what the claim tells as done stands in the sentences around the telling, or nowhere, than in itself."""
    deeds = [term for term in claim.terms if term.deed and not term.adnominal and not claim.in_setting(term.start, term.end)]
    around = [term for term in deeds if term in one.borrowed or (term in one.missing and not (one.act and term == claim.main))]
    return len(deeds) >= _PAIR and len(around) * 2 > len(deeds)


def _foreign(claim: Facets, one: Comparison) -> bool:
    """Whether a stretch of the claim tells of an act of which the source has no word (国会の承認を経て、…)."""
    cuts = [0, *(match.end() for match in _SEAM.finditer(claim.text)), len(claim.text)]
    for low, high in pairwise(cuts):
        inside = [term for term in claim.terms if low <= term.start < high]
        if _BY_WHOM.search(claim.text[low:high]) or (_FRAME.search(claim.text[low:high]) and not any(term.verbal for term in inside)):
            continue
        if any(term.deed for term in inside) and all(term in one.missing for term in inside):
            return True
    return False


def _quoted(text: str, term: Term) -> bool:
    """Whether a word stands in quotation marks: it is the source's own."""
    return text.rfind("「", 0, term.start) > text.rfind("」", 0, term.start)


_HAN = re.compile("[一-龥々ァ-ヶーA-Za-z]")
_WHEN = frozenset({"当日", "午前", "午後", "前日", "翌日", "直前", "直後", "同日"})


def _compounded(text: str, term: Term) -> bool:
    """Whether a word tells one thing of a name from another: 軍事協力条約 is not 経済協力条約."""
    around = (text[max(0, term.start - 1) : term.start], text[term.end : term.end + 1])
    return not term.verbal and term.word not in _WHEN and any(map(_HAN.fullmatch, around))


def _tells(claim: Facets, one: Comparison) -> bool:
    """Whether a claim without a date says enough to be one happening's: something of its own, or who did several things where, or
    who did what the telling itself holds, its act among it."""
    if one.keyed or claim.amounts:
        return True
    places = sum(seen.field == "place" for seen in one.of("agree"))
    if not claim.doers or len(one.covered) + places < _WORDS:
        return False
    if places and len(one.of("agree")) > _PAIR:
        return True
    return one.own >= _ENOUGH and claim.main is not None and claim.main not in one.missing and _literal(claim, one) >= _HALF_OF_THEM


_HALF_OF_THEM = 0.5


def _literal(claim: Facets, one: Comparison) -> float:
    """The share of a claim's words that stand in the passage as they are, not by others of their meaning."""
    told = {term.word for term in one.ground.facets.told}
    solid = [term for term in claim.terms if not term.faint]
    return sum(term.word in told or claim.text[term.start : term.end] in one.ground.facets.text for term in solid) / (len(solid) or 1)


def _first(one: Comparison, silent: Sequence[Seen], others: Sequence[Comparison]) -> Comparison | None:
    """Another passage on such an act that says it was the first of its kind, where that is all that is open; the passage itself
    may not say so of another date (ミサイル実験（5月）と最初の核実験（8月）)."""
    if any(other.ground is one.ground and other.date == "differ" and seen.about == "first" and seen.state == "agree"
           for other in others for seen in other.seen) or any(seen.about != "first" for seen in silent):
        return None
    return next((other for other in others if other.coverage >= _NEARLY and other.date != "differ" and other.ground is not one.ground
                 and any(seen.about == "first" and seen.state == "agree" for seen in other.seen)), None)


def _filling(one: Comparison, silent: Sequence[Seen], others: Sequence[Comparison]) -> Comparison | None:
    """Another telling of the same happening, on the same date, that holds what this one leaves open, all of it."""
    if len(silent) > len(one.of("agree")):
        return None
    open_ = {seen.field for seen in silent}
    if any(other.date == "agree" and other.predicate and other.strength >= one.strength
           and open_ & {seen.field for seen in other.of("differ") if not _vague(seen)} for other in others):
        return None
    wanting = {(seen.field, seen.about, seen.of) for seen in silent}
    return next((other for other in others if other is not one and other.date == "agree" == one.date and other.coverage >= _SURE
                 and not other.of("differ") and wanting.isdisjoint((seen.field, seen.about, seen.of) for seen in other.of("silent"))), None)


def _right_after(one: Comparison, other: Comparison) -> bool:
    """Whether a telling is of the sentence that follows another's, and tells of the same act."""
    return (bool(one.ground.context) and one.ground.context[0].text == other.ground.facets.text and one.ground.hit.doc == other.ground.hit.doc
            and one.own >= _HALF_OF_THEM and one.predicate)


def _all_but_one(claim: Facets, one: Comparison, silent: Sequence[Seen]) -> bool:
    """Whether a telling of the claim's month or day holds its act and its words and leaves open one alone who takes part, of whom
    the document speaks elsewhere and in whose place the telling has nobody."""
    if len(silent) != 1 or silent[0].about != "far" or one.claimed is None or one.claimed.precision not in ("day", "month"):
        return False
    agreeing = [seen for seen in one.of("agree") if seen.about != "attribute"]
    firm = one.telling.stated and one.claimed.precision == "day" and one.coverage >= _ALL
    return one.coverage >= _NINE_TENTHS and one.own >= _SURE and claim.main not in one.missing and len(agreeing) >= (1 if firm else _PAIR)


_NINE_TENTHS = 0.9
_LEAST = 0.4


def _united(claim: Facets, one: Comparison, others: Sequence[Comparison]) -> Comparison | None:
    """The telling on no other date that holds, of one thing with a name of its own (火星15, 決議2321), the rest of what the claim says,
    where this one holds its date and act."""
    if not any(key.kind not in ("ordinal", "first") for key in claim.keys) or not one.keyed or one.coverage < _LEAST or one.date != "agree":
        return None
    silent = {(seen.field, seen.about) for seen in one.of("silent")}
    for other in others:
        if other.keyed and other.date in ("agree", "coarse") and not other.of("differ") and other.predicate:
            lost = {term.word for term in one.missing} & {term.word for term in other.missing}
            if not lost and silent.isdisjoint((seen.field, seen.about) for seen in other.of("silent")):
                return other
    return None
