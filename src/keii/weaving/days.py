"""Dates as ranges of days: what precision a source has, and whether two can be one time."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from keii.values.event import Event
from keii.values.when import When

Grain = Literal["point", "span", "open"]
_PARTS = {"START": (0.0, 0.52), "MID": (0.2, 0.8), "END": (0.48, 1.0)}
_YEAR_PARTS = {"START": (0.0, 0.25), "MID": (0.25, 0.75), "END": (0.75, 1.0)}
"""Of a year: 年初 is its first months, 年の瀬 its last."""
_LAST = date.max.toordinal()
_SEASONS = frozenset(("SP", "SU", "FA", "WI"))
_SEASON = 15
"""Days by which a season has begun before the calendar says so, or goes on behind it: 晩夏 is early September too."""
_WIDEN = {1: 3, 31: 15, 366: 184}


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day (proleptic ordinals). `point`: one time, told as exactly as the source can; `span`: a
    stretch that lasted (or a series); `open`: a stretch with one end unknown, which is then equal to the other."""

    low: int
    high: int
    grain: Grain

    @property
    def length(self) -> int:
        return self.high - self.low + 1

    def apart(self, other: "Days") -> int:
        """Days between the two ranges, 0 where they share one."""
        return max(0, self.low - other.high, other.low - self.high)


def days(event: Event) -> Days:
    """The days in which `event` can lie, by its date and its mod."""
    return days_of(event.when)


def days_of(when: When) -> Days:
    """The days in which a time can lie (上旬 and 前半 leave the first half of a month)."""
    low, high = when.bounds
    if low is None or high is None:
        end = low or high
        assert end is not None, "EDTF with no end is refused when an event is made"
        return Days(end.toordinal(), end.toordinal(), "open")
    first, last = low.toordinal(), high.toordinal()
    grain: Grain = "span" if when.precision == "interval" else "point"
    if when.mod in _PARTS and last > first:
        start, end_part = (_YEAR_PARTS if when.precision == "year" else _PARTS)[when.mod]
        length = last - first + 1
        first, last = first + int(length * start), first + int(length * end_part) - 1
    widen = next((by for size, by in _WIDEN.items() if last - first < size), 0) if when.mod == "APPROX" and grain == "point" else 0
    if when.value[5:] in _SEASONS:
        widen = max(widen, _SEASON)
    first, last = max(1, first - widen), min(_LAST, last + widen)
    return Days(first, last, grain)
