"""The verdict on one part of a claim, from its comparisons with the passages.

Supported: one telling of one passage holds every field the claim states, and its words; what it leaves open another
telling of the very same happening may hold. Contradicted: a telling that is beyond doubt of the same happening excludes
a field. Anything else is not found, which is not "false". An AI answer
bears out only what no other source excludes, and never fills what another source leaves open.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from keii.values.claim import Field, Finding
from keii.values.offsets import Range
from keii.verifying import dates
from keii.verifying.compare import Comparison, pale
from keii.verifying.facets import Facets, Term
from keii.verifying.falls_short import falls_short
from keii.verifying.lexicon import words
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
_MORE = 0.2
_HALF_OWN = 0.6
_SOLID = 4
"""So many words that are not faint must be found for each that is not."""
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
_NEARLY = 0.6
_ALL = 0.95
_WORDS = 3
_PAIR = 2
_HALF = 0.3
_MONTH = 31
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
    bearing = [one for one in firmer if supports(claim, one, firmer, going_on)]
    bearing = [one for one in bearing if not _denied(claim, one, strong)]
    if not bearing and not any(excluded(claim, one) or _otherwise(one) for one in strong):
        bearing = [one for one in ordered if one.ground.hit.doc in weak and supports(claim, one, ordered)]
    if bearing and not any(one.telling.stated for one in bearing):
        borne = [one.ground for one in bearing]
        firmly = [one for one in strong if one.telling.stated and one.coverage >= _ALL
                  and any(seen.about != "subject" and (seen.field != "date" or one.ground not in borne) for seen in excluded(claim, one))]
        bearing = [] if firmly else bearing
    if bearing:
        spans = tuple(dict.fromkeys(span for one in bearing for span in one.ground.hit.spans))[:_MOST_EVIDENCE]
        return Finding(start, end, claim.text, "supported", evidence=spans)
    firm = any(one.ground.hit.doc not in weak and one.date == "agree" and one.coverage >= _HALF and one.covered for one in ordered)
    held = any(one.date == "agree" and one.predicate and one.own >= _LIKE and not one.of("differ") and one.strength >= _SAME and one.coverage >= _LIKE
               and not any(seen.field in ("number", "place") or (seen.field == "actor" and not seen.about) for seen in one.of("silent"))
               for one in firmer)
    against = [(differing, one) for one in ordered if not (firm and one.ground.hit.doc in weak)
               and (differing := excluded(claim, one, held))]
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
    return claim.main in one.missing and any(
        other.date == "agree" and claim.main not in other.missing and other.coverage >= one.coverage and excluded(claim, other) for other in others)


def supports(claim: Facets, one: Comparison, others: Sequence[Comparison], going_on: Sequence[Comparison] = ()) -> bool:
    """Whether one telling holds every field of the claim and all but a little of its words; what it leaves open others hold, or what is
    told right after it without a date of its own (`going_on`)."""
    dated = one.date == "agree" or (not claim.times and one.date == "unknown" and _tells(claim, one))
    if one.telling.lent or one.own < _OWN or _only_around(claim, one):
        return False
    if not dated or one.of("differ") or not one.predicate or any(term.named for term in one.missing):
        return False
    if any(term.named and not term.adnominal for term in one.borrowed) and not points_back(claim, one.ground.facets):
        return False  # what goes by a name of its own and is told of only around: 会談し、第十八富士山丸の件を話し合った
    apart = {(seen.field, seen.about == "attribute") for seen in one.of("agree") if seen.about in ("apart", "attribute")}
    if any(other.date == "agree" and other.predicate and other.coverage >= _ENOUGH and other.own >= _NEARLY
           and {(seen.field, seen.about == "attribute") for seen in other.of("differ") if not _vague(seen)} & apart for other in others):
        return False  # who or where stands apart from the act, and another passage says who or where it was
    if _foreign(claim, one) or _yet_to_come(claim, one) or falls_short(claim, one):
        return False
    silent = one.of("silent")
    solid = [term for term in one.missing if not term.faint]
    own = any(_quoted(claim.text, term) or _compounded(claim.text, term) for term in solid)
    coarse = one.claimed is not None and one.claimed.precision == "year" and not one.keyed
    whole = len(one.of("agree")) >= _PAIR and not silent and not own and not coarse
    if one.plain >= (_BORNE_BY_FIELDS if whole else _BORNE) and (not silent or _first(silent, others)):
        return True
    if whole and one.strength >= _BORNE_BY_STRENGTH and len(solid) * _SOLID <= sum(not term.faint for term in one.covered):
        return True
    if _united(claim, one, others) or _all_but_one(claim, one, silent):
        return True
    open_ = all((seen.field in ("place", "number") and seen.about in ("", "key", "first")) or seen.field == "actor" for seen in silent)
    return (bool(silent) or not coarse) and one.coverage >= _NEARLY and open_ and _filled(
        one, silent, [*others, *(after for after in going_on if _right_after(after, one))])


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


def _first(silent: Sequence[Seen], others: Sequence[Comparison]) -> bool:
    """Whether all that is open is that it was the first of its kind, and another passage on such an act says so."""
    return all(seen.about == "first" for seen in silent) and any(
        seen.about == "first" and seen.state == "agree" for other in others if other.coverage >= _NEARLY for seen in other.seen)


def _filled(one: Comparison, silent: Sequence[Seen], others: Sequence[Comparison]) -> bool:
    """Whether another telling of the same happening, on the same date, holds what this one leaves open, all of it."""
    if len(silent) > len(one.of("agree")):
        return False
    open_ = {seen.field for seen in silent}
    if any(other.date == "agree" and other.predicate and other.strength >= one.strength
           and open_ & {seen.field for seen in other.of("differ") if not _vague(seen)} for other in others):
        return False
    return any(other is not one and other.date == "agree" == one.date and other.coverage >= _SURE and not other.of("differ")
               and {(seen.field, seen.about, seen.of) for seen in silent}.isdisjoint((seen.field, seen.about, seen.of) for seen in other.of("silent"))
               for other in others)


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


def _united(claim: Facets, one: Comparison, others: Sequence[Comparison]) -> bool:
    """Whether tellings of one thing that has a name of its own (火星15, 決議2321) hold together all that the claim says:
    this one its date and act, another on no other date the rest."""
    if not any(key.kind not in ("ordinal", "first") for key in claim.keys) or not one.keyed or one.coverage < _LEAST or one.date != "agree":
        return False
    silent = {(seen.field, seen.about) for seen in one.of("silent")}
    for other in others:
        if other.keyed and other.date in ("agree", "coarse") and not other.of("differ") and other.predicate:
            lost = {term.word for term in one.missing} & {term.word for term in other.missing}
            if not lost and silent.isdisjoint((seen.field, seen.about) for seen in other.of("silent")):
                return True
    return False


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
