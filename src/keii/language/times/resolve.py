"""A point as it is written → its place on the calendar, by the anchors the course of the text offers."""

from keii.language.times import calendar, relative
from keii.language.times.choice import Pick, day_of, year_of
from keii.language.times.course import Course, Here, outlook
from keii.language.times.outcome import UNDATED, Resolved, opened, outcome
from keii.language.times.point import Moment, Point
from keii.values.mention import Basis


def resolve(point: Point, course: Course, here: Here, model: Moment | None = None) -> Resolved:
    """The value of one point. `model` is the resolved beginning of a range whose end is `point`."""
    if point.digits:
        return _span_of_years(point, course)
    if point.step:
        return relative.step(point, course, here)
    if point.week_to is not None:
        return relative.week(point, course, here)
    if point.generic and point.weekday is not None:
        return relative.weekday(point, course, here)
    if point.generic and point.year_to is not None:
        return relative.same_stretch(point, course, here)
    pick = _moment(point, course, here, model)
    basis = _basis(point)
    if pick.moment is None:
        hour = point.clock is not None and ":" in point.clock
        return Resolved(f"T{point.clock}" if hour else "", basis, anchor=pick.anchor)
    return outcome(point, pick, basis, course)


def _basis(point: Point) -> Basis:
    if point.year is not None:
        return "absolute"
    relation = point.day_to or point.month_to or point.year_to
    return relation.manner if relation is not None else "underspecified"


def _moment(point: Point, course: Course, here: Here, model: Moment | None) -> Pick:
    """Year, month and day of a point, as far as it says them or its surroundings do."""
    if point.month_to is not None:
        return relative.month(point, course, here, model)
    if point.day_to is not None and point.month is None:
        return relative.day(point, course, here, model)
    if point.year is not None:
        return Pick(Moment(point.year, point.month, point.day))
    if point.year_to is not None:
        return relative.year(point, course, here, model)
    if model is not None:
        return _end(point, model)
    if point.month is None and point.day is not None:
        return day_of(point, course, here)
    if point.month is None and point.clock is not None:
        return relative.clock_day(point, course, here)
    pick = year_of(point, course, here)
    if point.later and pick.moment is not None and _turns(pick, here):
        return Pick(calendar.add_years(pick.moment, 1), pick.anchor, pick.alternative)
    return pick


def _turns(pick: Pick, here: Here) -> bool:
    """Whether 年明け is that of the year after: told after a date late in the year, or looked forward to."""
    month = (pick.anchor.moment.month or 0) if pick.anchor else 0
    if pick.anchor is None or month < 2:
        return False
    looks = outlook(here.text, here.start, here.end) if pick.anchor.note else ""
    return looks == "future" or (month >= 9 and looks != "past")


def _end(point: Point, model: Moment) -> Pick:
    """The end of a range takes from its beginning what it leaves out, and the next year or month where it turns back."""
    if point.month is not None:
        turns = model.month is not None and point.month < model.month
        return Pick(Moment(model.year + turns, point.month, point.day))
    if point.day is not None and model.month is not None:
        month = Moment(model.year, model.month)
        if model.day is not None and point.day < model.day:
            month = calendar.add_months(month, 1)
        return Pick(Moment(month.year, month.month, point.day))
    return Pick(model if point.clock else Moment(model.year))


def _span_of_years(point: Point, course: Course) -> Resolved:
    assert point.digits is not None
    if point.digits == "century":
        assert point.year_to is not None
        if course.home is None:
            return Resolved("", "deictic", anchor=UNDATED)
        year = course.home.moment.year + point.year_to.amount
        return Resolved(opened(f"{(year - 1) // 100:02}", point), "deictic", anchor=course.home)
    return Resolved(opened(point.digits, point), "absolute")
