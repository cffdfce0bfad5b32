"""The amounts, ordinals and numbers of resolutions of a claim against those of one telling."""

import re
from collections.abc import Iterable, Sequence

from keii.verifying import dates, measuring
from keii.verifying.amounts import Amount
from keii.verifying.facets import Facets
from keii.verifying.lexicon import words
from keii.verifying.pages import Ground
from keii.verifying.seen import Seen
from keii.verifying.telling import Telling


def numbers(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    told = ground.facets.amounts
    meant = _MEANT.search(claim.text) is not None
    for amount in claim.amounts:
        if amount.unit == "day" and amount.nearly(Amount(_between(ground), "day", 0, 0)):
            yield Seen("number", "agree")
            continue
        if amount.unit == "day" and (days := _lasting(ground, telling)):
            lasted = amount.nearly(Amount(days, "day", 0, 0))
            yield Seen("number", "agree" if lasted else "differ", "" if lasted else f"{days}日間")
            continue
        like = [one for one in told if one.unit == amount.unit and (meant or not _MEANT.match(ground.facets.text, one.end))]
        if part := _part_of(claim, amount, ground.facets, like):
            like = [part]
        here = [one for one in like if telling.holds(one.start, one.end)]
        if any(amount.nearly(one) for one in here or like):
            if measuring.same_object(claim, amount, ground.facets, [one for one in here or like if amount.nearly(one)], like):
                yield Seen("number", "agree")
                continue
            here = [one for one in here if not amount.nearly(one)]
        here = [one for one in here if not _OF_WHICH.match(ground.facets.text, one.end)] or here
        if here:
            best = measuring.nearest(claim, amount, ground.facets, here)
            yield Seen("number", "silent" if best.allows(amount.value) else "differ", ground.facets.text[best.start : best.end])
        elif any(one.unit == amount.unit and amount.nearly(one) for facets in ground.context[:2] for one in facets.amounts):
            yield Seen("number", "agree", about="apart")
        else:
            yield Seen("number", "silent")


_MEANT = re.compile("(?:の(?:予定|計画|見込み|見通し)|を(?:予定|計画)|(?:行う|開く|続ける)?(?:予定|計画))")
"""Behind an amount that was only meant: 2日間の予定だったが."""
_OF_WHICH = re.compile("(?:の(?:うち|内|中で?)|中(?!国|旬|盤|間))、?")


def _part_of(claim: Facets, amount: Amount, facets: Facets, like: Sequence[Amount]) -> Amount | None:
    """What the passage counts of the whole that equals the claim's amount, where the claim does not speak of that whole: 乗組員104名のうち
    46名 against 104名が死亡."""
    if _OF_WHICH.match(claim.text, amount.end):
        return None
    for whole in like:
        part = next((one for one in like if one.start >= whole.end and one != whole), None)
        if part and amount.nearly(whole) and not amount.nearly(part) and _OF_WHICH.match(facets.text, whole.end):
            before = next((term.word for term in reversed(facets.terms) if term.end <= whole.start and whole.start - term.end < _BESIDE), None)
            mine = next((term for term in claim.terms if amount.end <= term.start and term.verbal), None)
            acts = next((term for term in facets.terms if term.start >= part.end and term.deed), None)
            if mine is not None and acts is not None:
                return part if words().alike(mine.word, acts.word) else None
            if before is None or all(term.word != before for term in claim.terms):
                return part
    return None


_BESIDE = 3


def _lasting(ground: Ground, telling: Telling) -> int | None:
    """How many days the telling's act took, where its date is a stretch of days and its words count none."""
    if any(one.unit == "day" and telling.holds(one.start, one.end) for one in ground.facets.amounts):
        return None
    low, high = telling.when.bounds if telling.when and telling.when.precision == "interval" else (None, None)
    if low is None or high is None or "-" not in telling.when.value[5:8] or not 0 < (high - low).days < _LONG:  # type: ignore[union-attr]
        return None
    return (high - low).days + 1


_LONG = 31


def _between(ground: Ground) -> int:
    """How many days lie from the first to the last day that a passage states, both counted: 27日に始まり、29日に閉幕した."""
    days = [one.when.earliest for one in ground.tellings if one.stated and one.when and one.when.precision == "day" and one.when.earliest]
    return (max(days) - min(days)).days + 1 if len(set(days)) > 1 else 0


def keys(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    told = [one for one in ground.facets.keys if telling.holds(one.start, one.end)]
    near = [one for one in ground.facets.keys if telling.near(one.start, one.end)]
    near += [one for facets in ground.context[:1] for one in facets.keys] if not near and (not telling.stated or not claim.times) else []
    near = [one for one in near if one.kind not in ("ordinal", "first")]
    near += [one for facets in ground.context[:2] for one in facets.keys if one.kind == "ordinal" and not told and any(
        dates.fit(telling.when, time.when) in ("agree", "coarse") for time in facets.times)]
    again = any(telling.holds(match.start(), match.end()) for match in _AGAIN.finditer(ground.facets.text))
    for key in claim.keys:
        kinds = {"ordinal", "first"} if key.kind in ("ordinal", "first") else {key.kind}
        like = [one for one in told if one.kind in kinds]
        if key.kind == "ordinal" and key.value == "2" and not like and again:
            yield Seen("number", "agree")
        elif key.kind == "first" and not like and claim.in_setting(key.start, key.end):
            continue
        elif any(one.value == key.value for one in like):
            yield Seen("number", "agree", about="first" if key.kind == "first" else "key")
        elif like and (key.kind != "first" or like[0].kind == "ordinal"):
            yield Seen("number", "differ", ground.facets.text[like[0].start : like[0].end], "key")
        elif key.kind != "first" and any(one.kind in kinds and one.value == key.value for one in near):
            yield Seen("number", "agree", about="key")
        else:
            yield Seen("number", "silent", about="first" if key.kind == "first" else "key")


_AGAIN = re.compile("再び|ふたたび|再度|再訪|再会|もう一度|改めて")
