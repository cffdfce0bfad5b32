"""A calendar time as exactly as the source gives it: TIMEX3 value, EDTF form, earliest and latest day.

The value is what ../docs/time.md calls the TIMEX3 value: `2018-06-12`, `2018-06`, `2018`, `201` (the 2010s), `20`
(the 21st century), `2018-SP`, `2018-Q2`, `2018-H1`, `2018-W24`, `FY2018`, `2018-06-12TMO`, `2018-06-12T09:00`,
`2013/2015`, `2013/..`, `../2006`; durations (`P3M`), sets, `XXXX-07-27`, `PRESENT_REF` and "" have no place on the
calendar. EDTF is level 1 with the seasons 21 to 24 and the quarters 33 to 36.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "month", "season", "year", "decade", "century", "interval", "none"]

_KEPT = 65536  # the days of a century and a half, and what else a store dates by
_SEASONS = {"SP": ("21", 3), "SU": ("22", 6), "FA": ("23", 9), "WI": ("24", 12)}
_EDTF_SEASONS = {edtf: code for code, (edtf, _) in _SEASONS.items()}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_PART = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)$")
_FISCAL = re.compile(r"FY(\d{4})$")


def _add_months(year: int, month: int, count: int) -> tuple[int, int]:
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    """First day of a month and last day of the span of `count` months that begins there."""
    last_year, last_month = _add_months(year, month, count - 1)
    return date(year, month, 1), date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])


@lru_cache(maxsize=_KEPT)
def _point(value: str) -> tuple[date, date] | None:
    """The bounds of one TIMEX3 point; None where it names none. An impossible day raises ValueError."""
    value = value.split("T")[0] if not value.startswith("T") else value
    if match := _DAY.match(value):
        day = date(*map(int, match.groups()))
        return day, day
    if match := _MONTH.match(value):
        year, month = map(int, match.groups())
        return _months(year, month, 1)
    if match := _PART.match(value):
        year, part = int(match[1]), match[2]
        if part in _SEASONS:
            return _months(year, _SEASONS[part][1], 3)
        size = 3 if part[0] == "Q" else 6
        return _months(year, (int(part[1]) - 1) * size + 1, size)
    if match := _WEEK.match(value):
        year, week = map(int, match.groups())
        return date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)
    if match := _FISCAL.match(value):
        return _months(int(match[1]), 4, 12)
    if re.fullmatch(r"\d{2,4}", value) and int(value) > 0:
        span = 10 ** (4 - len(value))
        low = int(value) * span
        return date(max(low, 1), 1, 1), date(low + span - 1, 12, 31)
    return None


@dataclass(frozen=True, slots=True)
class When:
    """A resolved time: TIMEX3 `value` and `mod` (APPROX, START, MID, END, …).

    `earliest` and `latest` are the days between which it lies, None where that end is open or unknown.
    """

    value: str
    mod: str | None = None

    @property
    def bounds(self) -> tuple[date | None, date | None]:
        """Earliest and latest day. (None, None) where the value names no calendar time or an impossible one."""
        try:
            if "/" in self.value:
                low, _, high = self.value.partition("/")
                first, last = _point(low), _point(high)
                return (first[0] if first else None), (last[1] if last else None)
            found = _point(self.value)
        except ValueError:
            return None, None
        return found if found else (None, None)

    @property
    def earliest(self) -> date | None:
        return self.bounds[0]

    @property
    def latest(self) -> date | None:
        return self.bounds[1]

    @property
    def on_calendar(self) -> bool:
        """Whether it names a place on the calendar."""
        return self.bounds != (None, None)

    @property
    def precision(self) -> Precision:
        value = self.value
        if not self.on_calendar:
            return "none"
        if "/" in value:
            return "interval"
        if _DAY.match(value.split("T")[0]):
            return "day"
        if _MONTH.match(value):
            return "month"
        if _PART.match(value) or _WEEK.match(value):
            return "season"
        if _FISCAL.match(value) or len(value) == 4:
            return "year"
        return "decade" if len(value) == 3 else "century"

    @property
    def edtf(self) -> str:
        """EDTF level 1; "" where there is no calendar time. `~` where `mod` is APPROX."""
        if not self.on_calendar:
            return ""
        approx = "~" if self.mod == "APPROX" else ""
        if "/" in self.value:
            ends = [end if end == ".." else _edtf_point(end) + approx for end in self.value.split("/", 1)]
            return "/".join(dict.fromkeys(ends))  # of two hours of one day the day remains
        return _edtf_point(self.value) + approx

    @property
    def sort_key(self) -> str:
        """A key that sorts in time order: earliest day, then latest; an open start sorts by its end."""
        low, high = self.bounds
        low = low or high
        return f"{low or '9999-99-99'}|{high or '9999-99-99'}"

    def overlaps(self, other: "When") -> bool:
        """Whether both can be the same time: their day ranges share a day (open ends reach everywhere)."""
        if not (self.on_calendar and other.on_calendar):
            return False
        (a, b), (c, d) = self.bounds, other.bounds
        return (b is None or c is None or c <= b) and (a is None or d is None or a <= d)


def _edtf_point(value: str) -> str:
    value = value.split("T")[0]
    if match := _PART.match(value):
        part = match[2]
        if part in _SEASONS:
            return f"{match[1]}-{_SEASONS[part][0]}"
        code = 32 + int(part[1]) if part[0] == "Q" else 39 + int(part[1])
        return f"{match[1]}-{code}"
    bounds = _point(value)
    if bounds and (_WEEK.match(value) or _FISCAL.match(value)):
        return f"{bounds[0]}/{bounds[1]}" if _WEEK.match(value) else f"{bounds[0]:%Y-%m}/{bounds[1]:%Y-%m}"
    return value + "X" * (4 - len(value)) if value.isdigit() and len(value) < 4 else value


@lru_cache(maxsize=_KEPT)
def parse_edtf(text: str) -> When:
    """Read EDTF level 1 as this project writes it. Raises ValueError on anything else."""
    approx = any(mark in text for mark in "~?%")
    ends = re.sub(r"[~?%]", "", text.strip()).split("/")
    if len(ends) > 2:
        raise ValueError(f"not EDTF: {text!r}")
    values = []
    for end in ends:
        if match := re.fullmatch(r"(\d{4})-(2[1-4])", end):
            end = f"{match[1]}-{_EDTF_SEASONS[match[2]]}"
        elif match := re.fullmatch(r"(\d{4})-(3[3-6]|4[01])", end):
            code = int(match[2])
            end = f"{match[1]}-Q{code - 32}" if code < 40 else f"{match[1]}-H{code - 39}"
        elif re.fullmatch(r"\d{2,3}X{1,2}", end) and len(end) == 4:
            end = end.rstrip("X")
        values.append(end)
    if values == ["..", ".."] or not all(v == ".." or _point(v) for v in values):
        raise ValueError(f"not EDTF: {text!r}")
    return When("/".join(values), "APPROX" if approx else None)
