"""Sums with years, months and days, and the TIMEX3 writing of a moment."""

import calendar
from datetime import date, timedelta

from keii.language.times.point import Moment


def add_years(moment: Moment, count: int) -> Moment:
    return Moment(moment.year + count)


def add_months(moment: Moment, count: int) -> Moment:
    """The month `count` months on; the moment must have a month."""
    index = moment.year * 12 + (moment.month or 1) - 1 + count
    return Moment(index // 12, index % 12 + 1)


def add_days(moment: Moment, count: int) -> Moment | None:
    """The day `count` days on; None where the moment has no day or the sum leaves the calendar."""
    if moment.month is None or moment.day is None:
        return None
    try:
        day = date(moment.year, moment.month, moment.day) + timedelta(days=count)
    except (ValueError, OverflowError):
        return None
    return Moment(day.year, day.month, day.day)


def days_between(first: Moment, last: Moment) -> int | None:
    """How many days `last` lies after `first`; None where one of them has no day, or one that is on no calendar (2月31日)."""
    if first.month is None or first.day is None or last.month is None or last.day is None:
        return None
    try:
        return (date(last.year, last.month, last.day) - date(first.year, first.month, first.day)).days
    except ValueError:
        return None


def week_of(moment: Moment, count: int) -> tuple[int, int] | None:
    """ISO year and week `count` weeks on."""
    shifted = add_days(moment, 7 * count)
    if shifted is None or shifted.month is None or shifted.day is None:
        return None
    iso = date(shifted.year, shifted.month, shifted.day).isocalendar()
    return iso.year, iso.week


def weekday_in(moment: Moment, count: int, weekday: int) -> Moment | None:
    """The day with ISO `weekday` in the week `count` weeks on."""
    week = week_of(moment, count)
    if week is None:
        return None
    day = date.fromisocalendar(*week, weekday)
    return Moment(day.year, day.month, day.day)


def days_in(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def is_weekday(moment: Moment, weekday: int) -> bool:
    assert moment.month is not None
    assert moment.day is not None
    return date(moment.year, moment.month, moment.day).isoweekday() == weekday


def written(moment: Moment) -> str:
    """`2018`, `2018-06` or `2018-06-12`."""
    value = f"{moment.year:04}"
    if moment.month is not None:
        value += f"-{moment.month:02}"
        if moment.day is not None:
            value += f"-{moment.day:02}"
    return value


def read_moment(value: str) -> Moment | None:
    """The moment an EDTF date names: `2017`, `2017-03`, `2017-03-15`, with `~` or `?`; None for anything else."""
    parts = value.strip().rstrip("~?%").split("T")[0].split("-")
    try:
        numbers = [int(part) for part in parts]
        moment = Moment(*numbers)
        if len(numbers) <= 3 and len(parts[0]) == 4:
            date(moment.year, moment.month or 1, moment.day or 1)
            return moment
    except (ValueError, TypeError):
        return None
    return None
