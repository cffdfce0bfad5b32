"""Lunisolar dates of Japan before 1873 in the Gregorian calendar, by table (lunisolar.toml, from 1844)."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

LAST_YEAR = 1872  # 明治5年, whose last day was the second of the twelfth month


@dataclass(frozen=True, slots=True)
class Month:
    """A lunisolar month: its first Gregorian day and its length."""

    first: date
    days: int


@cache
def _months() -> dict[tuple[int, int, bool], Month]:
    """Every month of the table by year, number and whether it is the repeated one."""
    table = tomllib.loads((files("keii.language.times") / "lunisolar.toml").read_text(encoding="utf-8"))
    found: dict[tuple[int, int, bool], Month] = {}
    for row in table["year"]:
        day, number = row["first"], 0
        for length in row["months"]:
            leap = number == row["leap"] and number > 0 and (row["first"].year, number, True) not in found
            number += not leap
            days = 30 if length == "大" else 29
            found[row["first"].year, number, leap] = Month(day, days)
            day += timedelta(days=days)
    found[LAST_YEAR, 12, False] = Month(found[LAST_YEAR, 12, False].first, 2)
    return found


def covers(year: int) -> bool:
    """Whether the table knows the months of a lunisolar year."""
    return (year, 1, False) in _months()


def gregorian(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """The Gregorian day of a lunisolar one; None where there was no such day or the table does not reach."""
    found = _months().get((year, month, leap))
    if found is None or not 1 <= day <= found.days:
        return None
    return found.first + timedelta(days=day - 1)


def stretch(year: int, month: int, *, leap: bool = False) -> tuple[date, date] | None:
    """The first and the last Gregorian day of a lunisolar month; None where the table does not hold it."""
    found = _months().get((year, month, leap))
    return (found.first, found.first + timedelta(days=found.days - 1)) if found is not None else None
