"""What is done, by whom, and whether it came about: words that are shared, turned into their opposite, or denied."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from keii.verifying.amounts import Amount
from keii.verifying.facets import Facets, Term
from keii.verifying.lexicon import words
from keii.verifying.pages import Ground
from keii.verifying.telling import Telling

_MODAL = re.compile(r"予定|計画|見通し|見込み|可能性|かもしれ|べきだ|べきで|検討|用意がある|用意を|呼び[かけ掛]|提案|打診|求め|要請|促し|意欲|模索|"
                    r"目指|意向|方針|考え|とみられ|ならば|であれば|場合|すれば|だろう|たい(?:と|意)|あり得|ありう|日が来|約束|示唆|申し入れ")
_AFTER = 14
_REACH = 12
_PLACE = re.compile(r"(?P<place>[一-龥ァ-ヶー々]{2,14})で(?!き|は|も|す|あ|な|、)")
_NO_PLACE = re.compile(r"(?:会談|会合|協議|総会|大会|会議|声明|談話|書簡|演説|名義|"
                       r"目的|状態|形|中|下|上|間|以内|席|場|ほか|単独|共同|初めて|今回|これまで|全会一致|問題|方向|[年月日]|会見|条件|内)$")


@dataclass(frozen=True)
class Shared:
    """`covered`: the claim's words with those of the source that say the same (none where a name holds it); `missing`
    the others; `flipped` those of which the source has the opposite."""

    covered: Mapping[Term, Sequence[Term]]
    missing: tuple[Term, ...]
    flipped: Mapping[Term, Term]
    barren: frozenset[Term] = frozenset()
    """Those of the flipped that the source makes impossible by denying what they need."""


def share(claim: Facets, ground: Ground, telling: Telling) -> Shared:
    lexicon = words()
    told = [term for term in ground.facets.told if telling.holds(term.start, term.end)]
    names = [actor.text for actor in ground.facets.actors]
    own = {term.word for term in claim.terms}
    covered: dict[Term, list[Term]] = {}
    missing: list[Term] = []
    flipped: dict[Term, Term] = {}
    without: set[Term] = set()
    left = _borrowed(claim, ground)
    implied = set(_implied(claim, ground.facets, told))
    for term in claim.terms:
        like = [other for other in told if lexicon.alike(term.word, other.word)]
        aside = not term.verbal or term.adnominal
        if like:
            covered[term] = like
        elif (term in implied or any(term.word in name for name in names) or (aside and _among(term, ground.facets, telling.near))
              or any(_among(term, facets) for facets in ground.after) or _of_a_place(term, claim)):
            covered[term] = []
        elif aside and left > 0 and any(_among(term, facets) for facets in ground.context):
            left -= 1
            covered[term] = []
        else:
            missing.append(term)
        against = lexicon.against.get(term.word, frozenset())
        exact = [other for other in like if other.word == term.word]
        other = next((other for other in told if other.word in against and not other.negated and other.word not in own
                      and (not exact or any(0 <= other.start - one.end <= 2 for one in exact))), None)
        if other and not term.negated:
            flipped[term] = other
        elif not term.negated and (barren := _barren(term, told)):
            flipped[term] = barren
            without.add(term)
    return Shared(covered, tuple(missing), flipped, frozenset(without))


def _of_a_place(term: Term, claim: Facets) -> bool:
    """Whether a word only says what place it is: ロシア極東のウラジオストク, 首都ワシントン."""
    return not term.verbal and any(claim.text[term.end : place.start] in ("", "の") for place in claim.places if place.start >= term.end)


_ANAPHOR = re.compile("(?:同|この|その|当該|前記の|上記の|先の)(?P<thing>[一-龥ァ-ヶー]{2,8})|これ(?:を|に|は)")
_LEAST = 3


def _borrowed(claim: Facets, ground: Ground) -> int:
    """How many of the claim's words may stand in the sentences before the telling: one in so many, more where it points back."""
    pointing = any(match["thing"] is None or any(term.word in match["thing"] or match["thing"].endswith(term.word) for term in claim.terms)
                   for match in _ANAPHOR.finditer(ground.facets.text))
    return max(1, len(claim.terms) // _LEAST) + (_LEAST if pointing else 0)


def _barren(term: Term, told: Sequence[Term]) -> Term | None:
    """What the source denies that the claim's word would need: 成果なく終わった against 合意が成立した."""
    sides = [right for left, right in words().barren if term.word in left]
    return next((one for one in told if one.negated and any(one.word in right for right in sides)), None)


_BOUND = re.compile("まで(?:と|に|減|縮|絞|引き下)")
_UNIT_WORDS = {"company": {"企業", "会社"}, "ship": {"船舶", "船"}, "country": {"国", "加盟国"}, "shot": {"弾", "砲弾"}}
_DECIDING = frozenset({"決める", "決まる", "決定", "決断", "固める"})
_SAYING = frozenset({"発表", "表明", "宣言", "通告", "明らか", "公表", "声明"})


def _implied(claim: Facets, facets: Facets, told: Sequence[Term]) -> Iterable[Term]:
    """The claim's words that hold by what the source says otherwise: an adopted resolution by its number, a limit by
    まで, 企業 by 社; who announces that he does a thing has decided it."""
    numbers = {key.value for key in facets.keys if key.kind == "resolution"}
    numbered = any(key.kind == "resolution" and key.value in numbers for key in claim.keys)
    bounded = any(_BOUND.match(facets.text, one.end) for one in facets.amounts)
    units = {word for one in facets.amounts for word in _UNIT_WORDS.get(one.unit, ())}
    said = any(one.word in _SAYING for one in told)
    for term in claim.terms:
        if ((numbered and term.word in ("採択", "決議") and (term.adnominal or not term.verbal))
                or (bounded and words().alike(term.word, "上限")) or term.word in units
                or (said and term.word in _DECIDING)):
            yield term


def _among(term: Term, facets: Facets, within: Callable[[int, int], bool] = lambda start, end: True) -> bool:
    lexicon = words()
    return any(lexicon.alike(term.word, other.word) for other in facets.terms if within(other.start, other.end))


_UNDOING = re.compile("[^。、，]{0,12}?(?:否決|見送|中止|断念|廃案|頓挫|失敗|取りやめ|取り止め|撤回)")


def undone(text: str, term: Term) -> bool:
    """Whether it did not come about: denied, or followed by what undoes it (延長決議案が否決, 開催が見送られた)."""
    return term.negated or bool(_UNDOING.match(text, term.end))


def status(claim: Facets, ground: Ground, telling: Telling, shared: Shared) -> Iterable[tuple[Literal["silent", "differ"], str]]:
    """What the source says of whether it came about, where that is not what the claim says."""
    text, lexicon = ground.facets.text, words()
    for term, other in shared.flipped.items():
        if frozenset((term.word, other.word)) in lexicon.converse:
            continue
        if term.verbal or other.verbal or term in shared.barren:
            yield "differ", text[other.start : other.end]
    for term, like in shared.covered.items():
        if term.verbal and like and all(undone(text, one) != undone(claim.text, term) for one in like) and any(
                one.negated != term.negated for one in like):
            yield "differ", _said(text, like[0])
    called_off = next((one for one in ground.facets.terms if telling.holds(one.start, one.end)
                       and one.word in lexicon.cancelled and not one.negated), None)
    if called_off and not any(term.negated or term.word in lexicon.cancelled or lexicon.alike(term.word, called_off.word) for term in claim.terms):
        before = [one for like in shared.covered.values() for one in like if 0 <= called_off.start - one.end <= _REACH
                  and not set(text[one.end : called_off.start]) & set("、。")]
        if before:
            yield "differ", text[called_off.start : called_off.end]
    if _MODAL.search(claim.text):
        return
    for term, like in shared.covered.items():
        if term.verbal and like and all(_open(text, one) for one in like):
            yield "silent", _said(text, like[0])


def turned(claim: Facets, ground: Ground, shared: Shared) -> Iterable[str]:
    """Who acts in the source where the claim has the same act from the other side with the same subject (送る, 受け取る)."""
    for term, other in shared.flipped.items():
        if frozenset((term.word, other.word)) in words().converse:
            mine, theirs = claim.doer_of(term), ground.facets.doer_of(other)
            if mine and theirs and mine.code == theirs.code:
                yield f"{theirs.text}…{_said(ground.facets.text, other)}"


def _open(text: str, term: Term) -> bool:
    """Whether what follows tells that it is only wanted, planned or possible."""
    after = re.split("[。、，（(]", text[term.end : term.end + _AFTER])[0]
    return bool(_MODAL.search(after))


def _said(text: str, term: Term) -> str:
    return re.split("[。、，（(）)]", text[term.start : term.end + _AFTER])[0]


_BY = re.compile("(?:[^、。はがをもにでとの]{0,9})(?:によ|から|の拒否権|は|が)")


def tied(claim: Facets, ground: Ground, telling: Telling) -> tuple[bool, str] | None:
    """Whether who does the claim's main act does it in the source too, and who does; None where it cannot be told."""
    lexicon = words()
    for term in reversed([term for term in claim.terms if term.verbal or term.word == "拒否権"]):
        mine = claim.doer_of(term)
        if mine is None or (claim.passive(term) and not _BY.match(claim.text, mine.end)):
            continue
        like = [one for one in ground.facets.terms if telling.holds(one.start, one.end) and lexicon.alike(term.word, one.word)]
        theirs = [doer for one in like for doer in (ground.facets.head_of(one), ground.facets.doer_of(one), ground.facets.topic_of(one)) if doer]
        if not theirs:
            continue
        if met(claim, ground):
            return None
        group = {one.code for one in claim.subjects} if abs(len(claim.subjects)) > 1 else {mine.code}
        agrees = any(one.code in group and not (mine.kind == one.kind == "person" and one.code == mine.code and one.id != mine.id
                                                and one.text[:1] != mine.text[:1]) for one in theirs)
        if len(claim.subjects) > 1 and not agrees:
            return None
        return agrees, theirs[0].text
    return None


_COUNTED = frozenset({"shot", "person", "ship", "country", "company", "time"})


def met(claim: Facets, ground: Ground) -> bool:
    """Whether the claim's act is one of two sides together, and all who take part stand in the source."""
    verbal = [term for term in claim.terms if term.verbal]
    return bool(verbal) and words().alike(verbal[-1].word, "会談") and len(claim.doers) > 1 and \
        {one.code for one in claim.doers} <= {one.code for one in ground.facets.doers}


def where(text: str, telling: Telling) -> str:
    """A place that the codebook does not know, by its particle: ボストーチヌイ宇宙基地で; "" where none stands."""
    for match in _PLACE.finditer(text):
        if telling.holds(match.start("place"), match.end("place")) and not _NO_PLACE.search(match["place"]):
            return match["place"]
    return ""


def _object(facets: Facets, amount: Amount) -> set[str]:
    """The words right before an amount, to which it belongs: 石油製品を年50万バレル."""
    near = [term for term in facets.terms if term.end <= amount.start]
    return {term.word for term in near[-2:]}


def same_object(claim: Facets, amount: Amount, facets: Facets, same: Sequence[Amount], like: Sequence[Amount]) -> bool:
    """Whether an equal amount is one of the same thing, where the source has several of that unit."""
    if len(like) < 2 or amount.unit in _COUNTED:
        return True
    best = nearest(claim, amount, facets, like)
    return best in same or best.value == amount.value


def nearest(claim: Facets, amount: Amount, facets: Facets, like: Sequence[Amount]) -> Amount:
    """Of several amounts the one whose words before it, and after it, are those of the claim's amount."""
    lexicon = words()
    before = _object(claim, amount)
    after = {term.word for term in claim.terms if term.start >= amount.end}
    rest = {term.word for term in claim.terms}

    def likeness(one: Amount) -> tuple[int, int, int]:
        behind = next((term.word for term in facets.terms if term.start >= one.end), "")
        theirs = _object(facets, one)
        return (sum(any(lexicon.alike(a, b) for b in theirs) for a in before) + sum(any(lexicon.alike(a, b) for b in theirs) for a in rest),
                int(any(lexicon.alike(behind, word) for word in after)) if behind else 0, -one.start)

    return max(like, key=likeness)
