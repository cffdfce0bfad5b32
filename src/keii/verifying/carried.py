"""The date of a claim against that of a telling, where the words state it and where only the course of the text gives it."""

import re

from keii.values.fold import fold
from keii.values.when import When
from keii.verifying import dates
from keii.verifying.pages import Ground
from keii.verifying.telling import Telling

_YEAR = re.compile("(?:(?P<full>(?:19|20)[0-9]{2})|(?<![0-9])(?P<short>[0-9]{2}))年(?!代|間|ぶり|以|後|前|目|度|余|近|来)")


def _year_open(claimed: When, told: When, ground: Ground) -> dates.Fit | None:
    """`coarse` where two dates differ in their year alone, the passage states none, and the year named last before it is the claim's, so
    that the coder may have carried the wrong one: neither bears the claim out nor excludes it."""
    mine, theirs = claimed.earliest, told.earliest
    if (mine is None or theirs is None or mine.year == theirs.year or mine.month != theirs.month or claimed.precision not in ("day", "month")
            or told.precision not in ("day", "month") or (claimed.precision == told.precision == "day" and mine.day != theirs.day)):
        return None
    text = fold(ground.facets.text)
    if _YEAR.search(text) or _ERA.search(text):
        return None
    before = fold(ground.whole[: ground.hit.spans[0].start])[-_NEAR_BY:]
    named = [int(match["full"] or match["short"]) % 100 for match in _YEAR.finditer(before)]
    if not named or named[-1] != mine.year % 100:
        return None
    return "coarse"


_ERA = re.compile("[一二三四五六七八九〇十元]+年|[昨去今翌前同来]年|当年|その年|明治|大正|昭和|平成|令和|主体")
_NEAR_BY = 600


def fit(claimed: When | None, telling: Telling, ground: Ground) -> dates.Fit:
    """A date that only the course of the text gives excludes none: it can have been read wrongly."""
    found = dates.fit(claimed, _of(telling))
    if found == "differ" and telling.stated and claimed and telling.when and (open_year := _year_open(claimed, telling.when, ground)):
        return open_year
    open_ = found == "differ" and not telling.stated and telling.when is not None and telling.when.mod == "APPROX"
    return "unknown" if open_ else found


def _of(telling: Telling) -> When | None:
    """The date of a telling; one that its words do not state is no wider than what it was read from."""
    when = telling.when
    return When(when.value) if when is not None and not telling.stated and when.mod == "APPROX" else when
