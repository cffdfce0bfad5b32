"""EDTF as people read it: `2018-06-12` is 2018年6月12日, `2013/2015` 2013年～2015年, `2018-21` 2018年春.

`long_date` is for running text, `short_date` for tables (as close to ISO as it can be); both say no more than the date
does. `mod` is the TIMEX3 modifier kept beside the date (START 初め, END 末, …).
"""

import re
from dataclasses import dataclass

from keii.presenting.words import say
from keii.values.when import When, parse_edtf

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?$")
_VAGUE = re.compile(r"(?P<decade>\d{3})X$|(?P<century>\d\d)XX$")


@dataclass(frozen=True, slots=True)
class _Point:
    """One end of a date: what is stated of it, None for the rest. `part` is an EDTF season, quarter or half."""

    year: int
    month: int | None = None
    day: int | None = None
    part: int | None = None
    size: int = 1

    @classmethod
    def read(cls, text: str) -> "_Point":
        if match := _VAGUE.match(text):
            return cls(int(match["decade"]) * 10, size=10) if match["decade"] else cls(int(match["century"]), size=100)
        match = _POINT.match(text)
        if not match:
            raise ValueError(f"not EDTF: {text!r}")
        month = int(match["month"]) if match["month"] else None
        if month and month > 12:
            return cls(int(match["year"]), part=month)
        return cls(int(match["year"]), month, int(match["day"]) if match["day"] else None)


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _long_point(point: _Point, lang: str) -> str:
    if point.size == 100:
        return say("date.century", lang, century=point.year + 1, century_ordinal=_ordinal(point.year + 1))
    if point.size == 10:
        return say("date.decade", lang, year=point.year)
    if point.part:
        return say(f"date.part.{point.part}", lang, year=point.year)
    kind = "day" if point.day else "month" if point.month else "year"
    return say(f"date.{kind}", lang, year=point.year, month=point.month, day=point.day, month_name=_month(point, lang))


def _month(point: _Point, lang: str) -> str:
    return say(f"month.{point.month}", lang) if point.month else ""


def _short_point(point: _Point, lang: str) -> str:
    if point.size == 100:
        return say("short.century", lang, century=point.year + 1)
    if point.size == 10:
        return say("short.decade", lang, year=point.year)
    if point.part:
        return say(f"short.part.{point.part}", lang, year=point.year)
    parts = (f"{point.year:04}", point.month and f"{point.month:02}", point.day and f"{point.day:02}")
    return "-".join(part for part in parts if part)


def _later_end(low: _Point, high: _Point, lang: str) -> str:
    """The second end of a Japanese range without what the first has said: 2018年6月18日～19日."""
    if lang != "ja" or low.size > 1 or high.size > 1 or low.part or high.part or low.year != high.year:
        return _long_point(high, lang)
    if low.day and high.day:
        key = "only_day" if low.month == high.month else "month_day"
        return say(f"date.{key}", lang, month=high.month, day=high.day, month_name=_month(high, lang))
    if low.month and high.month and not (low.day or high.day):
        return say("date.only_month", lang, month=high.month, month_name=_month(high, lang))
    return _long_point(high, lang)


def _long_range(low: str, high: str, lang: str) -> str:
    if low == "..":
        return say("date.until", lang, high=_long_point(_Point.read(high), lang))
    first = _Point.read(low)
    if high == "..":
        return say("date.from", lang, low=_long_point(first, lang))
    last = _Point.read(high)
    return say("date.range", lang, low=_long_point(first, lang), high=_later_end(first, last, lang))


def _short_range(low: str, high: str, lang: str) -> str:
    if low == "..":
        return say("short.until", lang, high=_short_point(_Point.read(high), lang))
    first = _Point.read(low)
    if high == "..":
        return say("short.from", lang, low=_short_point(first, lang))
    last = _Point.read(high)
    shown = _short_point(last, lang)
    if first.day and last.day and first.year == last.year:
        shown = shown[8:] if first.month == last.month else shown[5:]
    return say("short.range", lang, low=_short_point(first, lang), high=shown)


def _bare(edtf: str) -> tuple[list[str], bool]:
    """The one or two ends without their marks, and whether the date is approximate. Raises ValueError if not EDTF."""
    parse_edtf(edtf)
    return re.sub(r"[~?%]", "", edtf.strip()).split("/"), any(mark in edtf for mark in "~?%")


def long_date(edtf: str, mod: str | None = None, lang: str = "ja") -> str:
    """The date in words, for running text. Raises ValueError where `edtf` is not EDTF level 1; "" is 日付不明."""
    if not edtf:
        return say("date.unknown", lang)
    ends, approx = _bare(edtf)
    point = _Point.read(ends[0]) if len(ends) == 1 else None
    shown = _long_point(point, lang) if point else _long_range(ends[0], ends[1], lang)
    if mod and mod != "APPROX":
        key = f"date.mod_decade.{mod}" if point and point.size == 10 and mod in ("START", "MID", "END") else None
        shown = say(key or f"date.mod.{mod}", lang, date=shown, year=point.year if point else "")
    return say("date.approx", lang, date=shown) if approx or mod == "APPROX" else shown


def short_date(edtf: str, mod: str | None = None, lang: str = "ja") -> str:
    """The date for a narrow column: 2018-06-12, 2016-08初, 2013～2015, 2017春, 2020頃."""
    if not edtf:
        return say("date.unknown", lang)
    ends, approx = _bare(edtf)
    shown = _short_range(ends[0], ends[1], lang) if len(ends) == 2 else _short_point(_Point.read(ends[0]), lang)
    if mod and mod != "APPROX":
        shown = say(f"short.mod.{mod}", lang, date=shown)
    return say("short.approx", lang, date=shown) if approx or mod == "APPROX" else shown


def sort_key(edtf: str, mod: str | None = None) -> str:
    """A text that sorts in the order of time: earliest day, then latest (`2018-06-01|2018-06-30`)."""
    return When(parse_edtf(edtf).value, mod).sort_key
