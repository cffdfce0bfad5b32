"""Of whom and to whom: what one side gives, tells or asks another, whichever of the two is the subject.

中国側から日本に書簡が届いた, 日本は中国から書簡を受け取った and 中国は日本に書簡を送った are one act; 日本は中国に書簡を送った is another.
"""

import re
from dataclasses import dataclass

from keii.verifying import bearers
from keii.verifying.facets import Actor, Facets, Term
from keii.verifying.lexicon import words
from keii.verifying.pages import Ground
from keii.verifying.telling import Telling

_COMES = re.compile("(?:文|状|書|電)?(?:[がも]|は(?=[^。]*から))(?:[^。がは]{0,24}?)"
                    "(?:あ[りっ]|届|寄せられ|入っ|入り|来|なされ|もたらされ|出され|示され|伝えられ|渡され|送られ|手渡され)")
"""How a noun goes on that tells what comes from somebody: 連絡が北朝鮮からあった."""
_ARRIVES = frozenset("届く 入る 来る 寄せる もたらす 齎す 至る 有る 着く".split())
_TAKES = frozenset("受け取る 受領 引き取る 受ける 受け付ける 貰う 預かる 聞く".split())
_FROM = re.compile("(?:側|政府|当局)?(?:から|より)(?=[^のもは])(?!早|多|少)")
_TO = re.compile("(?:側|政府|当局)?(?:に対し|(?:あて|宛て?)[に、]|へ(?!の)|"
                 "に(?!よ|つい|関|お[いけ]|な[りっ]|あ[るりっ]|と[っり]|も|は(?!、)))")
_BY = re.compile("(?:側|政府|当局)?(?:から|より|によ[りっ]|に(?!対|つい|関|お|な|と|向|も))")
_MET = re.compile("(?:側)?と(?:会[いっ談]|面会|会見|接見)")
_BODY = re.compile("(?P<who>[一-龥々ァ-ヶー・]{2,12}(?:委員会|協議会|会|社|団体|機構|組合|連盟|大学|党|庁|省))")


_CAME = re.compile("が(?:あ[りっ]|届|寄せられ|来|もたらされ|なされ)")
_SENT = re.compile("が[^。はがを]{0,20}")
_FROM_THEM = re.compile("(?:側|政府|当局)?(?:より|から)(?:あ[りっ]|届|寄せられ|来|もたらされ|なされ)")
_OUT_OF = re.compile("側?(?:より|から)[^。、はがを]{0,8}")
"""How a noun is said to come from somebody: 通告が6日、中国側よりあった, 中国から書簡が届いた."""
_GIVING = re.compile("側?から(?:の|は)(?:[一-龥]{1,4}な)?")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of what is given: the name as written and, where the codebook has it, its code."""

    text: str
    code: str = ""

    def same(self, other: "Side") -> bool:
        if self.code and other.code:
            return self.code == other.code
        return min(len(self.text), len(other.text)) > 1 and (self.text in other.text or other.text in self.text)


def giver_of(facets: Facets, term: Term) -> Actor | None:
    """Of whom what a noun tells is said to come: 北朝鮮側からの回答."""
    for one in facets.doers:
        if one.start >= term.end and _SENT.fullmatch(facets.text, term.end, one.start) and _FROM_THEM.match(facets.text, one.end):
            return one
        if one.end <= term.start and _OUT_OF.fullmatch(facets.text, one.end, term.start) and _CAME.match(facets.text, term.end):
            return one
    return next((one for one in facets.doers if one.end <= term.start and _GIVING.fullmatch(facets.text, one.end, term.start)), None)


Transfer = tuple[Side | None, Side | None]
"""Who gives, and to whom."""


def crossed(claim: Facets, ground: Ground, telling: Telling) -> str:
    """Who gives in the telling what in the claim is given to just this side; "" where nobody does."""
    for mine, theirs in _pairs(claim, ground, telling):
        (giver, taker), (other, to) = mine, theirs
        if giver and taker and other and taker.same(other) and not giver.same(other) and (to is None or giver.same(to)):
            return other.text
    return ""


def aligned(claim: Facets, ground: Ground, telling: Telling) -> bool:
    """Whether the two tell of one transfer from different sides, the giver being the same."""
    return any(giver and other and giver.same(other) and not (taker and to and not taker.same(to))
               and not (taker and taker.same(other))
               for (giver, taker), (other, to) in _pairs(claim, ground, telling))


def _pairs(claim: Facets, ground: Ground, telling: Telling) -> list[tuple[Transfer, Transfer]]:
    main, lexicon = claim.main, words()
    if main is None:
        return []
    mine = transfer(claim, main)
    if mine == (None, None):
        return []
    found = []
    for term in ground.facets.told:
        if not telling.holds(term.start, term.end) or ground.facets.in_setting(term.start, term.end):
            continue
        kin = any(lexicon.alike(own.word, term.word) for own in claim.terms if own.deed or own == main)
        if (kin or frozenset((main.word, term.word)) in lexicon.converse) and (other := transfer(ground.facets, term)) != (None, None):
            found.append((mine, other))
    return found


def transfer(facets: Facets, term: Term) -> Transfer:
    """Who gives, tells or asks what a word says, and whom; None for a side that is not said."""
    text, low = facets.text, facets.text.rfind("。", 0, term.start) + 1
    comes = _COMES.match(text, term.end)
    if comes and not (term.verbal and facets.passive(term)):
        return _standing(facets, _FROM, low, comes.end()), _standing(facets, _TO, low, comes.end())
    if not term.verbal:
        return None, None
    if term.word in _ARRIVES:
        giver = _standing(facets, _FROM, low, term.start)
        return (giver, _standing(facets, _TO, low, term.start)) if giver else (None, None)
    if term.word in _TAKES:
        giver = _standing(facets, _FROM, low, term.start) or _standing(facets, _MET, low, term.start)
        return (giver, _doer(facets, term)) if giver else (None, None)
    if facets.passive(term):
        giver = _standing(facets, _FROM, low, term.start)
        return (giver, _standing(facets, _TO, low, term.start) or _doer(facets, term)) if giver else (None, None)
    taker = _standing(facets, _TO, low, term.start)
    return (_doer(facets, term), taker) if taker else (None, None)


def _doer(facets: Facets, term: Term) -> Side | None:
    actor = facets.doer_of(term)
    bodies = [one for one in bearers.of(facets, term) if one.kind in bearers.BODIES]
    if bodies and (actor is None or facets.text.rfind(bodies[0].name, 0, term.start) > actor.start):
        return Side(bodies[0].name)
    return Side(actor.text, actor.code) if actor else None


def _standing(facets: Facets, particle: re.Pattern[str], low: int, high: int) -> Side | None:
    """Who stands with a particle in a stretch of text, the last; bodies that no codebook has too."""
    found: list[tuple[int, Side]] = [(one.start, _side(one)) for one in facets.doers if low <= one.start and one.end <= high
                                     and particle.match(facets.text, one.end)]
    found += [(match.start(), Side(match["who"])) for match in _BODY.finditer(facets.text, low, high)
              if particle.match(facets.text, match.end()) and not any(one.start < match.end() and match.start() < one.end for one in facets.doers)]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _side(actor: Actor) -> Side:
    return Side(actor.text, actor.code)
