"""What a line of folded text is: a heading that is a date, a dateline, an entry of a chronology, or running text."""

import re
from typing import Literal

from keii.language.times.fragments import KANJI

LineKind = Literal["heading", "dateline"]

_NUM = f"[0-9{KANJI}元]"
_ERA = "(?:平成|令和|昭和|大正|明治|主体)"
_YEAR = rf"(?:{_ERA}?{_NUM}{{1,4}}(?:\([0-9]{{4}}\))?) ?年度?"
_DATE = rf"(?:(?:{_YEAR}|{_NUM}{{1,3}} ?月|{_NUM}{{1,3}} ?日) ?){{1,3}}"
_HEADING = re.compile(
    rf" {{0,8}}(?:第{_NUM}{{1,3}}[章節部] ?)?[【［\[■●◆◇〈《<(]? ?{_DATE}"
    rf"(?:\({_ERA}?{_NUM}{{1,4}} ?年\))?(?:\([月火水木金土日](?:曜日?)?\))?"
    r"(?:の(?:主な)?(?:動き|出来事|経緯|年表|情勢))? ?[】］\]〉》>)]? {0,8}(?:\r?\n)?"
)
_DATELINE = re.compile(
    r" {0,8}(?:【[^】\n]{0,30}[0-9]{1,2}[月日][^】\n]{0,20}】"
    r"|\([^()\n]{0,20}[0-9]{4}年[0-9]{1,2}月[^()\n]{0,30}\)(?= {0,8}(?:\r?\n|$)))"
)
_MASTHEAD = re.compile(
    rf"[^。\n]{{0,24}}(?:(?:[0-9]{{4}}|{_ERA}{_NUM}{{1,3}}(?:\([0-9]{{4}}\))?)年{_NUM}{{1,3}}月{_NUM}{{1,3}}日"
    r"|[0-9]{4}[./][0-9]{1,2}[./][0-9]{1,2})[^。\n]{0,24}(?:\r?\n)?"
)
_ISSUE = re.compile(rf"[^。\n]{{0,16}}{_NUM}{{1,3}}月{_NUM}{{1,3}}日[^。、\n]{{0,12}}(?:朝刊|夕刊)[^。、\n]{{0,8}}(?:\r?\n)?")
_SITTING = re.compile(
    rf" {{0,8}}(?:(?:[0-9]{{4}}|{_ERA}{_NUM}{{1,3}}(?:\([0-9]{{4}}\))?)年{_NUM}{{1,3}}月{_NUM}{{1,3}}日|[0-9]{{4}}[-/.][0-9]{{1,2}}[-/.][0-9]{{1,2}})"
    r"(?:\([月火水木金土日]曜?日?\))? {0,4}"
    r"(?:第[0-9]{1,3}回国会 ?)?(?:衆議院|参議院|両院)[^。、\n]{0,60}(?:委員会|本会議|調査会|審査会|協議会)"
    r"(?: ?第?[0-9]{1,3}号)?(?: {0,4}[^ 。、\nがはをにでとの]{1,14})? {0,8}(?:\r?\n)?")
_PAPER = re.compile("新聞|通信|ニュース|付|日報|放送|ロイター|更新|配信|掲載|公開|発表|談話|平壌|朝刊|夕刊|NHK|AFP|記者")
_DAY = r"[0-9]{1,2}(?:[～・、-][0-9]{1,2})?日"
_DOTTED = r"[0-9]{1,2}\.[0-9]{1,2}(?:[～-][0-9]{1,2})?"
_AT_ONCE = "(?=[^ 0-9の、。にはがでともをかまよ以末上中下初半頃ご前後～・()])"  # 93年2月IAEAは: cells run together
_ENTRY = re.compile(
    rf"(?:(?:同月?|[同翌]?年?[0-9]{{1,2}}月)?{_DAY}(?:[～-](?:[0-9]{{1,2}}月)?{_DAY})?|[同翌]?年?[0-9]{{1,2}}月|同日|{_DOTTED}) {{1,4}}\S"
    rf"|[0-9]{{1,2}}月{_AT_ONCE}")
_YEAR_ENTRY = re.compile(rf"'?(?:[0-9]{{2}}|[0-9]{{4}}|{_ERA}{_NUM}{{1,3}})年(?:(?:[0-9]{{1,2}}月)?(?:{_DAY})? {{1,4}}\S|[0-9]{{1,2}}月{_AT_ONCE})")
_NUMBERED_DAY = re.compile(r"(?:^|[\n ])[0-9]{1,2}\.[0-9]{1,2} {0,4}$")
INDENT = re.compile("\n(?=\u3000\\S)")  # in the text as it is, for folding hides it
BREAK = re.compile(  # where running text begins anew: a blank line, a bullet, a row, a dated entry
    r"\n *(?=\r?\n)"
    rf"|\n(?= {{0,8}}(?:[・●■◆◇▼▲※*|]|- |\([0-9]{{1,2}}\)|[0-9]{{1,2}}[.)、] ?[^0-9]|{_DOTTED} ))"
)


def kind_of(text: str, low: int, high: int) -> tuple[LineKind | None, int]:
    """Whether the line `low:high` of folded text is a heading or begins with a dateline, and where that ends."""
    if high - low <= 80 and _HEADING.fullmatch(text, low, high):
        return ("dateline" if _closes(text, low, high) else "heading"), high
    dateline = _DATELINE.match(text, low, high)
    if dateline:
        return "dateline", dateline.end()
    if high - low <= 120 and _SITTING.fullmatch(text, low, high):
        return "dateline", high  # the heading of an excerpt from the minutes of a house
    if high - low <= 60 and (_ISSUE.fullmatch(text, low, high) or (
            _MASTHEAD.fullmatch(text, low, high) and _PAPER.search(text, low, high))):
        return "dateline", high
    return None, high


def _closes(text: str, low: int, high: int) -> bool:
    """Whether a whole date stands at the end of a text, with at most a place after it."""
    line = text[low:high]
    return low > 0 and "年" in line and "日" in line and len(text[high : high + 40].strip()) <= 12


def is_entry(text: str) -> bool:
    """Whether folded text is an entry of a chronology: 5日　憲法を改正, 6.13～15　首脳会談."""
    return _ENTRY.match(text) is not None


def is_year_entry(text: str) -> bool:
    """Whether folded text is an entry of a chronology that says its year: 2000年2月　条約に調印, 19年4月　訪問."""
    return _YEAR_ENTRY.match(text) is not None


def ends_in_day(text: str) -> bool:
    """Whether folded text ends in the dotted day of an entry that was read as a numbered heading (1.4　…)."""
    return _NUMBERED_DAY.search(text) is not None


def is_whole_date(text: str) -> bool:
    """Whether a line of folded text is a date with year, month and day and nothing else."""
    return len(text) <= 40 and "年" in text and "日" in text and _HEADING.fullmatch(text) is not None
