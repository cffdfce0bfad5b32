"""What of a claim a telling must hold itself, whatever its words: what the claim quotes, that it went as planned, what is done to what."""

import re
from collections.abc import Sequence

from keii.verifying.compare import Comparison, pale
from keii.verifying.facets import Facets, Term
from keii.verifying.lexicon import words
from keii.verifying.sharing import implied

_QUOTATION = re.compile("[「『]([^「」『』]{6,})[」』]")
_SIGN = re.compile("[一-龥々ァ-ヶーA-Za-z0-9]")
_LITERAL = 0.75
"""So much of the kanji and katakana of what a claim quotes must stand in the telling."""
_ALL = 0.95
_OWN = 0.6
"""The weight of its words from which a telling is of the claim's act by itself."""
_AS_PLANNED = re.compile("(?:予定|計画|予告|当初の?日程|約束|予測|通告)(?:した|して(?:い|き)た)?(?:ど|と|通)お?り")
_SO = re.compile("(?:[どと]お|通)り|予定|計画(?:に沿|に従)")


def reserved(claim: Facets, one: Comparison, others: Sequence[Comparison]) -> bool:
    """Whether a telling lacks something that nothing else can stand for."""
    return any(lacking(claim, one) for lacking in (_misquoted, _not_as_planned, _done_to_another, _opposed, _elsewhere, _visits_another)) \
        or _told_of_another_day(claim, one, others)


def _misquoted(claim: Facets, one: Comparison) -> bool:
    """Whether what the claim quotes stands neither in the telling nor around it: 「全面解除を要求された」 against 一部解除を求めた."""
    near = "".join(facets.text for facets in (one.ground.facets, *one.ground.context[:1], *one.ground.after, *one.ground.following))
    for match in _QUOTATION.finditer(claim.text):
        signs = _SIGN.findall(match[1])
        if signs and sum(sign in near for sign in signs) < _LITERAL * len(signs):
            return True
    return False


def _not_as_planned(claim: Facets, one: Comparison) -> bool:
    """Whether the claim says that it went as planned, and the telling has no word of that."""
    low, high = one.telling.sentence
    return bool(_AS_PLANNED.search(claim.text)) and not _SO.search(one.ground.facets.text, low, min(high, len(one.ground.facets.text)))


def _told_of_another_day(claim: Facets, one: Comparison, others: Sequence[Comparison]) -> bool:
    """Whether a telling takes what it is about from the sentences before, and another passage tells the whole act, which is no daily
    one, on another date alone."""
    taken = one.borrowed - set(implied(claim, one.ground.facets, one.ground.facets.told))
    if all(term.faint for term in taken) or pale(claim):
        return False
    agreeing = [other.ground for other in others if other.date == "agree"]
    return any(other.date == "differ" and other.telling.stated and other.predicate and not other.borrowed and other.plain >= _ALL
               and not other.of("differ") and not other.of("silent") and other.ground not in agreeing for other in others)


def _done_to_another(claim: Facets, one: Comparison) -> bool:
    """Whether what the claim's act is done to is not in the telling, which has another thing in its place: 鉄道の補修を始めた against
    電力の供給を始めた."""
    main, facets = claim.main, one.ground.facets
    mine = _object(claim, main) if main and not claim.cleft else None
    if main is None or mine is None or mine.faint or one.own >= _OWN or not (mine in one.missing or mine in one.borrowed):
        return False
    lexicon = words()
    theirs = [_object(facets, term) for term in facets.told if term.verbal and lexicon.alike(term.word, main.word)
              and one.telling.holds(term.start, term.end)]
    return bool(theirs) and all(other is not None and not other.faint and not lexicon.alike(mine.word, other.word)
                               and not set(mine.word) & set(other.word) for other in theirs)


def _object(facets: Facets, verb: Term) -> Term | None:
    """The word right before the を of a verb, where no other verb stands between."""
    before = [term for term in facets.told if term.end <= verb.start]
    noun = next((term for term in reversed(before) if facets.text[term.end : term.end + 1] == "を"), None)
    if noun is None or any(noun.start < term.start and term.verbal for term in before) or set("。、") & set(facets.text[noun.end + 2 : verb.start]):
        return None
    return noun


_VISIT = re.compile("(?:再)?(?:訪|来|帰|駐|在)[朝韓中米日露ロ英独仏北南]|(?:対|親|反)[朝韓中米日露ロ北南]")


def _visits_another(claim: Facets, one: Comparison) -> bool:
    """Whether the claim has a word like 訪韓 that the telling has of another land alone: 訪朝."""
    own = {match[0].removeprefix("再") for match in _VISIT.finditer(claim.text)}
    told = {match[0].removeprefix("再") for match in _VISIT.finditer(one.ground.facets.text)}
    return any(word not in told and any(word[0] == other[0] for other in told - own) for word in own)


def _opposed(claim: Facets, one: Comparison) -> bool:
    """Whether what excludes an act of the claim stands in the telling, which has no word for that act: 一部発動 against 一部解除."""
    own = {term.word for term in claim.told}
    lexicon = words()
    return any(not term.negated and len(term.word) > 1 and any(
        other.word in lexicon.against.get(term.word, frozenset()) and other.word not in own and not other.negated
        for other in one.ground.facets.told if one.telling.holds(other.start, other.end)) for term in one.missing)


def _elsewhere(claim: Facets, one: Comparison) -> bool:
    """Whether a place by which the claim calls what only sets its scene (ハノイ会談の後) is named neither by the telling nor around it."""
    near = (one.ground.facets, *one.ground.context, *one.ground.after, *one.ground.following)
    return any(claim.in_setting(place.start, place.end) and not any(
        place.text in facets.text or any(place.id == other.id for other in facets.actors) for facets in near) for place in claim.places)
