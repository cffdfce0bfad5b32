"""What must not be overlooked before a claim is borne out: every number, which number goes with what, how it ended."""

import re
from collections.abc import Iterable

from keii.values.fold import fold
from keii.verifying.amounts import number
from keii.verifying.facets import Facets
from keii.verifying.telling import Telling

_COUNTED = re.compile(
    r"(?P<number>(?:\d[\d,]*(?:\.\d+)?|[一二三四五六七八九十]{1,3})[十百千万億兆]{0,2})(?P<unit>(?![月日時分号])[一-龥ァ-ヶ])(?!度目|回目)")
_OUTCOMES = (("成功", "失敗"), ("可決", "否決"), ("生存", "死亡"), ("増加", "減少"), ("賛成", "反対"), ("開始", "終了"), ("解除", "強化"),
             ("合意", "決裂"), ("再開", "中断"), ("延長", "短縮"), ("勝利", "敗北"), ("支持", "反対"), ("上昇", "低下"))


def unproved(claim: Facets, passage: Facets) -> str | None:
    """The first number with its counter in the claim that the passage does not hold anywhere, None where it holds all.

    Dates, ordinals and numbers of resolutions are compared elsewhere.
    """
    told = {(value, unit) for value, unit, _ in _counted(passage)}
    return next((claim.text[start:start + 8] for value, unit, start in _counted(claim) if (value, unit) not in told), None)


def _counted(facets: Facets) -> Iterable[tuple[float, str, int]]:
    text = fold(facets.text)
    taken = [*((one.start, one.end) for one in facets.times), *((one.start, one.end) for one in facets.keys),
             *((one.start, one.end) for one in facets.actors)]
    for match in _COUNTED.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        if (value := number(match["number"])) is not None:
            yield value, match["unit"], match.start()


def crossed(claim: Facets, passage: Facets, telling: Telling) -> str | None:
    """Another number that the passage gives for the same thing (8人が生存 against 5人が生存), None where there is none."""
    told = dict(_things(passage, telling))
    for thing, value in _things(claim, None):
        if thing in told and told[thing] != value:
            return f"{told[thing]:g}"
    return None


def _things(facets: Facets, telling: Telling | None) -> Iterable[tuple[tuple[str, str], float]]:
    """What each of several amounts of one unit is the number of: the word behind it."""
    for unit in {one.unit for one in facets.amounts}:
        like = [one for one in facets.amounts if one.unit == unit and (telling is None or telling.holds(one.start, one.end))]
        if len(like) < 2:
            continue
        for one in like:
            if term := next((term for term in facets.terms if one.end <= term.start <= one.end + _BEHIND), None):
                yield (unit, term.word), one.value


_BEHIND = 4  # code points: 5人が生存


def reversed_outcome(claim: Facets, passage: Facets, telling: Telling) -> str | None:
    """The contrary of how the claim says it ended, where the passage says that and not what the claim says."""
    mine = {term.word for term in claim.terms if not term.negated}
    low, high = telling.sentence
    theirs = re.sub(r"\s", "", passage.text[low:high])
    for pair in _OUTCOMES:
        for one, other in (pair, pair[::-1]):
            if one in mine and other not in mine and other in theirs and one not in theirs:
                return other
    return None
