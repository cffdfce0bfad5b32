"""A point as it is written → its place on the calendar, by the anchors the course of the text offers."""

from dataclasses import dataclass

from keii.language.times import calendar, lunisolar
from keii.language.times.choice import Pick, day_of, year_of
from keii.language.times.course import Course, Here, outlook
from keii.language.times.eras import eras
from keii.language.times.point import Anchor, Manner, Moment, Point, Relation
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


def resolve(point: Point, course: Course, here: Here, model: Moment | None = None) -> Resolved:
    """The value of one point. `model` is the resolved beginning of a range whose end is `point`."""
    if point.digits:
        return _span_of_years(point, course)
    if point.step:
        return _step(point, course, here)
    if point.week_to is not None:
        return _week(point, course, here)
    if point.generic and point.weekday is not None:
        return _weekday(point, course, here)
    if point.generic and point.year_to is not None and point.year_to.manner == "anaphoric":
        return _same_stretch(point, course, here)
    pick = _moment(point, course, here, model)
    basis = _basis(point)
    if pick.moment is None:
        clock = f"T{point.clock}" if point.clock and ":" in point.clock else ""
        return Resolved(clock, basis, anchor=pick.anchor)
    return _checked(point, pick, basis, course)


def _basis(point: Point) -> Basis:
    if point.year is not None and not (point.year_to and point.year is None):
        return "absolute"
    relation = point.day_to or point.month_to or point.year_to
    return relation.manner if relation is not None else "underspecified"


def _antecedent(relation: Relation, course: Course, here: Here, model: Moment | None = None, *, month: bool = False,
                day: bool = False) -> Anchor | None:
    """What a relative word counts from: the beginning of its range, the last date told, or the date of the document."""
    if relation.manner == "deictic":
        return _home(course, here, day=day)
    if model is not None and not (month and model.month is None) and not (day and model.day is None):
        return Anchor(model)
    last = course.last(here, month=month, day=day)
    if last is not None:
        return last.anchor
    home = course.home if relation.amount <= 0 and not (day and relation.amount) else None
    for anchor in (course.frame, home if course.daily or course.own_time else None):
        if anchor is not None and not (month and anchor.moment.month is None) and not (day and anchor.moment.day is None):
            return anchor
    return None


def _home(course: Course, here: Here, *, day: bool) -> Anchor | None:
    """The date of the document; in a quotation that a dated sentence introduces, that date, unless it is as recent."""
    home = course.home
    outside = course.outside(here) if not course.daily else None
    if outside is not None and (home is None or outside.moment.year < home.moment.year) and not (
            day and outside.moment.day is None):
        return outside.anchor
    return home


def _moment(point: Point, course: Course, here: Here, model: Moment | None) -> Pick:
    """Year, month and day of a point, as far as it says them or its surroundings do."""
    if point.day_to is not None and point.month is None:
        return _relative_day(point, course, here, model)
    if point.month_to is not None:
        return _relative_month(point, course, here, model)
    year, anchor, alternative = point.year, None, None
    if point.year is None:
        if point.year_to is not None:
            found = _antecedent(point.year_to, course, here, model, month=point.next_month)
            if found is None:
                return Pick(None, UNDATED if point.year_to.manner == "deictic" else None)
            anchor, year = found, found.moment.year + point.year_to.amount
            if point.next_month and found.moment.month is not None and point.month is not None:
                year = found.moment.year + (1 if point.month <= found.moment.month else 0)
        elif point.month is not None:
            if model is not None:
                year = model.year + (1 if model.month is not None and point.month < model.month else 0)
            else:
                pick = year_of(point, course, here)
                if pick.moment is None:
                    return pick
                year, anchor, alternative = pick.moment.year, pick.anchor, pick.alternative
        elif point.day is not None:
            return _end_day(point.day, model) if model is not None and model.month else day_of(point, course, here)
        elif model is not None and point.clock:
            return Pick(model)
        elif point.clock:
            return _clock_day(point, course, here)
        elif model is not None:
            year = model.year
        else:
            pick = year_of(point, course, here)
            if pick.moment is None:
                return pick
            year, anchor, alternative = pick.moment.year, pick.anchor, pick.alternative
    assert year is not None
    return Pick(Moment(year, point.month, point.day), anchor, alternative)


def _end_day(day: int, model: Moment) -> Pick:
    """The end of a range that says only its day: in the month of its beginning, or in the next."""
    month = Moment(model.year, model.month)
    if model.day is not None and day < model.day:
        month = calendar.add_months(month, 1)
    return Pick(Moment(month.year, month.month, day))


def _relative_day(point: Point, course: Course, here: Here, model: Moment | None) -> Pick:
    relation = point.day_to
    assert relation is not None
    found = _antecedent(relation, course, here, model, day=True)
    if found is None or found.moment.day is None:
        note = "undated" if relation.manner == "deictic" else None
        return Pick(None, Anchor(Moment(1), None, note) if note else None)
    moment = calendar.add_days(found.moment, relation.amount)
    if moment is not None and point.day is not None and moment.day != point.day:
        moment = Moment(found.moment.year, found.moment.month, point.day)
    return Pick(moment, found)


def _relative_month(point: Point, course: Course, here: Here, model: Moment | None) -> Pick:
    relation = point.month_to
    assert relation is not None
    same_day = point.day_to is not None
    found = _antecedent(relation, course, here, model, month=True, day=same_day)
    if found is None or found.moment.month is None:
        note = "undated" if relation.manner == "deictic" else None
        return Pick(None, Anchor(Moment(1), None, note) if note else None)
    moment = calendar.add_months(found.moment, relation.amount)
    if point.year_to is not None and point.year_to.amount:
        moment = Moment(moment.year + point.year_to.amount, moment.month)
    day = point.day if point.day is not None else found.moment.day if same_day else None
    return Pick(Moment(moment.year, moment.month, day), found)


def _clock_day(point: Point, course: Course, here: Here) -> Pick:
    """The day of a time that does not say it; a mere part of the day needs one in the sentence or the one before."""
    near = course.nearest(here)
    hour = point.clock is not None and ":" in point.clock
    if near is not None and near.moment.day is not None and (hour or here.sentence - near.here.sentence <= 1):
        return Pick(near.moment, near.anchor)
    for anchor in (course.frame, course.home if course.daily else None) if hour else ():
        if anchor is not None and anchor.moment.day is not None:
            return Pick(anchor.moment, anchor)
    return Pick(None)


def _span_of_years(point: Point, course: Course) -> Resolved:
    assert point.digits is not None
    if point.digits == "century":
        assert point.year_to is not None
        if course.home is None:
            return Resolved("", "deictic", anchor=UNDATED)
        year = course.home.moment.year + point.year_to.amount
        return Resolved(_opened(f"{(year - 1) // 100:02}", point), "deictic", anchor=course.home)
    return Resolved(_opened(point.digits, point), "absolute")


def _step(point: Point, course: Course, here: Here) -> Resolved:
    """3日後, 2年前: counted from the last date told, or, for 前, from the date of the document."""
    assert point.step is not None
    count, unit, manner = point.step
    day, month = unit in "WD", unit == "M"
    if unit == "H":
        return Resolved("PAST_REF" if count <= 0 else "FUTURE_REF", "vague")
    found = _stepped_from(count, manner, course, here)
    if found is None and manner == "deictic":
        return Resolved("", manner, anchor=UNDATED)
    if found is None or (month and found.moment.month is None) or (day and found.moment.day is None):
        return Resolved("", manner, anchor=found)
    start = found.moment
    if unit == "Y":
        moment: Moment | None = calendar.add_years(start, count)
    elif unit == "M":
        moment = calendar.add_months(start, count) if start.month else None
    else:
        moment = calendar.add_days(start, count * (7 if unit == "W" else 1))
    if moment is None or not 1 <= moment.year <= 9999:
        return Resolved("", manner, anchor=found)
    return Resolved(_opened(calendar.written(moment), point), manner, moment, found)


def _stepped_from(count: int, manner: Manner, course: Course, here: Here) -> Anchor | None:
    """Where a step begins: 前 by itself at the document's date, その… and 後 at the last date told."""
    if manner == "deictic":
        return course.home
    last = course.last(here)
    if last is not None:
        return last.anchor
    if course.frame is not None:
        return course.frame
    return course.home if course.daily and count > 0 and outlook(here.text, here.start, here.end) == "future" else None


def _week(point: Point, course: Course, here: Here) -> Resolved:
    relation = point.week_to
    assert relation is not None
    found = _antecedent(relation, course, here, day=True)
    if found is None or found.moment.day is None:
        note = UNDATED if relation.manner == "deictic" else None
        return Resolved("", relation.manner, anchor=note)
    if point.weekday is not None:
        moment = calendar.weekday_in(found.moment, relation.amount, point.weekday)
        if moment is None:
            return Resolved("", relation.manner, anchor=found)
        return Resolved(_timed(calendar.written(moment), point), relation.manner, moment, found)
    week = calendar.week_of(found.moment, relation.amount)
    if week is None:
        return Resolved("", relation.manner, anchor=found)
    return Resolved(_opened(f"{week[0]}-W{week[1]:02}", point), relation.manner, anchor=found)


def _weekday(point: Point, course: Course, here: Here) -> Resolved:
    """金曜日 by itself: the last such day not after the document's day, the next where the sentence looks ahead."""
    home = course.home
    if home is None or home.moment.day is None or point.weekday is None:
        return Resolved("", "deictic", anchor=UNDATED)
    ahead = outlook(here.text, here.start, here.end) == "future"
    moment = calendar.weekday_in(home.moment, 0, point.weekday)
    if moment is not None and moment.key > home.moment.key and not ahead:
        moment = calendar.add_days(moment, -7)
    elif moment is not None and moment.key < home.moment.key and ahead:
        moment = calendar.add_days(moment, 7)
    if moment is None:
        return Resolved("", "deictic", anchor=home)
    return Resolved(calendar.written(moment), "deictic", moment, home)


def _same_stretch(point: Point, course: Course, here: Here) -> Resolved:
    """前年同期: the last stretch told, as many years away."""
    assert point.year_to is not None
    last = course.last(here)
    if last is None or not last.value:
        return Resolved("", "anaphoric")
    ends = [calendar.read_moment(end) for end in last.value.split("/")]
    if not all(ends):
        return Resolved("", "anaphoric", anchor=last.anchor)
    amount = point.year_to.amount
    value = "/".join(calendar.written(Moment(e.year + amount, e.month, e.day)) for e in ends if e is not None)
    return Resolved(value, "anaphoric", anchor=last.anchor)


def _checked(point: Point, pick: Pick, basis: Basis, course: Course) -> Resolved:
    """The value of a moment, or why there is no such day."""
    moment = pick.moment
    assert moment is not None
    if is_lunar(point, pick):
        return _lunar(point, pick, basis)
    reason, likely = _impossible(point, moment, course)
    if reason:
        return Resolved("", basis, None, pick.anchor, pick.alternative, reason, likely)
    if point.clock and ":" in point.clock and int(point.clock[:2]) > 24:
        return _after_midnight(point, pick, basis)
    if point.part or point.fiscal:
        stem = f"FY{moment.year:04}" if point.fiscal and not point.part else f"{moment.year:04}"
        if point.part:
            stem = _part(point, moment.year)
        return Resolved(_opened(stem, point), basis, Moment(moment.year), pick.anchor, pick.alternative)
    value = _opened(_timed(calendar.written(moment), point), point)
    return Resolved(value, basis, moment, pick.anchor, pick.alternative)


def is_lunar(point: Point, pick: Pick) -> bool:
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
        return Resolved(_opened(f"{moment.year:04}", point), basis, moment, pick.anchor, lunar=True)
    value = None
    if moment.day is not None:
        day = lunisolar.gregorian(moment.year, moment.month, moment.day, leap=point.leap)
        value = _timed(day.isoformat(), point) if day else None
    else:
        month = lunisolar.stretch(moment.year, moment.month, leap=point.leap)
        value = f"{month[0]}/{month[1]}" if month else None
    if value is None:
        return Resolved("", basis, None, pick.anchor, invalid="no such day")
    return Resolved(_opened(value, point), basis, moment, pick.anchor, lunar=True)


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


def _timed(value: str, point: Point) -> str:
    return f"{value}T{point.clock}" if point.clock else value


def _opened(value: str, point: Point) -> str:
    if point.open == "after":
        return f"{value}/.."
    if point.open == "before":
        return f"../{value}"
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
        if point.fiscal and moment.year == era.end.year:
            return None, None
        return f"after the end of {era.name}", calendar.written(moment)
    if last < (era.begin.year, era.begin.month, era.begin.day) and era.first != era.begin.year - 1:
        return f"before {era.name} began", calendar.written(moment)
    return None, None
