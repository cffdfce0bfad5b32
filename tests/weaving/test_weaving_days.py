"""Dates as ranges of days."""

from datetime import date

import pytest
from weaving_cases import event

from keii.weaving.days import days


def _days(text: str, mod: str | None = None) -> tuple[str, str, str]:
    found = days(event("核実験", text, mod=mod))
    return date.fromordinal(found.low).isoformat(), date.fromordinal(found.high).isoformat(), found.grain


@pytest.mark.parametrize(("text", "mod", "expected"), [
    ("2016-03-02", None, ("2016-03-02", "2016-03-02", "point")),
    ("2016-03", None, ("2016-03-01", "2016-03-31", "point")),
    ("2016-03", "START", ("2016-03-01", "2016-03-16", "point")),
    ("2016-03", "END", ("2016-03-15", "2016-03-31", "point")),
    ("2018-03~", None, ("2018-02-14", "2018-04-15", "point")),
    ("2017-SU", None, ("2017-05-17", "2017-09-15", "point")),
    ("2017-WI", "START", ("2017-11-16", "2018-01-30", "point")),
    ("2004", "END", ("2004-10-01", "2004-12-31", "point")),
    ("2004-H2", None, ("2004-07-01", "2004-12-31", "point")),
    ("2018-03-25/2018-03-28", None, ("2018-03-25", "2018-03-28", "span")),
    ("2013/..", None, ("2013-01-01", "2013-01-01", "open")),
    ("../2006", None, ("2006-12-31", "2006-12-31", "open")),
])
def test_days(text: str, mod: str | None, expected: tuple[str, str, str]) -> None:
    assert _days(text, mod) == expected


def test_apart() -> None:
    first, second = (days(event("核実験", text)) for text in ("2017-02-13", "2017-02-14"))
    assert first.apart(second) == second.apart(first) == 1
    assert first.apart(days(event("核実験", "2017-02"))) == 0
