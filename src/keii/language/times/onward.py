"""From which date told before a bare month goes on, and in which year: over New Year, and where a sentence tells of several."""

import re
from collections.abc import Iterator

from keii.language.times.course import Course, Dated, Here, outlook
from keii.language.times.point import Moment, Point

_HEAD = 14  # code points: また、北朝鮮は2006年10月に
_BEFORE = re.compile("の?[^、。]{1,12}(?:を前に|に先立|に向け|を控え|を見据え)")
_NEW_YEAR = re.compile("年(?:が|も)?(?:明け(?!前)|改ま|変わ)|年を越|越年|明くる年|(?:^|[。、])明け(?:て|ると)")
_SETTING = re.compile(
    "の(?:[^、。]{0,8}(?:状況|情勢|動き|動向|経緯|経過|出来事|展開|様子|流れ|概況|関係|外交|こと|とき|時|頃)|北朝鮮|朝鮮半島|日朝|米朝|南北)(?:に?は|では|について|に関し|"
    "(?:で(?:ありま|ございま)?す|である|だ)(?:が|けれども)|を(?:見|みる|振り返|申し|思い|お話|話))")
_BACKGROUND = re.compile("の[^、。はがで]{1,24}?(?:に代わ|に代え|に基づ|に続|に次|に加え|に沿|に従|に照ら|に明記|に盛"
                         "|を踏まえ|を受け|を改|を引き継|を基|以来|以降|と(?:同|異|並|比)"
                         "|から[^、。]{0,6}(?:ぶり|初)|より)")
_BACK = re.compile("(?:に先立つ|に先だつ|以前の|遡っ|さかのぼ|前年|同年)$")


def year_spoken_of(near: Dated, course: Course, here: Here) -> bool:
    """昨年は、二月に…七月に…がありました。八月にも…: whether the passage opened the year of `near` as what it goes on to speak of, and has
    come to no other year since."""
    for told in reversed(course.chain):
        if told.here.passage != here.passage or told.moment.year != near.moment.year:
            return False
        if told.moment.month is None and told.topic and told.firm and leads(told) and _OF_YEAR.match(told.here.text, told.here.end):
            return True
    return False


def spoken_of(last: Dated, course: Course, here: Here) -> Dated:
    """6月4日、2018年の合意を停止した。その前年の11月に: the date of a sentence before, not the year that marks out a thing in it."""
    if last.topic or last.moment.month is not None or last.here.sentence == here.sentence or last.here.passage != here.passage:
        return last
    return next((told for told in _sentence(last, course) if told.topic and told.here.end <= last.here.start and not told.named), last)


def comes_later(near: Dated | None, point: Point, course: Course, here: Here) -> Dated | None:
    """90年9月4日に開かれた。…91年5月初めに訪朝した首相から告げられ、5月28日: of a date in the course of the text, from which the month would go
    back, and a later one that marks out a thing beside it, the one from which it goes on."""
    if near is None or near.moment.month is None or point.month is None or point.month >= near.moment.month:
        return near
    beside = course.nearest(here)
    if beside is None or beside is near or not beside.joined or beside.moment.month is None:
        return near
    later = (near.moment.year, near.moment.month) < (beside.moment.year, beside.moment.month)
    return beside if later and beside.moment.month <= point.month else near


def retold(course: Course, here: Here) -> Dated | None:
    """The last date of a story long past that a text of the press opens with and goes on to tell (検証: 2014年5月26日から開かれた協議…。布石は3月に
    あった), as long as it has come to nothing of its own time; None elsewhere."""
    told = [one for one in course.chain if not one.cited and not one.here.aside]
    if not (course.daily and course.press) or course.home is None or not told or here.aside or outlook(here.text, here.start, here.end) == "future":
        return None
    first, written = told[0], course.home.moment
    closes = first.bound is None or "。" in first.here.text[first.bound : first.bound + _HEAD]
    if not (first.joined and first.topic and closes and not first.deictic) or first.moment.year >= written.year:
        return None
    if any(one.deictic or _months_between(one.moment, written) <= _LATELY for one in told):
        return None
    return max(told, key=lambda one: (one.moment.year, one.moment.month or 0))


def turned(story: Dated, point: Point, here: Here) -> bool:
    """Whether a month of a story is of the year after the last date it told."""
    month = story.moment.month
    if month is None or point.month is None or point.month >= month:
        return False
    return month - point.month >= _HALF or _NEW_YEAR.search(here.text, max(0, here.start - _HEAD), here.start) is not None


_LATELY = 3  # months


def _months_between(one: Moment, other: Moment) -> int:
    return (other.year - one.year) * 12 + (other.month or 12) - (one.month or 12)


_PRESENT = re.compile("(?:(?<!か)である|であります|です|て(?:い|おり)?(?:る|ます)|ている|ておる|た(?:人物|者|もの)(?:だ|である|です))。")


def _aside_from(near: Dated, course: Course, here: Here) -> Dated | None:
    """7月20日、元工作員を招いた。元工作員は、1987年11月に爆破した後、翌月に引き渡された人物である。11月29日には: where a sentence that says what
    somebody or something is looked back by years, the date before it in the passage is what goes on; else None."""
    stop = here.text.find("。", near.here.end)
    if stop < 0 or stop >= here.start or not leads_here(here):
        return None
    earlier = near.years_back and _PLUPERFECT.search(here.text, max(near.here.end, stop - 8), stop + 1)
    if not earlier and not _PRESENT.search(here.text, max(near.here.end, stop - 8), stop + 1):
        return None
    return next((told for told in reversed(course.chain) if told.here.passage == here.passage and told.serves(here)
                 and near.here.sentence - told.here.sentence == 1 and not (told.binds(here) or told.since or told.here.aside)
                 and told.moment.year - near.moment.year >= (1 if earlier else _YEARS_BACK)), None)


_YEARS_BACK = 2
_PLUPERFECT = re.compile("て(?:い|おり)(?:た|ました)。")


def leads_here(here: Here) -> bool:
    """Whether an expression stands at the head of its sentence."""
    low = max(0, here.start - _HEAD - 1)
    return low == 0 or any(sign in here.text[low : here.start] for sign in "。\n")


_OF_YEAR = re.compile("に?(?:は|、)|中(?:に)?は|において(?:は|も)|におきまして(?:は|も)")


def topical(text: str, end: int) -> bool:
    """Whether a date ending at `end` says when what follows happens: not before の (2006年の決議に基づき), unless its noun is what the
    text goes on to speak of (昨年の状況でありますが、七月に)."""
    return text[end : end + 1] != "の" or bool(_SETTING.match(text, end))


def leads(told: Dated) -> bool:
    """Whether a date stands at the head of its sentence, where it says when the sentence happens."""
    low = max(0, told.here.start - _HEAD - 1)
    return low == 0 or any(sign in told.here.text[low : told.here.start] for sign in "。\n")


def leading(near: Dated | None, course: Course, here: Here) -> Dated | None:
    """The date a later sentence goes on from: that at the head of the sentence before, where the last one there only says what
    it looks back or ahead to (2018年4月の会談は、2017年の危機を経て実現した。6月には)."""
    if near is None or near.here.sentence == here.sentence:
        return near
    if (before := _aside_from(near, course, here)) is not None:
        return before
    if near.topic or not near.firm:
        return near
    for told in _sentence(near, course):
        if told.firm and leads(told) and told.moment.year != near.moment.year:
            back = near.moment.year < told.moment.year
            return told if back or (near.moment.month is None and _BEFORE.match(near.here.text, near.here.end)) else near
    if _BACKGROUND.match(near.here.text, near.here.end):
        return next((told for told in reversed(course.chain) if told is not near and told.serves(here) and not told.binds(here)
                     and told.here.passage == near.here.passage and 0 <= near.here.sentence - told.here.sentence <= 2
                     and told.moment.year > near.moment.year), near)  # 9月に法令を採択した。2013年4月の法令に代わるものだ。12月には
    return near


def year(near: Dated, point: Point, course: Course, here: Here, home: int | None) -> int:
    """The year of a month that goes on from `near`: its own, the first of two it spans or of two its sentence tells where the
    text comes to the second later, or the next where the months turn back over New Year. `home` is the latest there may be."""
    found, month = near.moment.year, near.moment.month
    if near.years_back and near.binds(here) and not near.cited:
        return found + near.years_back  # 前年9月に会談した大統領が、6月に訪れた
    if (first := _first_of_two(near)) is not None:
        return first
    if point.month is None:
        return found
    if _comes_to(found, point.month, near, course, here):
        return found - 1
    if home is not None and home <= found:
        return found
    same = here.passage == near.here.passage and not here.aside and not near.here.aside
    if same and _NEW_YEAR.search(here.text, near.here.end, here.start) and (month is None or point.month <= month):
        return found + 1
    return found + 1 if month is not None and _turns(near, month, point.month, course, here) else found


def goes_on(near: Dated, point: Point, course: Course, here: Here) -> bool:
    """Whether a month goes on in a run of dates that the passage opened with a month of a year it names, one after the other."""
    run = _run(near, course) if near.here.passage == here.passage else []
    root, month = run[-1] if run else None, near.moment.month
    if root is None or month is None or point.month is None or point.month < month or here.aside:
        return False
    return root.joined and root.topic and not root.deictic and not root.binds(here) and root.moment.year == near.moment.year


def _turns(near: Dated, month: int, bare: int, course: Course, here: Here) -> bool:
    if here.aside or near.here.aside or _LOOKS_BACK.match(here.text, here.end):
        return False
    if near.joined:
        return month - bare >= (9 if near.here.sentence == here.sentence and not near.deictic else 6)
    run = _run(near, course)
    root = run[-1] if run else None
    if root is None or near.here.passage != here.passage or _BACK.search(here.text, max(0, here.start - 6), here.start):
        return False
    if _first_of_two(root) == near.moment.year:  # 2017年から2018年にかけて…7月…11月…2月
        return bare < month
    months = [told.moment.month or 0 for told in reversed(run)]
    return root.joined and len(run) > 1 and months == sorted(months) and bare < months[0] and month - bare >= _HALF


_LOOKS_BACK = re.compile("の[^、。はがで]{1,24}?(?:に代わ|に基づ|に続|に次|を踏まえ|を受け|を引き継|以来)")  # 10月に訪朝した。2月の声明を受けた
_HALF = 6


def opened_by_year(near: Dated, course: Course) -> bool:
    """2006年である。7月5日、…10月14日に…。日本は7月に: whether the dates of the passage back from `near` go on from a year alone."""
    run = _run(near, course)
    return bool(run) and run[-1].firm and run[-1].moment.month is None and run[-1].moment.year == near.moment.year


def _run(near: Dated, course: Course) -> list[Dated]:
    """The dates of the passage from `near` back to the last one that said its year, all of one year but for that one."""
    run: list[Dated] = []
    for told in reversed(course.chain):
        if told.here.passage != near.here.passage:
            return []
        if told.cited or told.here.aside or told.here.start > near.here.start:
            continue
        run.append(told)
        if told.firm:
            return run
    return []


def _first_of_two(told: Dated) -> int | None:
    """2017年から2018年にかけて: the first of two years in a row."""
    low, _, high = told.value.partition("/")
    both = len(low) == len(high) == 4 and low.isdigit() and high.isdigit()
    return int(low) if both and int(high) - int(low) == 1 else None


def _comes_to(year: int, month: int, near: Dated, course: Course, here: Here) -> bool:
    """2017年は…、2018年は…。7月、…。2018年4月、…: whether a sentence told of the year before as well and the text comes to `year` only
    after the month."""
    ahead = here.ahead
    if ahead is None or ahead[0] != year or ahead[1] >= month or near.moment.month is not None or near.here.sentence == here.sentence:
        return False
    return near.firm and any(told.firm and told.moment.year == year - 1 for told in _sentence(near, course))


def _sentence(near: Dated, course: Course) -> Iterator[Dated]:
    """The other dates of the sentence of `near`, in brackets and references left out."""
    for told in course.chain:
        if told is not near and not told.cited and not told.here.aside and \
                (told.here.passage, told.here.sentence) == (near.here.passage, near.here.sentence):
            yield told
