"""Numbers, eras, the lunisolar calendar, sums of dates, and the words and patterns as data."""

from datetime import date
from itertools import pairwise

import pytest

from keii.language.times import calendar, lunisolar, words
from keii.language.times.eras import eras
from keii.language.times.fold import fold, squeeze
from keii.language.times.numbers import number, positional
from keii.language.times.patterns import PATTERNS, by_lead
from keii.language.times.point import Moment
from keii.language.times.trigger import TRIGGER


@pytest.mark.parametrize(("said", "value"), [
    ("12", 12), ("〇二", 2), ("二〇〇二", 2002), ("十", 10), ("十一", 11), ("二十", 20), ("二十四", 24), ("千九百四十五", 1945),
    ("二千二", 2002), ("百", 100), ("廿一", 21), ("卅", 30), ("元", 1), ("正", 1), ("零", 0), ("一一〇", 110),
])
def test_numbers(said: str, value: int) -> None:
    assert number(said) == value


@pytest.mark.parametrize("said", ["数", "十数", "x", "二x"])
def test_no_numbers(said: str) -> None:
    with pytest.raises(ValueError, match=r"no numeral|invalid literal"):
        number(said)


def test_positional_digits() -> None:
    assert [positional(said) for said in ("16", "〇七", "九四", "十五", "五", "廿一")] == [True, True, True, False, False, False]


@pytest.mark.parametrize(("era", "year", "western"), [
    ("令和", 1, 2019), ("平成", 30, 2018), ("昭和", 40, 1965), ("大正", 8, 1919), ("明治", 43, 1910), ("慶応", 3, 1867), ("慶應", 3, 1867),
    ("天保", 8, 1837), ("主体", 112, 2023), ("民国", 54, 1965), ("檀紀", 4298, 1965), ("단기", 4298, 1965), ("皇紀", 2600, 1940),
    ("西暦", 2018, 2018), ("H", 14, 2002), ("S", 40, 1965),
])
def test_eras(era: str, year: int, western: int) -> None:
    assert eras()[era].western(year) == western


def test_eras_follow_one_another() -> None:
    japan = sorted({e.name: e for e in eras().values() if e.end}.values(), key=lambda era: era.begin)
    modern = [era for era in japan if era.begin.year >= 1844]
    for earlier, later in pairwise(modern):
        assert earlier.end is not None
        assert abs((later.begin - earlier.end).days) <= 1 or later.name in ("明治", "大正", "昭和")


@pytest.mark.parametrize(("year", "month", "day", "gregorian"), [
    (1853, 6, 3, "1853-07-08"), (1854, 3, 3, "1854-03-31"), (1858, 6, 19, "1858-07-29"), (1860, 3, 3, "1860-03-24"),
    (1862, 8, 21, "1862-09-14"), (1864, 7, 19, "1864-08-20"), (1867, 10, 14, "1867-11-09"), (1867, 12, 9, "1868-01-03"),
    (1868, 1, 3, "1868-01-27"), (1868, 9, 8, "1868-10-23"), (1869, 5, 18, "1869-06-27"), (1871, 7, 14, "1871-08-29"),
    (1872, 1, 1, "1872-02-09"), (1872, 12, 2, "1872-12-31"),
])
def test_lunisolar_days_of_known_events(year: int, month: int, day: int, gregorian: str) -> None:
    assert str(lunisolar.gregorian(year, month, day)) == gregorian


def test_the_lunisolar_table_has_no_gaps() -> None:
    months = [(y, m, leap) for y in range(1844, 1873) for m in range(1, 13) for leap in (False, True)]
    stretches = sorted(s for s in (lunisolar.stretch(y, m, leap=leap) for y, m, leap in months) if s)
    for (_, end), (start, _) in pairwise(stretches):
        assert (start - end).days == 1
    assert stretches[0][0] == date(1844, 2, 18)
    assert stretches[-1][1] == date(1872, 12, 31)


def test_no_such_lunisolar_day() -> None:
    assert lunisolar.gregorian(1872, 12, 3) is None
    assert lunisolar.gregorian(1867, 1, 30) is None
    assert lunisolar.gregorian(1867, 4, 1, leap=True) is None
    assert lunisolar.stretch(1790, 1) is None
    assert not lunisolar.covers(1843)


@pytest.mark.parametrize(("value", "moment"), [
    ("2018", Moment(2018)), ("2018-06", Moment(2018, 6)), ("2018-06-12", Moment(2018, 6, 12)), ("2018-06-12~", Moment(2018, 6, 12)),
    ("2018?", Moment(2018)), ("2018-02-30", None), ("2013/2015", None), ("201X", None), ("", None), ("2018-06-12-1", None), ("18", None),
])
def test_moments(value: str, moment: Moment | None) -> None:
    assert calendar.read_moment(value) == moment
    if moment is not None:
        assert calendar.read_moment(calendar.written(moment)) == moment


def test_sums() -> None:
    assert calendar.add_days(Moment(2018, 2, 28), 1) == Moment(2018, 3, 1)
    assert calendar.add_days(Moment(2018, 2), 1) is None
    assert calendar.add_days(Moment(9999, 12, 31), 1) is None
    assert calendar.add_months(Moment(2018, 12), 1) == Moment(2019, 1)
    assert calendar.add_months(Moment(2018, 1), -1) == Moment(2017, 12)
    assert calendar.week_of(Moment(2014, 10, 23), 1) == (2014, 44)
    assert calendar.week_of(Moment(2014, 10), 1) is None
    assert calendar.weekday_in(Moment(2014, 10), 1, 1) is None
    assert Moment(2018, 6).key == (2018, 6, 0)


@pytest.mark.parametrize(("text", "seen"), [
    ("２０１６年 ９月", "2016年9月"), ("平\n成30年", "平成30年"), ("第1回\n2018年", "第1回2018年"), ("12\n30", None), ("3 日本側", None),
    ("図 1 日朝交渉", None), ("約 26 年", "約26年"), ("平成 30 年", "平成30年"), ("した。\n翌日", None), ("2016 - 2017年", "2016-2017年"),
])
def test_what_the_scanner_sees(text: str, seen: str | None) -> None:
    view = squeeze(fold(text))
    assert (view.text if view else None) == seen


def test_folding_keeps_every_index() -> None:
    text = "（Ｈ１４．９．１７）〜‘16年\u3000○・𠮷"
    assert len(fold(text)) == len(text)
    assert fold(text).startswith("(H14.9.17)～'16年 〇・")


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_every_pattern_is_tried_where_it_can_begin(pattern) -> None:  # type: ignore[no-untyped-def]
    table = by_lead()
    assert all(pattern in table[char] for char in pattern.leads)


@pytest.mark.parametrize("word", [*words.YEARS, *words.MONTHS, *words.WEEKS, *words.DAYS, *words.FISCAL_YEARS, *words.NIGHTS,
                                  *words.DURATIONS, *words.YEAR_EDGES, *words.PRESENT, *words.PAST, *words.FUTURE])
def test_every_word_is_looked_for(word: str) -> None:
    match = TRIGGER.match(word)
    assert match
    assert any(p.regex.match(word) for p in by_lead()[word[0]] if p.name not in ("clock", "date.day")), word


def test_every_part_that_a_pattern_reads_has_a_meaning() -> None:
    assert set(words.MONTH_PARTS) <= set(words.PARTS)
    assert all(word in words.PARTS for word in words.SEASONS)
