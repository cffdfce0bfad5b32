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


def share(claim: Facets, ground: Ground, telling: Telling) -> Shared:
    lexicon = words()
    told = [term for term in ground.facets.terms if telling.holds(term.start, term.end)]
    names = [actor.text for actor in ground.facets.actors]
    own = {term.word for term in claim.terms}
    covered: dict[Term, list[Term]] = {}
    missing: list[Term] = []
    flipped: dict[Term, Term] = {}
    borrowed = False  # one word, and no more, may stand in the sentence before
    for term in claim.terms:
        like = [other for other in told if lexicon.alike(term.word, other.word)]
        if like:
            covered[term] = like
        elif any(term.word in name for name in names) or (not term.verbal and _among(term, ground.facets, telling.near)):
            covered[term] = []
        elif not term.verbal and not borrowed and ground.before and _among(term, ground.before):
            borrowed = True
            covered[term] = []
        else:
            missing.append(term)
        against = lexicon.against.get(term.word, frozenset())
        exact = [other for other in like if other.word == term.word]
        other = next((other for other in told if other.word in against and not other.negated and other.word not in own
                      and (not exact or any(0 <= other.start - one.end <= 2 for one in exact))), None)
        if other and not term.negated:
            flipped[term] = other
    return Shared(covered, tuple(missing), flipped)


def _among(term: Term, facets: Facets, within: Callable[[int, int], bool] = lambda start, end: True) -> bool:
    lexicon = words()
    return any(lexicon.alike(term.word, other.word) for other in facets.terms if within(other.start, other.end))


def status(claim: Facets, ground: Ground, telling: Telling, shared: Shared) -> Iterable[tuple[Literal["silent", "differ"], str]]:
    """What the source says of whether it came about, where that is not what the claim says."""
    text, lexicon = ground.facets.text, words()
    for term, other in shared.flipped.items():
        if term.verbal or other.verbal:
            yield "differ", text[other.start : other.end]
    for term, like in shared.covered.items():
        if term.verbal and like and all(one.negated != term.negated for one in like):
            yield "differ", _said(text, like[0])
    called_off = next((one for one in ground.facets.terms if telling.holds(one.start, one.end)
                       and one.word in lexicon.cancelled and not one.negated), None)
    if called_off and not any(term.word in lexicon.cancelled or lexicon.alike(term.word, called_off.word) for term in claim.terms):
        before = [one for like in shared.covered.values() for one in like if 0 <= called_off.start - one.end <= _REACH
                  and not set(text[one.end : called_off.start]) & set("、。")]
        if before:
            yield "differ", text[called_off.start : called_off.end]
    if _MODAL.search(claim.text):
        return
    for term, like in shared.covered.items():
        if term.verbal and like and all(_open(text, one) for one in like):
            yield "silent", _said(text, like[0])


def _open(text: str, term: Term) -> bool:
    """Whether what follows tells that it is only wanted, planned or possible."""
    after = re.split("[。、]", text[term.end : term.end + _AFTER])[0]
    return bool(_MODAL.search(after))


def _said(text: str, term: Term) -> str:
    return re.split("[。、）)]", text[term.start : term.end + _AFTER])[0]


def tied(claim: Facets, ground: Ground, telling: Telling) -> tuple[bool, str] | None:
    """Whether who does the claim's main act does it in the source too, and who does; None where it cannot be told."""
    lexicon = words()
    for term in reversed([term for term in claim.terms if term.verbal or term.word == "拒否権"]):
        mine = claim.doer_of(term)
        if mine is None:
            continue
        like = [one for one in ground.facets.terms if telling.holds(one.start, one.end) and lexicon.alike(term.word, one.word)]
        theirs = [doer for one in like for doer in (ground.facets.doer_of(one), ground.facets.topic_of(one)) if doer]
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
