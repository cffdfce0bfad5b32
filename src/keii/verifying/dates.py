"""Whether the date of a claim and that of a source can be one, by their precision."""


from typing import Literal

from keii.values.when import When

Fit = Literal["agree", "coarse", "differ", "unknown"]
_SLACK = {"day": 3, "month": 15, "season": 15, "year": 100}
_YEARS = 4
_SLIP = 100
"""Days by which one date is taken for a slip for another."""
_VISIT = 7
"""A day within so short a stretch (10月2日～4日の訪朝) is a day of it."""
_PARTS = {"START": (0.0, 0.55), "MID": (0.2, 0.8), "END": (0.45, 1.0)}


def fit(claimed: When | None, told: When | None) -> Fit:
    """`agree`: the source's date is the claim's or lies in it (2016-03-02 in 2016年3月); `coarse`: it is wider, so that
    it neither bears the claim out nor excludes it; `differ`: they share no day; `unknown`: one is not known.

    頃 widens by days; 上旬, 下旬 and the like leave a part of the month; an open range agrees where it begins.
    """
    if claimed is None or told is None:
        return "unknown"
    mine, theirs = _bounds(claimed), _bounds(told)
    if mine and mine[1] < mine[0]:
        return "differ"
    if mine is None or theirs is None:
        return "unknown"
    if mine[1] < theirs[0] or theirs[1] < mine[0]:
        return "differ"
    if claimed.precision == "interval" and told.precision == "interval" and not _wide(claimed, told, mine, theirs):
        return "agree" if _ends_agree(claimed, told) else "coarse"
    if mine[0] <= theirs[0] and theirs[1] <= mine[1]:
        later = _of_days(claimed) and told.precision == "day" and mine[0] < theirs[0]
        return "coarse" if later else "agree"  # 27日 bears out 27日から29日まで, not 7日から29日まで
    if claimed.precision == "day" and told.precision == "interval" and theirs[0] == mine[0]:
        return "agree"
    if claimed.precision == "day" and told.precision == "interval" and theirs[1] - theirs[0] <= _VISIT:
        return "agree"
    if claimed.precision == told.precision and claimed.precision != "interval":
        return "agree"
    return "coarse"


def _of_days(when: When) -> bool:
    """Whether a stretch is given by its first and last day."""
    return when.precision == "interval" and all(end is not None and end.precision == "day" for end in _ends(when))


def near(claimed: When | None, told: When | None) -> bool:
    """Whether two dates that exclude each other are of one slip: one of year, month and day differs, or few weeks."""
    if claimed is None or told is None or claimed.earliest is None or told.earliest is None:
        return False
    mine, theirs = claimed.earliest, told.earliest
    if abs(mine.year - theirs.year) > _YEARS:
        return False
    if "year" in (claimed.precision, told.precision):
        return True
    if abs((mine - theirs).days) <= _SLIP:
        return True
    pairs = [(mine.year, theirs.year), (mine.month, theirs.month)]
    if claimed.precision == told.precision == "day":
        pairs.append((mine.day, theirs.day))
    return sum(a != b for a, b in pairs) <= 1


def _bounds(when: When) -> tuple[int, int] | None:
    low, high = when.bounds
    if low is None and high is None:
        return None
    if low is None or high is None:
        one = low or high
        assert one is not None
        return one.toordinal(), one.toordinal()
    first, last = low.toordinal(), high.toordinal()
    if when.mod in _PARTS and last > first:
        start, end = _PARTS[when.mod]
        size = last - first + 1
        first, last = first + int(size * start), first + int(size * end)
    if when.mod == "APPROX":
        slack = _SLACK.get(when.precision, 0)
        first, last = first - slack, last + slack
    return first, last


_FINE = {"day": 0, "month": 1, "season": 2, "year": 3, "interval": 4}


def _wide(claimed: When, told: When, mine: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Whether the claim's stretch is one of seasons, months or years (夏から秋) that holds the source's, told more finely."""
    finer = all(a is not None and b is not None and _FINE[b.precision] < _FINE[a.precision]
                for a, b in zip(_ends(claimed), _ends(told), strict=True))
    return finer and mine[0] <= theirs[0] and theirs[1] <= mine[1]


def _ends_agree(claimed: When, told: When) -> bool:
    pairs = zip(_ends(claimed), _ends(told), strict=True)
    return all(fit(a, b) in ("agree", "coarse") for a, b in pairs if a and b)


def _ends(when: When) -> tuple[When | None, When | None]:
    low, _, high = when.value.partition("/")
    return tuple(When(end) if end and end != ".." else None for end in (low, high))  # type: ignore[return-value]


