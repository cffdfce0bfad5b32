"""A moment → its TIMEX3 value, or why there is no such day."""

from dataclasses import dataclass

from keii.language.times import calendar, lunisolar
from keii.language.times.choice import Pick
from keii.language.times.course import Course
from keii.language.times.eras import eras
from keii.language.times.point import Anchor, Moment, Point
from keii.values.mention import Basis

UNDATED = Anchor(Moment(1), None, "undated")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A point with its value; `moment` is None where it has no place in the chain of dates."""

    value: str
    basis: Basis
    moment: Moment | None = None
    anchor: Anchor | None = None
    alternative: str | None = None
    invalid: str | None = None
    likely: str | None = None
    mod: str | None = None
    lunar: bool = False


def outcome(point: Point, pick: Pick, basis: Basis, course: Course) -> Resolved:
    """The value of a moment, or why there is no such day."""
    moment = pick.moment
    assert moment is not None
    if _is_lunar(point, pick):
        return _lunar(point, pick, basis)
    reason, likely = _impossible(point, moment, course)
    if point.contrary and not reason:
        reason, likely = "contradicts the era year beside it", calendar.written(moment)
    if reason:
        return Resolved("", basis, None, pick.anchor, pick.alternative, reason, likely)
    if point.clock and ":" in point.clock and int(point.clock[:2]) > 24:
        return _after_midnight(point, pick, basis)
    if point.part or point.fiscal:
        stem = f"FY{moment.year:04}" if point.fiscal and not point.part else f"{moment.year:04}"
        if point.part:
            stem = _part(point, moment.year)
        return Resolved(opened(stem, point), basis, Moment(moment.year), pick.anchor, pick.alternative)
    value = opened(timed(calendar.written(moment), point), point)
    return Resolved(value, basis, moment, pick.anchor, pick.alternative)


def _is_lunar(point: Point, pick: Pick) -> bool:
    """Whether a moment counts lunisolar months: an era year before 1873, or a month that leans on one."""
    if pick.moment is None or pick.moment.month is None or pick.moment.year > lunisolar.LAST_YEAR:
        return False
    if point.era is not None:
        return eras()[point.era].lunisolar
    return point.year is None and pick.anchor is not None and pick.anchor.lunar


def _lunar(point: Point, pick: Pick, basis: Basis) -> Resolved:
    """A lunisolar date in the Gregorian calendar; before the table reaches, its year alone."""
    moment = pick.moment
    assert moment is not None
    assert moment.month is not None
    if not lunisolar.covers(moment.year):
        return Resolved(opened(f"{moment.year:04}", point), basis, moment, pick.anchor, lunar=True)
    value = None
    if moment.day is not None:
        day = lunisolar.gregorian(moment.year, moment.month, moment.day, leap=point.leap)
        value = timed(day.isoformat(), point) if day else None
    else:
        month = lunisolar.stretch(moment.year, moment.month, leap=point.leap)
        value = f"{month[0]}/{month[1]}" if month else None
    if value is None:
        return Resolved("", basis, None, pick.anchor, invalid="no such day")
    return Resolved(opened(value, point), basis, moment, pick.anchor, lunar=True)


def _part(point: Point, year: int) -> str:
    """Part of a year; the quarters and halves of a fiscal year are moved to the calendar year."""
    part = point.part or ""
    if point.fiscal and part[0] in "QH":
        months = 3 if part[0] == "Q" else 6
        first = (int(part[1]) - 1) * months + 3
        if part[0] == "Q":
            return f"{year + first // 12:04}-Q{first % 12 // 3 + 1}"
        last = first + months - 1
        return f"{year + first // 12:04}-{first % 12 + 1:02}/{year + last // 12:04}-{last % 12 + 1:02}"
    return f"{year:04}-{part}"


def _after_midnight(point: Point, pick: Pick, basis: Basis) -> Resolved:
    assert point.clock is not None
    assert pick.moment is not None
    moment = calendar.add_days(pick.moment, 1)
    if moment is None:
        return Resolved("", basis, anchor=pick.anchor)
    hour, minute = point.clock.split(":")
    value = f"{calendar.written(moment)}T{int(hour) - 24:02}:{minute}"
    return Resolved(value, basis, moment, pick.anchor, pick.alternative)


def timed(value: str, point: Point) -> str:
    """The value with the time of day the point says."""
    return f"{value}T{point.clock}" if point.clock else value


def opened(value: str, point: Point) -> str:
    """The value as the open range that 以降 or 以前 make of it."""
    if point.open == "after":
        return f"{value.partition('/')[0]}/.."
    if point.open == "before":
        return f"../{value.rpartition('/')[2]}"
    return value


def _impossible(point: Point, moment: Moment, course: Course) -> tuple[str | None, str | None]:
    """Why there is no such day, and the reading it probably meant."""
    if not 1 <= moment.year <= 9999:
        return "no such year", None
    if moment.month is not None and not 1 <= moment.month <= 12:
        return "no such month", None
    if moment.month is not None and moment.day is not None:
        last = calendar.days_in(moment.year, moment.month)
        if not 1 <= moment.day <= 31:
            return "no such day", None
        if moment.day > last:
            return "no such day", calendar.written(Moment(moment.year, moment.month, last))
    if point.era is not None:
        return _outside_era(point, moment, course)
    return None, None


def _outside_era(point: Point, moment: Moment, course: Course) -> tuple[str | None, str | None]:
    """An era year after the era's end counts only in a document written before that end was known."""
    assert point.era is not None
    era = eras()[point.era]
    first = (moment.year, moment.month or 1, moment.day or 1)
    last = (moment.year, moment.month or 12, moment.day or 31)
    if point.said == 0:
        return "no such year", None
    if era.end is not None and first > (era.end.year, era.end.month, era.end.day):
        written = course.published.moment if course.published else None
        if written is not None and (written.year, written.month or 1, written.day or 1) <= (
                era.end.year, era.end.month, era.end.day):
            return None, None
        return f"after the end of {era.name}", calendar.written(moment)
    if last < (era.begin.year, era.begin.month, era.begin.day) and era.first != era.begin.year - 1:
        return f"before {era.name} began", calendar.written(moment)
    return None, None
