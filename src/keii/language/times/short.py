"""Two-digit years: is 16年 the year 2016, the sixteenth year of an era, or sixteen years?"""

import re
from dataclasses import replace

from keii.language.times.course import Course
from keii.language.times.point import Atom, Point

_GOES_ON = re.compile(
    r"に(?!一度|1度|一回|1回|わた|亘|及|およ|渡|な[るっり]|満|近|も(?:及|上|わた|な)|は?及|して(?!いる))"
    r"|[、)・](?!間)|か?ら(?!数)|まで|は|の(?=.{0,12}(?:選|会談|事件|危機|実験|発足|合意|訪|大会|協定|宣言|時点))|で(?=、)|も|版"
)
_LISTED = re.compile(r"(?:年|[0-9])(?:度|[春夏秋冬])?[、・]$")


def as_year(atom: Atom, course: Course, text: str) -> Atom:
    """The atom with the reading its surroundings call for; a short year gets its Western year."""
    if atom.spare is not None:
        if not _is_year(atom, course, text):
            return atom
        atom = replace(atom.spare, spare=None)
    point = atom.point
    if point is None or not point.short or point.year is None:
        return atom
    return replace(atom, point=_westward(point, course))


def _is_year(atom: Atom, course: Course, text: str) -> bool:
    point = atom.spare.point if atom.spare else None
    if point is None or point.year is None:
        return False
    after = _GOES_ON.match(text, atom.end) is not None
    listed = _LISTED.search(text, max(0, atom.start - 4), atom.start) is not None
    if course.era is not None and abs(point.year - course.era[1]) <= 12:
        return after or listed
    if point.kanji or atom.end - atom.start != 3:
        return False
    near = course.last()
    told = near is not None and near.firm and abs(_western(point.year, near.moment.year) - near.moment.year) <= 30
    return told and (after or listed)


def _westward(point: Point, course: Course) -> Point:
    assert point.year is not None
    if course.era is not None and (point.kanji or point.year < 50) and abs(point.year - course.era[1]) <= 20:
        return replace(point, year=course.era[0] + point.year - course.era[1], short=False)
    if point.kanji and course.published is not None and 1 <= point.year <= 64:
        return replace(point, year=_era_of(course.published.moment.year, point.year), short=False)
    base = course.published.moment.year if course.published else None
    last = course.last()
    reference = base or (last.moment.year if last else 2020)
    return replace(point, year=_western(point.year, reference), short=False)


def _era_of(written: int, count: int) -> int:
    """The year of an era in force when the text was written or of the one before."""
    for first in (2019, 1989, 1926, 1912, 1868):
        if written >= first and first + count - 1 <= written + 2:
            return first + count - 1
    return written


def _western(short: int, reference: int) -> int:
    """The full year nearest to what the text speaks of: at most ten years after it."""
    year = reference // 100 * 100 + short
    if year > reference + 10:
        year -= 100
    elif year < reference - 90:
        year += 100
    return year
