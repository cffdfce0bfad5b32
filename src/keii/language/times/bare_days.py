"""Of which month a day is that says none: the choices, the most likely first (the rules are told in `choice`)."""

import re
from collections.abc import Iterator

from keii.language.times import calendar, onward
from keii.language.times.course import Course, Dated, Here, outlook
from keii.language.times.point import Anchor, Moment, Point

Choice = tuple[Moment, Anchor]


def months(point: Point, course: Course, here: Here) -> Iterator[Choice]:
    assert point.day is not None
    near, home = course.nearest(here, month=True, bare=True), _month_before(point.day, course.home, here)
    near = _ahead_of(_told_on(near, point.day, course, here), point.day, course, here)
    if near is not None and _same_run(near, point.day, course, here):
        yield _rolled(near, point.day, here), near.anchor
    over = _month_before(point.day, course.frame, here) if course.frame is not course.home else None
    if over is not None and course.row is not None and course.row.moment.day is not None:
        over = Moment(course.row.moment.year, course.row.moment.month)  # a row goes on from its day
    if over is not None and course.frame is not None:
        yield over, course.frame
    if near is not None and not course.daily:
        yield _rolled(near, point.day, here), near.anchor
    story = _story(course, point.day)
    if story is not None and (point.day >= (story.moment.day or 0) or _opened_back(course, point.day)):
        yield Moment(story.moment.year, story.moment.month), story.anchor
    if home is not None and course.home is not None and (course.daily or course.published is None):
        yield home, course.home
    last = course.last(here, month=True)
    if last is not None:
        yield last.moment, last.anchor
    if home is not None and course.home is not None:
        yield home, course.home


def _told_on(near: Dated | None, day: int, course: Course, here: Here) -> Dated | None:
    """10月、議員団が訪朝した。2月の声明を受けたものである。20日には: the date in the course of the text, where the last one only marks out
    what the telling looks back to (22日、2018年9月の合意を停止し、23日) or ahead to (24日、11月から交渉を始めることで一致し、28日に)."""
    if (whose := _whose(near, course, here)) is not None:
        return whose
    if near is None or near.here.passage != here.passage:
        return near
    toward = near.moment.day is not None and day > near.moment.day and _TOWARD.match(near.here.text, near.here.end)
    if near.moment.day is not None and not toward:
        return near
    main = next((told for told in reversed(course.chain) if told.here.passage == here.passage and told.here.start < near.here.start
                 and told.moment.month is not None and told.topic and told.serves(here) and not (told.binds(here) or told.here.aside)
                 and here.sentence - told.here.sentence <= 2), None)
    if main is None or _month(main.moment) == _month(near.moment) or (main.moment.day or 0) > day or main.since:
        return near
    if toward or _SIDE.match(near.here.text, near.here.end, here.start):
        return main
    back = _month(near.moment) < _month(main.moment) and not near.topic and not _SCENE.match(near.here.text, near.here.end)
    return main if back and main.moment.day is not None else near


def _whose(near: Dated | None, course: Course, here: Here) -> Dated | None:
    """1月に始まった。前年9月に訪朝した代表団は、28日に: the date that marks out whom the sentence goes on to tell of; None where none does."""
    last = course.chain[-1] if course.chain and not course.daily else None
    if last is None or last is near or last.bound is None or last.moment.day is not None or not last.serves(here, month=True):
        return None
    same = (last.here.passage, last.here.sentence) == (here.passage, here.sentence)
    return last if same and _WHOSE.fullmatch(here.text, last.bound, here.start) else None


_WHOSE = re.compile("[^、。「」]{1,32}?(?:は|が|も)、?(?:[^、。]{1,8}、)?")
_TOWARD = re.compile("の[^、。はが]{1,16}?(?:に向け|を控え|を前に|に先立|に備え|を見据え)")
_SCENE = re.compile("の[^、。]{1,20}?(?:では|で、|は、|には|の際|において|の席)")
_SIDE = re.compile(
    "の[^、。はがで]{1,24}?(?:に代わ|に基づ|に続|に次|に加え|に沿|を踏まえ|を受け|を引き継|以来|以降|に向け|につなが|に備え|に先立|を控え|を見据え|を前に|に至る)"
    "|[^、,。「」]{0,40}?(?<![てで]い)[うくぐすつぶむる](?:こと[でをにが]|よう[^、。]{0,8}?(?:求|要請|提案|促|呼び)|方針[をでだ]|計画[をでだ]|予定[でだ])")


def _ahead_of(near: Dated | None, day: int, course: Course, here: Here) -> Dated | None:
    """28日に試射し、10月11日に演説した総書記は…と語った。19日には: a date that marks out a thing, where the day goes on from it and would go
    back from the one before it."""
    if near is None or near.moment.day is None or day >= near.moment.day:
        return near
    beside = course.nearest(here, month=True)
    if beside is None or beside is near or beside.moment.day is None or beside.deictic:
        return near
    later = (near.moment.year, near.moment.month or 0) < (beside.moment.year, beside.moment.month or 0)
    recent = here.sentence - beside.here.sentence <= 1
    return beside if later and recent and beside.moment.day <= day else near


def _same_run(near: Dated, day: int, course: Course, here: Here) -> bool:
    """Whether a bare day goes on from a date told in the same sentence, or, in a text of one day, from the one before."""
    apart = here.sentence - near.here.sentence
    if not course.daily:
        return apart == 0
    if near.binds(here) and near.deictic and day < (near.moment.day or 0):
        return False  # 先月21日に始まった協議は、4日も開かれた
    if near.moment.day and not near.topic and not _beside(near, here) and course.home is not None \
            and _month(near.moment) < _month(course.home.moment) and 0 <= (course.home.moment.day or 0) - day <= 7:
        return False  # 7月5日の発射に続く今回の発表は、15日に採択された決議が: of this week
    if near.moment.day and not near.topic and not _beside(near, here) and course.home is not None \
            and _month(near.moment) < _month(course.home.moment) and day >= (course.home.moment.day or 0) \
            and outlook(here.text, here.start, here.end) == "future":
        return False  # 7月5日の発射を受けた措置に続き、早ければ11日にも決める
    if _still_back(near, day, course, here):
        return True
    if near.moment.day and apart <= 1 and not near.binds(here) and course.home is not None and day > near.moment.day \
            and near.topic and not near.here.aside and course.home.moment.year - near.moment.year >= LONG_AGO \
            and onward.opened_by_year(near, course):
        return True  # 2006年である。7月5日、7発を撃った。安保理は15日に: not of this week
    if course.told_day(here, day):
        return True
    if near.moment.day is None:
        return apart == 0 and near.topic
    if apart and course.home is not None and 0 <= (course.home.moment.day or 0) - day <= 7:
        return False  # a day of this week
    return apart <= 1 and not near.here.aside and (day > near.moment.day or _beside(near, here))


def _still_back(near: Dated, day: int, course: Course, here: Here) -> bool:
    """Whether a text of one day is still telling of an earlier month: no date of its own month, or after it, has been told
    yet; or, having told of a month to come, looks ahead."""
    if course.home is None or near.moment.day is None or near.here.aside:
        return False
    own, told = _month(course.home.moment), _month(near.moment)
    if told > own:
        return outlook(here.text, here.start, here.end) == "future"
    if 0 <= (course.home.moment.day or 0) - day <= 7 and near.here.sentence != here.sentence:
        return False  # a day of this week
    return told < own and all(_month(one.moment) < own for one in course.chain if not one.cited)


def _story(course: Course, day: int) -> Dated | None:
    """The last day of a story that a text of one day tells of an earlier month, day by day, before it comes to its own."""
    if course.home is None or not course.daily:
        return None
    days = [one for one in course.chain if one.moment.day is not None and not one.cited]
    last = days[-1] if len(days) >= (1 if _opened_back(course, day) else _STORY) else None
    if last is None or any(_month(one.moment) >= _month(course.home.moment) for one in course.chain if not one.cited):
        return None
    return last if all(_month(one.moment) == _month(last.moment) for one in days[-_STORY:]) else None


def _opened_back(course: Course, day: int) -> bool:
    """Whether a text of one day opens with a day of an earlier month that it names, a report on something past, so that a
    later `day` is of that month too; not one of the week it was written in."""
    first = course.chain[0] if course.chain else None
    if first is None or course.home is None or first.cited or first.here.aside or first.deictic or first.bound is not None:
        return False
    if 0 <= (course.home.moment.day or 0) - day <= 7:
        return False
    return not first.firm and first.moment.day is not None and _month(first.moment) < _month(course.home.moment)


LONG_AGO = 2  # years
_STORY = 3  # days told one after the other


def _month(moment: Moment) -> int:
    return moment.year * 12 + (moment.month or 0)


def _beside(near: Dated, here: Here) -> bool:
    """Whether the two stand in one enumeration: 三十日と一日."""
    return near.here.passage == here.passage and here.text[near.here.end : here.start] in ("と", "、", "・", "や", "及び")


def _rolled(near: Dated, day: int, here: Here) -> Moment:
    """The month of the date before, or the next where the days turn back over its end."""
    month = Moment(near.moment.year, near.moment.month)
    last = near.moment.day or 0
    turns = (last >= 20 and day <= 10) if _beside(near, here) else (last >= 25 and day <= 5 and not here.aside)
    return calendar.add_months(month, 1) if turns else month


def _month_before(day: int, anchor: Anchor | None, here: Here) -> Moment | None:
    """The month of the last such day not after the anchor's day; its own month, where the sentence looks ahead."""
    if anchor is None or anchor.moment.month is None:
        return None
    written = anchor.moment
    month = Moment(written.year, written.month)
    if written.day is None or day <= written.day or outlook(here.text, here.start, here.end) == "future":
        return month
    for _ in range(2):
        month = calendar.add_months(month, -1)
        assert month.month is not None
        if day <= calendar.days_in(month.year, month.month):
            break
    return month
