"""Two-digit years: is 16年 the year 2016, the sixteenth year of an era, or sixteen years?"""

import re
from dataclasses import replace

from keii.language.times.course import Course, Here, outlook
from keii.language.times.eras import eras
from keii.language.times.point import Atom, Point

_GOES_ON = re.compile(
    r"に(?!一度|1度|一回|1回|わた|亘|及|およ|渡|な[るっり]|満|近|も(?:及|上|わた|な)|は?及|して(?!いる))"
    r"|と(?='?[0-9]{2,4}年(?!間|前|後|ぶり))|[、)・](?!間)|から(?!数)|まで|は|の(?=.{0,12}(?:朝鮮|情勢|動き|選|会談|事件|危機|実験|発足|合意|訪|大会|協定|宣言|時点))|で(?=、)|より|も(?!の|続|経|た|か)|版"
    r"|当時|(?=撮影|発行|刊行|生まれ|発効|締結|調印|採択|設立|制定|改正|発足|創設|開始の)"
)
_ENTERED = re.compile("に入(?:っ|り|る)")  # 17年に入っても: a length of time is not entered
_COUNTED = re.compile(
    "(?:(?:支配|統治|植民地|占領|服役|在任|在職|亡命|分断|対立|冷戦|空白|沈黙)の?|"
    "懲役|禁固|禁錮|求刑|猶予|期|満|(?<![年月日])から|生後|約|計)$")  # after these it is a number of years
_OF_A_YEAR = re.compile("の(?!歴史|生涯|伝統|人生|刑|懲役|月日|歳月|長|重み|間|うち)")  # 九八年の発射
_TOO_LONG = 40  # years: what is said with more is hardly a length of time
_LISTED = re.compile(r"(?:年|[0-9])(?:度|[春夏秋冬])?[、・]$")


def as_year(atom: Atom, course: Course, here: Here) -> Atom:
    """The atom with the reading its surroundings call for; a short year gets its Western year."""
    if atom.spare is not None:
        if not _is_year(atom, course, here):
            return atom
        atom = replace(atom.spare, spare=None)
    if atom.point is None or not atom.point.short:
        return atom
    return replace(atom, point=westward(atom.point, course, here))


def _is_year(atom: Atom, course: Course, here: Here) -> bool:
    point = atom.spare.point if atom.spare else None
    assert point is not None
    assert point.year is not None
    if _COUNTED.search(here.text, max(0, atom.start - 4), atom.start):
        return False
    if here.text[atom.start] in "0〇":  # 05年には約束, 〇六年と〇九年に: no length of time is written so
        return True
    if _ENTERED.match(here.text, atom.end) and point.year >= 10 and not point.kanji:
        return True
    after = _GOES_ON.match(here.text, atom.end) is not None \
        or (point.year >= _TOO_LONG and not point.kanji and _OF_A_YEAR.match(here.text, atom.end) is not None)
    listed = _LISTED.search(here.text, max(0, atom.start - 4), atom.start) is not None
    if course.era is not None and abs(point.year - course.era[1]) <= 12:
        return after or listed
    if point.kanji or atom.end - atom.start != 3:
        return False
    last = course.last(here)
    if last is None and course.home is not None:  # 98年の朝鮮半島では: nobody counts 98 years
        written = course.home.moment.year
        return after and point.year >= _TOO_LONG and 0 <= written - _near(point.year, written) <= _TOO_LONG
    if last is None:
        return point.year >= _TOO_LONG and _opens(atom, here)
    near = _near(point.year, course.home.moment.year) if course.home else _nearest(point.year, max(last.moment.year, 2000))
    return abs(near - last.moment.year) <= 60 and (after or listed or _opens(atom, here))


def _opens(atom: Atom, here: Here) -> bool:
    """74年北朝鮮、加盟: whether an entry of a chronology begins with it."""
    return here.text[max(0, atom.start - 1) : atom.start] in ("", "\n") and _NAME.match(here.text, atom.end) is not None


_NAME = re.compile("[ァ-ヶ]|[一-龥](?<![間前後目度来余超以近半分余])[一-龥]")


def westward(point: Point, course: Course, here: Here) -> Point:
    """The point with the Western year its two digits mean: in the era last told, in kanji the era in force, else the
    full year nearest to what the text speaks of."""
    assert point.year is not None
    if course.era is not None and abs(point.year - course.era[1]) <= 20:
        return replace(point, year=course.era[0] + point.year - course.era[1], short=False)
    home = course.home.moment.year if course.home else None
    if point.kanji and home is not None and 1 <= point.year <= 64:
        return replace(point, year=_in_force(home, point.year), short=False)
    last = course.last(here)
    year = _near(point.year, home) if home else _nearest(point.year, last.moment.year if last else 2020)
    if home is not None and year > home and not point.contrary and outlook(here.text, here.start, here.end) != "future":
        year = _of_an_era(point.year, year, home, last.moment.year if last else home)
    return replace(point, year=year, short=False)


def _of_an_era(count: int, western: int, written: int, told: int) -> int:
    """A Western year that was still to come when the text was written, or, where that is nearer to what the text tells,
    the year of an era (28年2月 in a text of 2022 that has come to 2015 is of 平成)."""
    era = _in_force(written, count)
    return era if era <= written and abs(era - told) < abs(western - told) else western


def _in_force(written: int, count: int) -> int:
    """Year `count` of the last era in which it is not far in the future when the text was written."""
    modern = sorted({e.first for e in eras().values() if 1868 <= e.first <= written and e.name not in ("主体", "民国")})
    return next((first + count - 1 for first in reversed(modern) if first + count - 1 <= written + 2), written)


def _nearest(short: int, told: int) -> int:
    """The full year of two digits that is nearest to the year last told, where nothing says when the text was written."""
    century = told // 100 * 100 + short
    return min((century - 100, century, century + 100), key=lambda year: abs(year - told))


def _near(short: int, reference: int) -> int:
    """The full year of two digits: at most ten years after the reference, and less than ninety before."""
    year = reference // 100 * 100 + short
    if year > reference + 10:
        return year - 100
    return year + 100 if year < reference - 89 else year
