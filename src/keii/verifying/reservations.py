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
    return _misquoted(claim, one) or _not_as_planned(claim, one) or _told_of_another_day(claim, one, others) or _done_to_another(claim, one)


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
