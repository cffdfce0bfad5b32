"""A day of every year: 休戦の日である7月27日, 2月16日は生誕記念日だ."""

import re

from keii.language.times.point import Point

_BEFORE = re.compile(r"(?:(?:の日|記念日|誕生日|命日|祝日|節)である|毎年の?|例年の?)$")
_AFTER = re.compile(r"(?:は|が)[^。、]{0,24}(?:記念日|誕生日|命日|祝日|の日|節)(?:だ|で|と(?:され|定め|なっ)|に当た|にあた|。)")


def is_yearly(text: str, start: int, end: int, point: Point) -> bool:
    """Whether a bare month and day names the day of any year."""
    if point.month is None or point.day is None or point.year is not None or point.clock is not None:
        return False
    if point.year_to or point.month_to or point.day_to or point.mod or point.open:
        return False
    return bool(_BEFORE.search(text, max(0, start - 10), start) or _AFTER.match(text, end))
