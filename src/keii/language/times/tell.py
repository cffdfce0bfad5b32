"""What an expression comes to: one point, a range, the date beside a step, a day of every year."""

import re
from dataclasses import replace

from keii.language.times import calendar
from keii.language.times.compose import Expression, lend_year
from keii.language.times.course import Course, Here
from keii.language.times.outcome import Resolved
from keii.language.times.point import Atom, Moment, Point
from keii.language.times.resolve import resolve
from keii.language.times.short import westward
from keii.language.times.yearly import is_yearly


def tell(first: Atom, last: Atom | None, course: Course, here: Here, following: Expression | None) -> Resolved:
    """The value of one or two atoms; `following` is the expression after them."""
    point = first.point
    assert point is not None
    stop = first.stop or (last.point if last is not None else None)
    if stop is None:
        if point.day_to is not None and following is not None and _FACING.match(here.text, here.end):
            facing = _facing(point, course, here, following)
            if facing is not None:
                return facing
        if is_yearly(here.text, here.start, here.end, point):
            return Resolved(f"XXXX-{point.month:02}-{point.day:02}", "absolute", mod=point.mod)
        told = replace(resolve(point, course, here), mod=point.mod)
        return _apposed(point, told, here, following) if point.step is not None else told
    if stop.generic and stop.year_to is not None:
        told = resolve(point, course, here)
        return replace(told, value=f"{told.value}/.." if told.value else "", mod=point.mod)
    return _range(point, stop, course, here)


_FACING = re.compile("に(?:控え|ひかえ)")


def _facing(point: Point, course: Course, here: Here, following: Expression) -> Resolved | None:
    """発効を翌日に控えた6月11日: counted from the date that comes after it."""
    if following.first.point is None or following.last is not None or following.start - here.end > 8 or point.day_to is None:
        return None
    told = resolve(following.first.point, course, replace(here, start=following.start, end=following.end))
    moment = calendar.add_days(told.moment, point.day_to.amount) if told.moment is not None else None
    return Resolved(calendar.written(moment), "anaphoric", moment) if moment is not None else None


def _apposed(point: Point, told: Resolved, here: Here, following: Expression | None) -> Resolved:
    """一か月後、2013年3月: the date that stands beside a step says what it comes to."""
    if following is None or following.first.point is None or following.last is not None or point.step is None:
        return told
    beside = following.first.point
    between = here.text[here.end : following.start]
    if between not in ("、", "の", "(", "") or not beside.dated or beside.year is None:
        return told
    unit = point.step[1]
    moment = Moment(beside.year, beside.month if unit != "Y" else None, beside.day if unit in "DW" else None)
    return replace(told, value=calendar.written(moment), moment=moment, anchor=None)


def _range(point: Point, stop: Point, course: Course, here: Here) -> Resolved:
    """Both ends: the second takes from the first what it leaves out, the first its year from the second."""
    if point.short and point.year is not None:
        point = westward(point, course, here)
        stop = lend_year(point, stop) if stop.short else stop
    point = _year_from_end(point, stop)
    told = resolve(point, course, here)
    far = resolve(replace(stop, open=None), course, here, told.moment)
    end = far.value
    if stop.mod == "END" and told.moment is not None and far.moment is not None and "T" not in told.value:
        end = _last(told.moment, far.moment) or end
    value = f"{told.value}/{end}" if told.value and end and told.value != end else end if told.value else ""
    if stop.open == "after" and value:
        value = f"{told.value}/.."
    return replace(told, value=value, moment=far.moment or told.moment, mod=point.mod or _end_mod(stop, far, end),
                   alternative=None, invalid=told.invalid or far.invalid, likely=told.likely or far.likely)


def _end_mod(stop: Point, far: Resolved, end: str) -> str | None:
    """The modifier of the end, unless its last day was taken instead."""
    return stop.mod if far.value == end else None


def _year_from_end(point: Point, stop: Point) -> Point:
    """9月から2018年3月: a beginning without year takes it from its end."""
    if point.month is None or point.year is not None or point.year_to is not None or point.month_to is not None:
        return point
    if not stop.dated or stop.year is None or stop.month is None:
        return point
    return replace(point, year=stop.year if point.month <= stop.month else stop.year - 1)


def _last(first: Moment, last: Moment) -> str | None:
    """2月19日から年末: an end said more coarsely than the beginning is its last day or month."""
    if last.month is None and first.month is not None:
        return f"{last.year:04}-12" + ("-31" if first.day is not None else "")
    if last.month is not None and last.day is None and first.day is not None:
        return calendar.written(replace(last, day=calendar.days_in(last.year, last.month)))
    return None
