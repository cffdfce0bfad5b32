"""Which year or month is meant where the text leaves it out.

The rules, in the order in which they are asked; docs/time.md gives an example of each.

Year of a bare month, of 年末 and the like:
  just now   in a text of one day: its own year, where that falls within two weeks of the document's date
  sentence   the last date told in the same sentence (in a text of one day not a year alone with の: 2006年の決議)
  frame      the year of the row or heading over the passage
  paragraph  the last date told in the paragraph; the year after it where the months turn back over New Year (`onward`)
             (in a text of one day only where it said its month and this one goes on from it, or the sentence before is
             about an earlier year)
  home       in a text of one day or of its own time: the year of its date, or the year before where the month would
             lie ahead and the sentence tells of the past
  earlier    the last date told before
  home       at last the year of the document's date
Month of a bare day: the same but for "just now", where home is the last such day not after the document's day, unless the sentence looks
ahead. A weekday beside the day settles between two. The first other answer is kept as the alternative.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from keii.language.times import calendar, onward
from keii.language.times.bare_days import LONG_AGO, months
from keii.language.times.course import Course, Dated, Here, outlook
from keii.language.times.point import Anchor, Moment, Point


@dataclass(frozen=True, slots=True)
class Pick:
    """A moment, what it rests on, and the value another anchor would give."""

    moment: Moment | None
    anchor: Anchor | None = None
    alternative: str | None = None


_TO_COME = re.compile("に[^、。]{1,15}(?:[うくぐすつぶむ]|(?<!てい)(?<!であ)る)(?=[一-龥])")  # 1月20日に発足する新政権

_PLANNED = re.compile("(?:予定|見通し|見込み|とみられる|と見られる|だろう|はず)")

# 1月に招集することを決定した, 10月の開催で合意した: what is decided is still to come
_FORETOLD = re.compile(r"[^。「」()]{0,50}?(?:[うくぐすつぶむる](?:こと|旨|方針|計画|構想)(?=で|に|を|と)"
                       r"|(?:合意|提案|決定|約束|予告|通告|申し合わ|招請|延期|設定|予定)(?:し|さ|せ))")

_TOLD = re.compile("(?:[てで](?:い(?:る|ます)|おります|ござい(?:ます|まして))|た)(?:。|が|と|けれども|$)")
_LONG = 160  # code points of a sentence that are looked at for how it ends

Choice = tuple[Moment, Anchor]


def year_of(point: Point, course: Course, here: Here) -> Pick:
    """The year of a point that says none; the moment has the point's month and day."""
    found = [(Moment(m.year, point.month, point.day), anchor) for m, anchor in _years(point, course, here)]
    return _picked(_not_ahead(found, course, here), point)


def _not_ahead(choices: list[Choice], course: Course, here: Here) -> list[Choice]:
    """What is told as past did not happen after the text was written: of the first choice then the year before."""
    written = course.published.moment if course.published is not None else None
    if not choices or written is None or written.month is None or _come_past(course, here, written):
        return choices
    first, anchor = choices[0]
    ahead = (first.year, first.month or 0) > (written.year, written.month)
    if course.daily:
        return [*(_earlier(first, course, here) or _behind(choices, written, here)), *choices] if ahead else choices
    if not ahead or here.aside or outlook(here.text, here.start, here.end) != "past" or _FORETOLD.match(here.text, here.end):
        return choices
    return [(Moment(first.year - 1, first.month, first.day), anchor), *choices]


def _come_past(course: Course, here: Here, written: Moment) -> bool:
    """Whether the text has told as past what lies after the month it bears, as one does that was added to: then its date bounds nothing."""
    last = course.last(here, month=True)
    if last is None or written.day is not None or last.moment.year != written.year:
        return False
    beyond = (last.moment.month or 0) - (written.month or 12)
    return (beyond > 0 or (beyond == 0 and last.joined and last.here.passage == here.passage)) and outlook(
        last.here.text, last.here.start, last.here.end) == "past"


def _behind(choices: list[Choice], written: Moment, here: Here) -> list[Choice]:
    """Those of the choices that do not lie after the text was written, where the sentence tells of the past."""
    if outlook(here.text, here.start, here.end) != "past" or _FORETOLD.match(here.text, here.end):
        return []
    return [one for one in choices if (one[0].year, one[0].month or 0) <= (written.year, written.month or 12)]


def day_of(point: Point, course: Course, here: Here) -> Pick:
    """The year and month of a point that says only its day."""
    return _picked([(Moment(m.year, m.month, point.day), anchor) for m, anchor in months(point, course, here)], point)


def _earlier(first: Moment, course: Course, here: Here) -> list[Choice]:
    """昨年9月に声明に加わった北朝鮮は、…11月の会合を最後に出席を拒んでいる: a month to come, in a sentence that tells of an earlier
    year and of nothing to come, or after one that did, is of that year."""
    last = course.last(here)
    if last is None or last.moment.year >= first.year or last.here.passage != here.passage or here.sentence - last.here.sentence > 1 \
            or outlook(here.text, here.start, here.end) == "future":
        return []
    stop = here.text.find("。", here.end)
    if not _TOLD.search(here.text, here.end, min(stop + 1 or len(here.text), here.end + _LONG)):
        return []
    turns = None not in (first.month, last.moment.month) and (first.month or 0) < (last.moment.month or 0)
    return [(Moment(last.moment.year + turns, first.month, first.day), last.anchor)]


def _picked(choices: list[Choice], point: Point) -> Pick:
    """The first choice, or the first whose weekday fits, with the first other one as the alternative."""
    if not choices:
        return Pick(None)
    possible = [c for c in choices if _exists(c[0])] or choices
    best = next((c for c in possible if _fits_weekday(c[0], point.weekday)), possible[0])
    other = next((m for m, _ in choices if m != best[0]), None)
    return Pick(best[0], best[1], calendar.written(other) if other else None)


def _exists(moment: Moment) -> bool:
    """Whether the calendar has such a day: 31日 is none of a month of thirty days."""
    return (moment.month is None or moment.day is None or not 1 <= moment.month <= 12
            or moment.day <= calendar.days_in(moment.year, moment.month))


def _fits_weekday(moment: Moment, weekday: int | None) -> bool:
    if weekday is None or moment.month is None or moment.day is None:
        return True
    try:
        return calendar.is_weekday(moment, weekday)
    except ValueError:
        return False


def _years(point: Point, course: Course, here: Here) -> Iterator[Choice]:
    near = onward.comes_later(onward.leading(course.nearest(here, bare=True), course, here), point, course, here)
    home = _home_year(point, course, here)
    same = near is not None and near.here.sentence == here.sentence
    if near is None and (over := _past_its_year(point, course, here)) is not None:
        yield over.moment, over.anchor
    if home is not None and course.home is not None and course.daily and _just_now(point, home, course.home.moment) \
            and not (near is not None and same and _of_then(near, point, home, course.home.moment)):
        yield Moment(home), course.home
    if home is not None and course.home is not None and _own_year(point, near, course, here, same=same):
        yield Moment(home), course.home
    if near is not None and same and (not course.daily or here.aside or near.topic or near.moment.month is not None):
        yield Moment(onward.year(near, point, course, here, home)), near.anchor
    if (course.frame is not None and course.frame.moment.day is None) or course.row is not None:
        assert course.frame is not None
        yield course.frame.moment, course.frame
    if near is not None and (not course.daily or _follows(near, point, course, here)):
        yield Moment(onward.year(near, point, course, here, home)), near.anchor
    if (story := onward.retold(course, here)) is not None:
        yield Moment(story.moment.year + onward.turned(story, point, here)), story.anchor
    if home is not None and course.home is not None and (course.daily or course.own_time or course.published is None):
        yield Moment(home), course.home
    last = course.last(here)
    if last is not None:
        yield last.moment, last.anchor
    if home is not None and course.home is not None:
        yield Moment(home), course.home
        if course.daily and (other := _other_side(point, home, course.home.moment)) is not None:
            yield Moment(other), course.home


def _past_its_year(point: Point, course: Course, here: Here) -> Dated | None:
    """…92年1月7日に発表した。¶1月30日: the date by which an annual review has come past its year, where the next passage goes on from it in
    the months before it was written; None elsewhere."""
    last, written = course.last(here, month=True), course.home.moment if course.home is not None else None
    if last is None or written is None or course.period is None or not course.annual or course.frame is not None or point.month is None:
        return None
    beyond = written.year == last.moment.year == course.period + 1 and last.joined and here.passage - last.here.passage == 1
    late = point.month <= min(written.month or 12, _SPRING) and not here.text.startswith(("【", "[", "(", "○", "●", "■"))
    return last if beyond and late and (last.moment.month or 0) <= point.month and not here.aside and point.open is None else None


_SPRING = 3  # a review of a year tells of the first months of the next, where it goes past its year


def _other_side(point: Point, home: int, written: Moment) -> int | None:
    """The year on the other side of New Year, of a month that lies ahead or nine months and more back."""
    if point.month is None or written.month is None or 0 <= written.month - point.month < 9:
        return None
    return written.year if home != written.year else written.year + (1 if written.month > point.month else -1)


def _stop(here: Here) -> int:
    """The end of the sentence, at most thirty characters on."""
    end = here.text.find("。", here.end, here.end + 30)
    return end if end > 0 else here.end + 30


def _own_year(point: Point, near: Dated | None, course: Course, here: Here, *, same: bool) -> bool:
    """Whether a month is of the year the text is about, though another year was told before it.

    So in a review that says which year its months belong to, unless the sentence names another; so, too, where the
    sentence looks ahead and the other year only qualified a noun (2021年の党大会で掲げた計画。…夏までに), or an annual
    review told its year by brackets or counted it from its own (昨年11月の談話で…、9月に).
    """
    if near is not None and near.here.aside and here.text[near.here.end : here.start] == ")":
        return False  # 令和元年（2019年）12月
    if course.stated:
        return near is None or not same or not near.topic or near.here.aside or not onward.leads(near)
    if here.text.startswith("年内にも", here.start) and course.own_time and near is not None and not same:
        return True  # 年内にも訪朝する方向: from the day of writing on
    if near is None or near.moment.year == (course.period or (course.home.moment.year if course.home else None)):
        return False
    if course.period is not None and course.annual:
        framed = course.frame is not None and course.frame.moment.year != course.period
        if framed or onward.goes_on(near, point, course, here):
            return False
        if near.moment.year > course.period and near.joined and point.month is not None and point.month >= (near.moment.month or 0):
            return False  # past the year it is about, and going on
        if near.moment.year > course.period and not near.firm and course.home is not None and point.month is not None \
                and point.month <= (course.home.moment.month or 0):
            return False
        return (not near.topic and (near.deictic or not same)) or (not same and (near.binds(here) or not onward.leads(near)))
    ahead = outlook(here.text, here.start, here.end) == "future" or here.text.startswith("年内", here.start)
    return course.own_time and ahead and not same and not near.topic and not course.daily


def _just_now(point: Point, year: int, written: Moment) -> bool:
    """Whether a month and day fall within two weeks of the day a text of one day was written."""
    if point.day is None or point.month is None or not _exists(Moment(year, point.month, point.day)):
        return False
    apart = calendar.days_between(Moment(year, point.month, point.day), written)
    return apart is not None and abs(apart) <= 14


def _of_then(near: Dated, point: Point, year: int, written: Moment) -> bool:
    """昨年5月末の合意を受け、7月4日に発足した: who writes in July of this July says 4日 or 今月4日."""
    return near.moment.year < year and near.moment.month is not None and point.month == written.month


def _follows(near: Dated, point: Point, course: Course, here: Here) -> bool:
    """Whether a month in a text of one day goes on from the date told just before, or in the year the sentence before was about
    (昨年は…。六月には…): in the press not where it is one of the last months."""
    apart = here.sentence - near.here.sentence
    written = course.home.moment if course.home is not None else None
    lately = course.press and written is not None and None not in (written.month, point.month) \
        and 0 <= (written.month or 0) - (point.month or 0) <= _RECENT
    if apart <= 2 and not lately and onward.year_spoken_of(near, course, here):
        return True
    if near.moment.month is not None:
        long_ago = written is not None and written.year - near.moment.year >= LONG_AGO and not near.deictic
        return apart <= 2 and (point.month is None or point.month >= near.moment.month or (long_ago and onward.opened_by_year(near, course)))
    if written is None or written.month is None or point.month is None or near.moment.year >= written.year:
        return False
    return apart == 1 and near.firm and near.topic and onward.leads(near) and not lately


_RECENT = 2  # months


def _home_year(point: Point, course: Course, here: Here) -> int | None:
    """The year a bare month has in a text that speaks of its own time."""
    if course.home is None:
        return None
    written = course.home.moment
    if course.period is not None:
        passed = point.month is not None and (
            (written.year, written.month or 12) >= (course.period, point.month + 9) if course.period == written.year
            else course.period + 1 == written.year and written.month is not None and point.month >= written.month)
        ahead = passed and (
            _PLANNED.search(here.text, here.end, _stop(here)) is not None or _TO_COME.match(here.text, here.end) is not None)
        return course.period + 1 if ahead else course.period
    if point.month is None or written.month is None:
        return written.year
    if point.month > written.month and _come_past(course, here, written):
        return written.year
    ahead = point.month > written.month or (
        point.month == written.month and point.day is not None and written.day is not None and point.day > written.day)
    looks = outlook(here.text, here.start, here.end) if ahead or written.month - point.month >= 9 else ""
    if not ahead:
        return written.year + 1 if looks == "future" else written.year
    if looks == "past" or (not looks and point.month - written.month > 6):
        return written.year - 1
    return written.year
