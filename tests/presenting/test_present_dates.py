"""EDTF as people read it, long and short, in Japanese and English."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keii.presenting.dates import long_date, short_date, sort_key

CASES = [
    ("2018-06-12", None, "2018年6月12日", "12 June 2018", "2018-06-12"),
    ("2018-06", None, "2018年6月", "June 2018", "2018-06"),
    ("2018", None, "2018年", "2018", "2018"),
    ("2018-21", None, "2018年春", "spring 2018", "2018春"),
    ("2018-24", None, "2018年冬", "winter 2018", "2018冬"),
    ("2018-34", None, "2018年第2四半期", "Q2 2018", "2018-Q2"),
    ("2018-40", None, "2018年上半期", "first half of 2018", "2018上半期"),
    ("199X", None, "1990年代", "the 1990s", "1990年代"),
    ("199X", "START", "1990年代前半", "the early 1990s", "1990年代初"),
    ("20XX", None, "21世紀", "the 21st century", "21世紀"),
    ("2013/2015", None, "2013年～2015年", "2013 – 2015", "2013～2015"),
    ("2018-05/2018-07", None, "2018年5月～7月", "May 2018 – July 2018", "2018-05～2018-07"),
    ("2025-06-18/2025-06-19", None, "2025年6月18日～19日", "18 June 2025 – 19 June 2025", "2025-06-18～19"),
    ("2025-07-26/2025-08-07", None, "2025年7月26日～8月7日", "26 July 2025 – 7 August 2025", "2025-07-26～08-07"),
    ("2014-12-30/2015-01-02", None, "2014年12月30日～2015年1月2日", "30 December 2014 – 2 January 2015",
     "2014-12-30～2015-01-02"),
    ("2017-21/2017-23", None, "2017年春～2017年秋", "spring 2017 – autumn 2017", "2017春～2017秋"),
    ("2007/..", None, "2007年以降", "since 2007", "2007～"),
    ("../2006-03", None, "2006年3月以前", "until March 2006", "～2006-03"),
    ("2020~", None, "2020年頃", "about 2020", "2020頃"),
    ("2020-03-25", "APPROX", "2020年3月25日頃", "about 25 March 2020", "2020-03-25頃"),
    ("2016-08", "START", "2016年8月初め", "early August 2016", "2016-08初"),
    ("2016-08", "MID", "2016年8月半ば", "mid-August 2016", "2016-08半ば"),
    ("2016", "END", "2016年末", "late 2016", "2016末"),
    ("2013~/2015~", None, "2013年～2015年頃", "about 2013 – 2015", "2013～2015頃"),
]


@pytest.mark.parametrize(("edtf", "mod", "ja", "en", "short"), CASES)
def test_how_a_date_reads(edtf: str, mod: str | None, ja: str, en: str, short: str):
    assert long_date(edtf, mod) == ja
    assert long_date(edtf, mod, "en") == en
    assert short_date(edtf, mod) == short


def test_no_date_says_so_and_nonsense_is_refused():
    assert long_date("") == short_date("") == "日付不明"
    for wrong in ("2018-13", "2018-02-30", "June", "2018/2019/2020"):
        with pytest.raises(ValueError, match=r"."):
            long_date(wrong)


@pytest.mark.parametrize("mod", ["START", "MID", "END", "APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER",
                                 "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"])
def test_every_modifier_has_words(mod: str):
    for lang in ("ja", "en"):
        assert long_date("2016-08", mod, lang) != long_date("2016-08", None, lang)
        assert short_date("2016-08", mod, lang) != short_date("2016-08", None, lang)


def test_sort_keys_follow_time():
    ordered = ["../2005", "2006", "2006-01", "2006-10-09", "2006-10-09/2006-10-11", "2006-24", "2007/.."]
    keys = [sort_key(edtf) for edtf in ordered]
    assert keys[1] > keys[2] < keys[3] < keys[4] < keys[5] < keys[6]
    assert keys[0] < keys[1]


@given(st.dates(min_value=date(1900, 1, 1)))
def test_a_day_is_said_whole(day):
    assert long_date(day.isoformat()) == f"{day.year}年{day.month}月{day.day}日"
    assert short_date(day.isoformat()) == day.isoformat()
