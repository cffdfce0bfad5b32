"""The times of one clause that tells of several days: a list (5月、6月にも訪中), days in a row, a day for each place."""

import itertools
import re
from dataclasses import replace
from datetime import timedelta

from keii.coding.dating import Dated, adverbial, usable
from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase
from keii.values.mention import TimeMention
from keii.values.when import When

_OPENS = re.compile(r"から(?!の)|より|までに")  # 19日、26日から協議を開くと発表した: no list
_LISTED = re.compile(r"[、・と\s]|および|及び|ならびに")


def listed(scene: Scene, first: TimeMention) -> tuple[TimeMention, ...]:
    """The times told in one list with `first` (5月、6月にも訪中; 2006年、2009年、2013年に), itself included, in order."""
    if len(scene.times) < 2:
        return (first,)
    times = [time for time in scene.times if usable(time)]
    position = next((index for index, time in enumerate(times) if time.start == first.start), None)
    if position is None:
        return (first,)
    low = high = position
    if _OPENS.match(scene.text, first.end):
        return (first,)
    while low > 0 and _LISTED.fullmatch(scene.text[times[low - 1].end : times[low].start]) and _alike(times[low - 1], times[low]):
        low -= 1
    while high + 1 < len(times) and _LISTED.fullmatch(scene.text[times[high].end : times[high + 1].start]) \
            and _alike(times[high], times[high + 1]) and not _OPENS.match(scene.text, times[high + 1].end):
        high += 1
    return tuple(times[low : high + 1])


def both_days(scene: Scene, dated: Dated) -> Dated:
    """What a sentence hands on where it tells of two days in a row (30日と31日に開かれた): both."""
    times = listed(scene, dated.time) if dated.rule == "adverbial" else (dated.time,)
    if len(times) != 2 or not in_a_row(times[0].when, times[1].when):
        return dated
    return replace(dated, time=replace(dated.time, when=When(f"{times[0].when.value}/{times[1].when.value}")))


_WHICH = re.compile(r"(初日|最終日|最後の日|(?:第)?([2-9二三四五])日目)(?=[、はのに午夜朝])")
_COUNT = {"二": 2, "三": 3, "四": 4, "五": 5}


def day_of(scene: Scene, clause: Clause, dated: Dated) -> TimeMention | None:
    """The day that a sentence names of the days told before (初日は, 最終日に, 2日目の); None where it names none of them."""
    when = dated.time.when
    named = _WHICH.search(scene.text, scene.sentence.start, clause.head[0]) if "/" in when.value else None
    first, last = when.bounds
    if named is None or first is None or last is None or len(when.value) != len("2000-01-01/2000-01-02"):
        return None
    count = _COUNT.get(named[2]) or int(named[2]) if named[2] else 1
    day = last if named[1].startswith("最") else first + timedelta(days=count - 1)
    return replace(dated.time, when=When(day.isoformat())) if first <= day <= last else None


def in_a_row(one: When, other: When) -> bool:
    """Whether two dates are days that follow each other."""
    return one.precision == other.precision == "day" and bool(one.latest and other.earliest) and \
        (other.earliest - one.latest).days == 1  # type: ignore[operator]


_APART = ("で", "において", "にて", "を", "へ", "は", "が", "、")


def gapped(scene: Scene, clause: Clause) -> tuple[TimeMention, ...]:
    """The times of a clause that tells several happenings at once: 翌月にハノイで、9月にウランバートルで開かれた;
    8月及び9月に北京で、11月9日から14日まで平壌で開催された; 4月に続き10月にも延長した."""
    if len(scene.times) < 2:
        return ()
    groups: list[tuple[TimeMention, ...]] = []
    apart = True
    for phrase in clause.phrases:
        times = [time for time in scene.times_in(phrase.start, phrase.end) if usable(time) and _dates_one(scene, time, phrase)]
        if times:
            if not apart:
                return ()
            groups.append(listed(scene, times[-1]))
            apart = phrase.case == "に続いて"
        elif not any(phrase.start <= time.start < phrase.end for time in scene.times):
            apart = apart or phrase.case in _APART
    found = tuple(time for group in groups for time in group)
    if len(groups) < 2 or any(one.when.overlaps(other.when) for one, other in itertools.combinations(found, 2)):
        return ()
    return found


def _dates_one(scene: Scene, time: TimeMention, phrase: Phrase) -> bool:
    """Whether a time phrase dates one of several happenings of its clause: 3月に, 11月9日から14日まで, 前年10月に続き."""
    if phrase.case in ("に", "に続いて"):
        return adverbial(scene, time, phrase)
    if any(actor.kind == "place" and (actor.start, actor.end) == (time.end, phrase.end) for actor in scene.actors):
        return phrase.case in ("、", "と", "で", "")  # 一月三十日に平壌、三月東京、五月北京と回を重ねた
    return phrase.case == "まで" and "/" in time.when.value and time.end == phrase.end


def _alike(one: TimeMention, other: TimeMention) -> bool:
    if "日" in one.span.quote and any(unit in other.span.quote and unit not in one.span.quote for unit in "年月"):
        return False  # 3日、10月20日に打ち上げたと発表した: no list goes from the day to the month
    return other.basis != "anaphoric" and one.when.precision == other.when.precision and not one.when.overlaps(other.when)
