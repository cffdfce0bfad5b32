"""What holds of any text."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from times_cases import read_cases

from keii.language.times import find
from keii.language.times.eras import eras
from keii.values.mention import TimeMention

PIECES = st.sampled_from([
    "2018年", "6月", "12日", "～", "から", "、", "と", "同", "翌", "昨年", "平成", "30", "年", "月", "日", "（", "）", "。", "\n", "\n\n",
    " ", "　", "毎", "約", "以降", "末", "午後", "3時", "半", "二〇〇二", "十", "一", "初め", "世紀", "年代", "第", "同年", "その", "3日後",
    "前", "に", "北朝鮮は", "「", "」", "『", "』", "|", "\r\n", "𠮷", "2/13(月)", "H14.9.17", "元", "令和", "主体112（2023）", "25時",
    "閏", "31", "0", "99", "数", "先週", "金曜日", "春", "前年同期", "1～10月", "年末", "・", "?", "-", "13", "明治5", "慶応3", "紀元前",
    "Mar 5, 2017", "一昨", "去る", "2年前の", "【ソウル", "】", "付", "1.4", "余", "に控えた",
])
TEXTS = st.lists(PIECES, max_size=25).map("".join)
PUBLISHED = st.sampled_from([None, "2018", "2018-06", "2018-06-13", "2018-01-01", "1989-01-08"])
DAYS = st.dates(date(1873, 1, 1), date(2079, 12, 31))
KANJI = "〇一二三四五六七八九"


def positional(number: int) -> str:
    return "".join(KANJI[int(digit)] for digit in str(number))


def by_units(number: int) -> str:
    """二十四, 三十, 千九百九十: as numbers are spoken."""
    out = ""
    for size, sign in ((1000, "千"), (100, "百"), (10, "十")):
        count, number = divmod(number, size)
        out += ("" if count == 1 else KANJI[count]) + sign if count else ""
    return out + (KANJI[number] if number else "")


def wide(text: str) -> str:
    return text.translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))


def forms(day: date) -> list[str]:
    """A day in every form in which a whole date is written."""
    y, m, d = day.year, day.month, day.day
    found = [f"{y}年{m}月{d}日", wide(f"{y}年{m}月{d}日"), f"{y} 年 {m} 月 {d} 日", f"{y}/{m}/{d}", f"{y}.{m}.{d}", day.isoformat(),
             f"{positional(y)}年{by_units(m)}月{by_units(d)}日", f"{by_units(y)}年{by_units(m)}月{by_units(d)}日",
             f"{y}年{m}月\n{d}日", f"{y}年の{m}月{d}日", f"主体{y - 1911}({y})年{m}月{d}日" if y > 1911 else f"西暦{y}年{m}月{d}日",
             f"{y}年{m}月{d}日（{'月火水木金土日'[day.weekday()]}）", f"西暦{y}年{m}月{d}日"]
    for name in ("令和", "平成", "昭和", "大正", "明治"):
        era = eras()[name]
        if era.begin <= day and (era.end is None or day <= era.end):
            count = y - era.first + 1
            said = "元" if count == 1 else str(count)
            found += [f"{name}{said}年{m}月{d}日", f"{name}{said}（{y}）年{m}月{d}日", f"{era_letter(name)}{said}.{m}.{d}",
                      f"{y}（{name}{said}）年{m}月{d}日", f"{name}{by_units(count) if count > 1 else '元'}年{by_units(m)}月{by_units(d)}日"]
    return found


def era_letter(name: str) -> str:
    return {"令和": "R", "平成": "H", "昭和": "S", "大正": "T", "明治": "M"}[name]


@given(TEXTS, PUBLISHED)
@settings(max_examples=400, deadline=None)
def test_spans_reproduce_the_text_and_never_overlap(text: str, published: str | None) -> None:
    found = find(text, published=published, doc="d")
    for mention in found:
        assert text[mention.start : mention.end] == mention.span.quote
        assert (mention.span.start, mention.span.end, mention.block) == (mention.start, mention.end, 0)
        assert mention.span.doc == "d"
        assert mention.invalid is None or mention.when.value == ""
    for before, after in pairwise(found):
        assert before.end <= after.start


@given(st.text(max_size=80), PUBLISHED)
@settings(max_examples=200, deadline=None)
def test_any_text_can_be_read(text: str, published: str | None) -> None:
    for mention in find(text, published=published):
        assert text[mention.start : mention.end] == mention.span.quote


@given(DAYS, st.data())
@settings(max_examples=300, deadline=None)
def test_a_day_in_any_form_is_read_back(day: date, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(forms(day)))
    [mention] = find(f"会談は{form}に開かれた。")
    assert mention.span.quote == form.partition("（" + "月火水木金土日"[day.weekday()])[0]
    assert mention.when.value == day.isoformat()
    assert mention.basis == "absolute"


@given(st.dates(date(1990, 1, 1), date(2030, 12, 28)), st.sampled_from(["昨年", "今年", "来年", "先月", "今月", "来月", "昨日", "今日", "明日"]))
@settings(max_examples=150, deadline=None)
def test_the_date_of_the_document_moves_deictic_dates_and_nothing_else(day: date, word: str) -> None:
    text = f"{word}の会談は2002年9月17日の宣言、平成16年5月の合意、同年7月の再会に続く。"
    first, *others = find(text, published=day.isoformat())
    moved, *unmoved = find(text, published=day.replace(year=day.year - 8).isoformat())
    assert [m.when.value for m in others] == [m.when.value for m in unmoved] == ["2002-09-17", "2004-05", "2004-07"]
    assert int(first.when.value[:4]) - int(moved.when.value[:4]) == 8
    [unresolved, *_] = find(text)
    assert (unresolved.when.value, unresolved.anchor_note) == ("", "undated")


@given(st.lists(st.sampled_from([case for case in read_cases() if "\n" not in case.text]), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_nothing_is_remembered_from_one_call_to_the_next(cases: list) -> None:  # type: ignore[type-arg]
    alone = [find(case.text, published=case.published) for case in cases]
    again = [find(case.text, published=case.published) for case in reversed(cases)]
    assert alone == again[::-1]


def quotes(found: tuple[TimeMention, ...]) -> list[str]:
    return [mention.span.quote for mention in found]


@given(st.sampled_from([case for case in read_cases() if "\n" not in case.text]), st.sampled_from(["𠮷", "が\u3099", "👩‍👩‍👧", "が。"]))
@settings(max_examples=80, deadline=None)
def test_what_stands_before_in_its_own_paragraph_shifts_offsets_only(case, before: str) -> None:  # type: ignore[no-untyped-def]
    plain = find(case.text, published=case.published)
    text = f"{before}\n\n{case.text}"
    shifted = find(text, published=case.published)
    assert quotes(shifted) == quotes(plain)
    assert [m.when for m in shifted] == [m.when for m in plain]
