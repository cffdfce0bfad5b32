"""Which year, month or day is meant where the text leaves it out. The rules stand in docs/time.md, in this order.

Year of a bare month or of 年末:
  same sentence    the last date told in the same sentence
  frame            the row's or heading's year, where the last date was told in an earlier sentence
  same paragraph   the last date told in the paragraph; the year after it where the months turn back over New Year
  published        in the press, in parliament and where a document speaks mostly of its own time: the publication year,
                   the year before where the month still lay ahead and the sentence tells of the past
  earlier          the last date told before; at last the publication year
Month of a bare day:
  same sentence, frame, published (the last such day not after it, unless the sentence looks ahead), same paragraph, earlier
"""

from dataclasses import dataclass
from typing import Protocol

from keii.language.times import calendar
from keii.language.times.course import Course, Dated, outlook
from keii.language.times.point import Anchor, Moment, Point


class Place(Protocol):
    """Where the expression stands."""

    @property
    def text(self) -> str: ...
    @property
    def end(self) -> int: ...
    @property
    def passage(self) -> int: ...
    @property
    def sentence(self) -> int: ...
    @property
    def aside(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Pick:
    """A moment, what it rests on, and the value another anchor would give."""

    moment: Moment | None
    anchor: Anchor | None = None
    alternative: str | None = None


def _told(dated: Dated) -> Anchor:
    return Anchor(dated.moment, dated.span)


def year_of(point: Point, course: Course, here: Place) -> Pick:
    """The year of a point that says none; its `moment` carries the year alone."""
    near = course.nearest(here.passage)
    home = _home_year(point, course, here)
    frame = course.frame
    choices: list[tuple[int, Anchor]] = []
    if near is not None and near.sentence == here.sentence:
        choices.append((near.moment.year, _told(near)))
    if frame is not None:
        choices.append((frame.moment.year, frame))
    if near is not None:
        choices.append((_onward(near, point, here, home), _told(near)))
    if home is not None and (course.press or course.period is not None):
        choices.append((home, course.published))  # type: ignore[arg-type]
    last = course.last()
    if last is not None:
        choices.append((last.moment.year, _told(last)))
    if home is not None:
        choices.append((home, course.published))  # type: ignore[arg-type]
    return _picked(choices, point)


def _picked(choices: list[tuple[int, Anchor]], point: Point) -> Pick:
    """The first choice, moved to the next whose weekday fits, with the first other year as the alternative."""
    if not choices:
        return Pick(None)
    best = next((c for c in choices if _fits_weekday(c[0], point)), choices[0])
    others = [Moment(year, point.month, point.day) for year, _ in choices if year != best[0]]
    other = calendar.written(others[0]) if others else None
    return Pick(Moment(best[0]), best[1], other)


def _fits_weekday(year: int, point: Point) -> bool:
    if point.weekday is None or point.month is None or point.day is None:
        return True
    try:
        return calendar.is_weekday(Moment(year, point.month, point.day), point.weekday)
    except ValueError:
        return False


def _onward(near: Dated, point: Point, here: Place, home: int | None) -> int:
    """The year of the date before, or the next where December is followed by January."""
    year, month = near.moment.year, near.moment.month
    turns = (near.joined and month is not None and point.month is not None and month - point.month >= 6
             and not here.aside and not near.aside)
    return year + 1 if turns and (home is None or home > year) else year


def _home_year(point: Point, course: Course, here: Place) -> int | None:
    """The year a bare month has in a text that speaks of its own time."""
    if course.published is None:
        return None
    written = course.published.moment
    if course.period is not None:
        return course.period
    if point.month is None or written.month is None:
        return written.year
    ahead = point.month > written.month or (
        point.month == written.month and point.day is not None and written.day is not None and point.day > written.day)
    if not ahead:
        looks = outlook(here.text, here.end) if written.month - point.month >= 9 else ""
        return written.year + 1 if looks == "future" else written.year
    looks = outlook(here.text, here.end)
    if looks == "past" or (not looks and point.month - written.month > 6):
        return written.year - 1
    return written.year


def day_of(point: Point, course: Course, here: Place) -> Pick:
    """The month of a point that says only its day."""
    assert point.day is not None
    near = course.nearest(here.passage, month=True)
    home = _home_day(point.day, course, here)
    frame = course.frame
    choices: list[tuple[Moment, Anchor]] = []
    if near is not None and near.sentence == here.sentence:
        choices.append((near.moment, _told(near)))
    if frame is not None and frame.moment.month is not None:
        choices.append((frame.moment, frame))
    if near is not None and (not course.press or _goes_on(near, point.day, here)):
        choices.append((near.moment, _told(near)))
    if home is not None and course.press:
        choices.append((home, course.published))  # type: ignore[arg-type]
    last = course.last(month=True)
    if last is not None:
        choices.append((last.moment, _told(last)))
    if home is not None:
        choices.append((home, course.published))  # type: ignore[arg-type]
    fitting = [(Moment(m.year, m.month, point.day), anchor) for m, anchor in choices]
    if not fitting:
        return Pick(None)
    best = next((c for c in fitting if _fits_weekday(c[0].year, Point(month=c[0].month, day=point.day,
                                                                      weekday=point.weekday))), fitting[0])
    other = next((calendar.written(m) for m, _ in fitting if m != best[0]), None)
    return Pick(best[0], best[1], other)


def _goes_on(near: Dated, day: int, here: Place) -> bool:
    """Whether the sentence before told a day of a month and this one goes on to a later day of it."""
    return near.moment.day is not None and day > near.moment.day and here.sentence - near.sentence <= 1 and not near.aside


def _home_day(day: int, course: Course, here: Place) -> Moment | None:
    """The last such day not after publication; this month's, where the sentence looks ahead."""
    if course.published is None or course.published.moment.month is None:
        return None
    written = course.published.moment
    month = Moment(written.year, written.month)
    if written.day is None or day <= written.day:
        return month
    if outlook(here.text, here.end) == "future":
        return month
    for _ in range(3):
        month = calendar.add_months(month, -1)
        assert month.month is not None
        if day <= calendar.days_in(month.year, month.month):
            break
    return month
