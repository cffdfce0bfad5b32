"""Rows on a line of time: where each mark stands, in hundredths of the width, and which stand together.

A row known to the day is a tick; one of which less is known reaches over all the days it can lie on and fades at its ends.
Where there are more rows than can be told apart, ticks that fall on the same stretch become one, higher the more there are.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import log2
from typing import Literal

from keii.values.when import When
from keii.workbench.digest import FIRST, LAST, Digest

Lanes = Literal["none", "actor", "pillar"]
LANES: tuple[Lanes, ...] = ("none", "pillar", "actor")
Numbered = tuple[int, Digest]
"""A row with its number in the table."""
_BINS, _MOST_ACTORS, _MOST_BARS, _MOST_TICKS = 320, 6, 160, 480
_LEAST_WIDTH, _STEPS = 0.16, 5
_TOP, _LANE, _FOOT = 6, 22, 20
_UNITS = (1, 2, 5, 10, 20, 50, 100)
_MOST_YEARS, _LAST_LABEL = 14, 96.5


@dataclass(frozen=True, slots=True)
class Mark:
    """`x` and `width` in percent, `y` and `height` in pixels; `n` rows stand here, `first` is the number of the earliest in
    the table; `fades` tells that the time is not exactly known, `odd` that sources disagree on one of them."""

    x: float
    width: float
    y: float
    height: float
    n: int
    first: int
    fades: bool = False
    odd: bool = False


@dataclass(frozen=True)
class Timeline:
    """`lanes` are (label id, height where it stands), `years` (percent, year); `low` and `high` are the ends of the line."""

    marks: tuple[Mark, ...]
    lanes: tuple[tuple[str, float], ...]
    years: tuple[tuple[float, int], ...]
    low: date
    high: date
    height: int
    clustered: bool

    def place(self, day: date) -> float:
        """Where a day stands, in percent."""
        return _place(day, self.low, self.high)


def timeline(rows: Sequence[Digest], lanes: Lanes = "none", window: When | None = None) -> Timeline | None:
    """The line of `rows`, which are in the order of the table and touch the `window` that was asked for; None where none of them has
    a date."""
    dated = [(at, row) for at, row in enumerate(rows) if row.low > FIRST and row.high < LAST]
    if not dated:
        return None
    low, high = _ends([row for _, row in dated], window)
    names = _names(rows, lanes)
    clustered = len(dated) > _MOST_TICKS
    marks: list[Mark] = []
    for index, held in enumerate(_parted(dated, lanes, names)):
        marks += _marks(held, low, high, _TOP + index * _LANE)
    height = _TOP + len(names) * _LANE + _FOOT
    shown = tuple((name, _TOP + index * _LANE + _LANE / 2) for index, name in enumerate(names)) if lanes != "none" else ()
    return Timeline(tuple(marks), shown, tuple(_years(low, high)), low, high, height, clustered)


def _ends(rows: Sequence[Digest], window: When | None) -> tuple[date, date]:
    """Whole years around all rows, but no further than those of the window: one row of many years would press the others together."""
    low, high = min(row.low for row in rows), max(row.high for row in rows)
    if window:
        first, last = max(low, window.earliest or low), min(high, window.latest or high)
        low, high = (first, last) if first <= last else (low, high)
    return date(low.year, 1, 1), date(high.year, 12, 31)


def _names(rows: Iterable[Digest], lanes: Lanes) -> tuple[str, ...]:
    if lanes == "none":
        return ("",)
    if lanes == "pillar":
        found = Counter(row.pillar for row in rows)
        return tuple(sorted(found, key=lambda name: (name == "none", -found[name], name)))
    counted = Counter(actor for row in rows for actor in row.actors)
    return tuple(name for name, _ in sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:_MOST_ACTORS]) or ("",)


def _parted(dated: Sequence[Numbered], lanes: Lanes, names: Sequence[str]) -> Iterable[Sequence[Numbered]]:
    """The rows of each lane, gone through once."""
    if lanes == "none":
        return [dated]
    held: dict[str, list[Numbered]] = {name: [] for name in names}
    for one in dated:
        for name in (one[1].pillar,) if lanes == "pillar" else one[1].actors:
            if name in held:
                held[name].append(one)
    return held.values()


def _marks(held: Sequence[Numbered], low: date, high: date, top: float) -> Iterable[Mark]:
    days = max(1, (high - low).days + 1)
    bins: dict[int, list[Numbered]] = defaultdict(list)
    bars: dict[tuple[date, date], list[Numbered]] = defaultdict(list)
    size = max(1, days // _BINS)
    first, wide = low.toordinal(), max(2, size)
    for one in held:
        begins = one[1].low.toordinal()
        if one[1].high.toordinal() - begins >= wide:
            bars[one[1].low, one[1].high].append(one)
        else:
            bins[max(0, begins - first) // size].append(one)
    ranked = sorted(bars.items(), key=lambda one: -len(one[1]))[:_MOST_BARS]
    for (start, end), rows in sorted(ranked):
        x = _place(start, low, high)
        yield Mark(x, max(_LEAST_WIDTH * 4, _place(end, low, high) - x), top + 7, 8, len(rows), rows[0][0], True,
                   any(row.conflicts for _, row in rows))
    for number, rows in sorted(bins.items()):
        tall = 8 + 2.4 * min(_STEPS, log2(len(rows)))
        yield Mark(100 * number * size / days, max(_LEAST_WIDTH, 100 * size / days * 0.8) if size > 1 else _LEAST_WIDTH,
                   top + (_LANE - tall) / 2, tall, len(rows), rows[0][0], False, any(row.conflicts for _, row in rows))


def _place(day: date, low: date, high: date) -> float:
    return round(100 * (min(max(day, low), high) - low).days / max(1, (high - low).days + 1), 3)


def _years(low: date, high: date) -> Iterable[tuple[float, int]]:
    span = high.year - low.year + 1
    unit = next((unit for unit in _UNITS if span / unit <= _MOST_YEARS), _UNITS[-1])
    for year in range(low.year, high.year + 1):
        if year % unit == 0 or (span <= 1):
            x = _place(date(year, 1, 1), low, high)
            if x <= _LAST_LABEL:
                yield x, year


def spans(rows: Sequence[Digest], line: Timeline | None) -> tuple[tuple[float, float], ...]:
    """Where on the line each row of a page begins and ends, in percent; -1 where it has no place there."""
    return tuple((line.place(row.low), line.place(row.high)) if line and row.low > FIRST and row.high < LAST else (-1.0, -1.0)
                 for row in rows)
