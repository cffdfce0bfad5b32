"""Words that count from another date: 同年, 翌日, 先月, 今週, 3日後, 前年同期, and times without their day."""

import re
from dataclasses import replace

from keii.language.times import calendar, onward
from keii.language.times.choice import Pick
from keii.language.times.course import Course, Dated, Here, outlook
from keii.language.times.outcome import UNDATED, Resolved, opened, outcome, timed
from keii.language.times.point import Anchor, Manner, Moment, Point, Relation

_YEAR = re.compile("(?<![0-9-])[0-9]{4}(?![0-9])")
_ONE_DAY = re.compile("[、に夜朝夕]|の?午[前後]|の[朝夜夕]|まで|から")  # 金曜日に is one day, 金曜日の平均 is not
_BECAME = re.compile("にな(?:って|り|ると)|に突然|の土壇場")  # 再会は、4日前になって延期された: before the day it was to be
_CLOSE_BY = re.compile("に(?:控え|ひかえ|迫[っるり])")  # 投票を3日後に控え: counted from the day of the report
# 実は去年の秋、手紙を出したんです: who tells of long ago speaks now
_NOW_SPOKEN = re.compile("(?:ん|の)です(?:よ|ね|が)?。|(?:てい|ており)ます(?:よ|ね|が)?。")
_SITTING = re.compile("(?:から|に)?(?:開議|開会|再開|休憩|散会|閉会|開く)")


def antecedent(relation: Relation, course: Course, here: Here, model: Moment | None = None, *, month: bool = False,
                day: bool = False) -> Anchor | None:
    """What a relative word counts from: the beginning of its range, the last date told, or the date of the document."""
    if relation.manner == "deictic":
        ahead = relation.amount > 0 and outlook(here.text, here.start, here.end) == "future"
        return course.home if ahead and course.home is not None else _home(course, here, day=day)
    if model is not None and not (month and model.month is None) and not (day and model.day is None):
        return Anchor(model)
    last = (course.recent(here) or course.current(here)) if day and relation.amount == 0 and course.daily else None
    last = last or course.last(here, month=month, day=day)
    if last is not None and last.binds(here) and here.text.startswith("この", here.start):
        last = course.nearest(here, month=month, bare=True) or last  # 翌年とされていた発効日を消し、…。この年12月: the year that is told
    if last is not None:
        return (onward.spoken_of(last, course, here) if not month and not day else last).anchor
    home = course.home if relation.amount <= 0 and not (day and relation.amount) else None
    if relation.amount == 0 and not day and home is not None and home.span is None:
        home = None  # 同年 and 同月 are of what was told: nobody calls the year he writes in so
    for anchor in (course.frame, home if course.daily or course.own_time else None):
        if anchor is not None and not (month and anchor.moment.month is None) and not (day and anchor.moment.day is None):
            return anchor
    return None


def _home(course: Course, here: Here, *, day: bool) -> Anchor | None:
    """The date of the document; in a quotation that a dated sentence introduces, that date, unless it is as recent."""
    home = course.home
    story = course.looks_back and not _NOW_SPOKEN.search(here.text, here.end, _stop(here.text, here.end))
    told = course.last(here, day=day) if story else None
    if told is not None:
        return told.anchor
    outside = course.outside(here) if not course.daily else None
    if outside is not None and (home is None or outside.moment.year < home.moment.year) and not (
            day and outside.moment.day is None):
        return outside.anchor
    return home


def _stop(text: str, start: int) -> int:
    """The end of the sentence around `start`."""
    end = text.find("。", start)
    return end + 1 if end >= 0 else len(text)


def year(point: Point, course: Course, here: Here, model: Moment | None) -> Pick:
    """The year 同年 or 昨年 comes to, with the month and day said beside it; 翌7月 is the next July."""
    relation = point.year_to
    assert relation is not None
    found = antecedent(relation, course, here, model, month=point.next_month)
    if found is None:
        return Pick(None, UNDATED if relation.manner == "deictic" else None)
    count = found.moment.year + relation.amount
    if point.next_month and found.moment.month is not None and point.month is not None:
        count = found.moment.year + (point.month <= found.moment.month)
    return Pick(Moment(count, point.month, point.day), found)


def day(point: Point, course: Course, here: Here, model: Moment | None) -> Pick:
    """The day a relative day, or 翌13日, comes to."""
    relation = point.day_to
    assert relation is not None
    found = antecedent(relation, course, here, model, day=True)
    if found is None or found.moment.day is None:
        return Pick(None, UNDATED if relation.manner == "deictic" else None)
    moment = calendar.add_days(found.moment, relation.amount)
    if moment is not None and point.day is not None and moment.day != point.day:
        moment = Moment(found.moment.year, found.moment.month, point.day)
    return Pick(moment, found)


def month(point: Point, course: Course, here: Here, model: Moment | None) -> Pick:
    """The month 先月 or 同月 comes to, with the day said beside it."""
    relation = point.month_to
    assert relation is not None
    same_day = point.day_to is not None
    near = course.nearest(here, month=True) if point.generic else None
    if near is not None and (near.here.sentence == here.sentence or onward.retold(course, here) is not None):  # 5月に始まり、月末に終わった
        return Pick(Moment(near.moment.year, near.moment.month), near.anchor)
    found = antecedent(relation, course, here, model, month=True, day=same_day)
    if found is None or found.moment.month is None:
        return Pick(None, UNDATED if relation.manner == "deictic" else None)
    moment = calendar.add_months(found.moment, relation.amount)
    if point.year_to is not None:
        base = course.home if point.year_to.manner == "deictic" else found
        if base is None:
            return Pick(None, UNDATED)
        moment = Moment(base.moment.year + point.year_to.amount, moment.month)
    day = point.day if point.day is not None else found.moment.day if same_day else None
    return Pick(Moment(moment.year, moment.month, day), found)


def clock_day(point: Point, course: Course, here: Here) -> Pick:
    """The day of a time that does not say it; a mere part of the day needs one in the sentence or the one before."""
    near = course.nearest(here)
    hour = point.clock is not None and ":" in point.clock
    if near is not None and near.moment.day is not None and (hour or here.sentence - near.here.sentence <= 1):
        return Pick(near.moment, near.anchor)
    told = course.before(here) if hour and course.daily and not _SITTING.match(here.text, here.end) else None
    if told is not None:
        return Pick(told.moment, told.anchor)
    for anchor in (course.frame, course.home if course.daily else None) if hour else ():
        if anchor is not None and anchor.moment.day is not None:
            return Pick(anchor.moment, anchor)
    return Pick(None)


def step(point: Point, course: Course, here: Here) -> Resolved:
    """3日後, 2年前: counted from the last date told, or, for 前, from the date of the document."""
    assert point.step is not None
    count, unit, manner = point.step
    day, month = unit in "WD", unit == "M"
    found = _stepped_from(count, manner, course, here)
    if found is None and manner == "deictic":
        return Resolved("", manner, anchor=UNDATED)
    if found is None or (month and found.moment.month is None) or (day and found.moment.day is None):
        return Resolved("", manner, anchor=found)
    start = found.moment
    if unit == "Y":
        moment: Moment | None = replace(calendar.add_years(start, count), month=point.month, day=point.day)
    elif unit == "M":
        moment = calendar.add_months(start, count) if start.month else None
    else:
        moment = calendar.add_days(start, count * (7 if unit == "W" else 1))
    if moment is None or not 1 <= moment.year <= 9999:
        return Resolved("", manner, anchor=found)
    if unit == "M" and point.month is not None:  # 1か月後の2月7日
        moment = Moment(start.year + (point.month < (start.month or 0) and count > 0), point.month, point.day)
    return outcome(replace(point, step=None), Pick(moment, found), manner, course)


def _stepped_from(count: int, manner: Manner, course: Course, here: Here) -> Anchor | None:
    """Where a step begins: 前 by itself at the document's date, その… and 後 at the last date told."""
    told = course.last(here, day=True)
    if manner == "deictic" and told is not None and _BECAME.match(here.text, here.end):
        return _beginning(told)
    if manner == "deictic":
        return _home(course, here, day=False)
    if course.daily and course.home is not None and _CLOSE_BY.match(here.text, here.end):
        return course.home
    last = course.last(here)
    if last is not None:
        return last.anchor
    if course.frame is not None:
        return course.frame
    return course.home if course.daily and count > 0 and outlook(here.text, here.start, here.end) == "future" else None


def _beginning(told: Dated) -> Anchor:
    """The first day of a range of days, else the date itself."""
    first = calendar.read_moment(told.value.partition("/")[0]) if "/" in told.value else None
    return replace(told.anchor, moment=first) if first is not None and first.day is not None else told.anchor


def week(point: Point, course: Course, here: Here) -> Resolved:
    """今週, 来週月曜: the ISO week, or the day in it."""
    relation = point.week_to
    assert relation is not None
    found = antecedent(relation, course, here, day=True)
    if found is None or found.moment.day is None:
        return Resolved("", relation.manner, anchor=UNDATED if relation.manner == "deictic" else None)
    if point.weekday is not None:
        moment = calendar.weekday_in(found.moment, relation.amount, point.weekday)
        if moment is None:
            return Resolved("", relation.manner, anchor=found)
        return Resolved(timed(calendar.written(moment), point), relation.manner, moment, found)
    if point.day is not None:
        days = [calendar.weekday_in(found.moment, relation.amount, weekday) for weekday in range(1, 8)]
        named = next((d for d in days if d is not None and d.day == point.day), None)
        return outcome(replace(point, week_to=None), Pick(named, found), relation.manner, course) if named else Resolved(
            "", relation.manner, anchor=found)
    week = calendar.week_of(found.moment, relation.amount)
    if week is None:
        return Resolved("", relation.manner, anchor=found)
    return Resolved(opened(f"{week[0]}-W{week[1]:02}", point), relation.manner, anchor=found)


def weekday(point: Point, course: Course, here: Here) -> Resolved:
    """金曜日 by itself: the last such day not after the document's day, the next where the sentence looks ahead."""
    home = course.home
    if home is None or home.moment.day is None or point.weekday is None:
        return Resolved("", "deictic", anchor=UNDATED)
    if not _ONE_DAY.match(here.text, here.end) or here.text[max(0, here.start - 1) : here.start] in ("・", "毎", "各"):
        return Resolved("", "deictic", anchor=home)
    ahead = outlook(here.text, here.start, here.end) == "future"
    moment = calendar.weekday_in(home.moment, 0, point.weekday)
    if moment is not None and moment.key > home.moment.key and not ahead:
        moment = calendar.add_days(moment, -7)
    elif moment is not None and moment.key < home.moment.key and ahead:
        moment = calendar.add_days(moment, 7)
    if moment is None:
        return Resolved("", "deictic", anchor=home)
    return Resolved(calendar.written(moment), "deictic", moment, home)


def same_stretch(point: Point, course: Course, here: Here) -> Resolved:
    """前年同期: the last stretch told, as many years away."""
    assert point.year_to is not None
    last = course.last(here)
    if last is None or not last.value:
        return Resolved("", "anaphoric")
    amount = point.year_to.amount
    value = _YEAR.sub(lambda match: f"{int(match[0]) + amount:04}", last.value)
    return Resolved(value, "anaphoric", anchor=last.anchor)


