"""What belongs to the page and not to the text: running heads, page numbers, tables of contents."""

import re
from collections import Counter

from keii.reading.layout.signs import DIGIT, number
from keii.reading.layout.tags import Sheet, Tag

_NUMBER = re.compile(rf"[-－–—―−ー~～\[(（]*\s*(?:[pP]\.?\s*)?[{DIGIT}]{{1,4}}(?:\s*[/／]\s*[{DIGIT}]{{1,4}})?(?:頁|ページ)?"
                     r"\s*[-－–—―−ー~～\])）]*$")
_HEAD = re.compile(rf"([{DIGIT}]{{1,4}})\s*([^{DIGIT}\s。．.、)）][^。．、，]{{1,30}})$")
_FOOT = re.compile(rf"([^{DIGIT}\s。、，][^。、，]{{1,30}}?)\s*([{DIGIT}]{{1,4}})$")
_UNIT = re.compile(r"[年月日人回度者カかヵヶ個つ件次時分秒歳章節項条号期位割倍億万千％%]")
_LEADER = re.compile(rf"(?:[.．]{{4,}}|[…‥]{{2,}}|・{{4,}}|[_＿]{{4,}}|(?:\s[.．・]){{3,}})\s*[{DIGIT}ivxlIVXL]{{1,5}}$")
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_ENDS = _DIGITS | frozenset("ivxlIVXL頁ジ])）］-－–—―−ー~～─━_＿=＝*＊・.…|｜■□◆◇○●★☆")
_CONTENTS = re.compile(r"[\[［【〔]?\s*(?:目\s*次|[Cc]ontents|CONTENTS)\s*[\]］】〕]?$")
_TAIL_NUMBER = re.compile(rf"(?<=[^{DIGIT}\s])\s*[{DIGIT}]{{1,4}}$")
_RULE = re.compile(r"[-–—―─━_＿=＝~～*＊・.…\s|｜■□◆◇○●★☆]{3,}$")


def tag_furniture(sheet: Sheet) -> None:
    """Tag running heads, page numbers, contents lines and drawn rules as asides."""
    lines = sheet.lines
    edges = Counter(_digitless(line.text) for at, line in enumerate(lines) if line.width <= 80 and _edge(sheet, at))
    heads = Counter(_digitless(line.text) for line in lines if _bears_number(line.text) and _numbered_head(line.text))
    for at, line in enumerate(lines):
        if line.text[-1] in _ENDS and line.width <= 120 and at not in sheet.tags:
            _tag_by_form(sheet, at)
        if line.width > 80 or at in sheet.tags or sheet.shape.ends[at]:
            continue
        repeated = _edge(sheet, at) and edges[_digitless(line.text)] >= 3
        numbered = _bears_number(line.text) and heads[_digitless(line.text)] >= 3 and _numbered_head(line.text)
        if repeated or numbered:
            sheet.tags[at] = Tag("aside", label="head")
    _tag_lone_heads(sheet)
    _tag_contents(sheet)


def _tag_contents(sheet: Sheet) -> None:
    """Tag the lines under 目次 that stand again further down as headings, with or without page numbers."""
    at = next((i for i, line in enumerate(sheet.lines) if _CONTENTS.match(line.text)), len(sheet.lines))
    if at == len(sheet.lines):
        return
    count = Counter(_plain(line.text) for line in sheet.lines[at + 1 :] if line.width <= 120)
    first = at
    at += 1
    while sheet.free(at) or (at in sheet.tags and sheet.tags[at].kind == "aside" and at < len(sheet.lines)):
        text = _plain(sheet.lines[at].text)
        if at not in sheet.tags and count[text] < 2 and (sheet.gap(at) or at < first + 3):
            break
        count[text] -= 1
        sheet.tags[at] = Tag("aside", label="contents")
        at += 1
    if at > first + 1:
        sheet.tags[first] = Tag("aside", label="contents")


def _plain(text: str) -> str:
    return _TAIL_NUMBER.sub("", re.sub(r"\s", "", text)).rstrip(".．…‥・")


def _tag_by_form(sheet: Sheet, at: int) -> None:
    text = sheet.lines[at].text
    if _LEADER.search(text) or _RULE.match(text):
        sheet.tags[at] = Tag("aside")
    elif _NUMBER.match(text) and not _year(text):
        sheet.tags[at] = Tag("aside", label="page")


def _bears_number(text: str) -> bool:
    return len(text) <= 40 and (text[0] in _DIGITS or text[-1] in _DIGITS)


def _numbered_head(text: str) -> bool:
    """Whether a line is a page number with a title that is no date and no 第1章."""
    head, foot = _HEAD.match(text), _FOOT.match(text)
    return bool((head and not _UNIT.match(head[2])) or (foot and "第" not in foot[1] and len(foot[1]) >= 3))


def _edge(sheet: Sheet, at: int) -> bool:
    """Whether line `at` is the first or last of a page."""
    return sheet.lines[at].page or at + 1 >= len(sheet.lines) or sheet.lines[at + 1].page


def _tag_lone_heads(sheet: Sheet) -> None:
    """`6 年次報告` at the head of a page, `9特　集` at its foot: a page number with a short title, apart from the text.

    A number that continues or begins a count of headings (1, 2, 3) is a heading's.
    """
    count = _heading_numbers(sheet)
    for at, line in enumerate(sheet.lines):
        if not _bears_number(line.text) or at in sheet.tags or sheet.shape.ends[at] or not _apart(sheet, at):
            continue
        head, foot = _HEAD.match(line.text), _FOOT.match(line.text)
        if head and not _UNIT.match(head[2]):
            value = number(head[1]) or 0
            if value > 30 or not ({value - 1, value + 1} & count or value == 1):
                sheet.tags[at] = Tag("aside", label="head")
        elif foot and (at in (0, len(sheet.lines) - 1) or line.page) and len(sheet.lines) > 5 and "第" not in foot[1]:
            sheet.tags[at] = Tag("aside", label="head")


def _apart(sheet: Sheet, at: int) -> bool:
    """First or last line of text or page, or with two empty lines on a side."""
    gaps = sheet.shape.gaps
    outer = at == 0 or at + 1 == len(gaps) or _edge(sheet, at)
    wide = gaps[at] >= 2 or (at + 1 < len(gaps) and gaps[at + 1] >= 2)
    alone = sheet.gap(at) and sheet.gap(at + 1)
    return len(gaps) > 5 and alone and (outer or wide)


def _heading_numbers(sheet: Sheet) -> set[int]:
    """The numbers of lines that look like numbered headings or items."""
    found = set()
    for at, line in enumerate(sheet.lines):
        match = _HEAD.match(line.text) if line.text[0] in _DIGITS and line.width <= 90 and at not in sheet.tags else None
        if match and not _UNIT.match(match[2]):
            found.add(number(match[1]) or 0)
    return found


def _digitless(text: str) -> str:
    return re.sub(rf"[{DIGIT}\s]+", "#", text)


def _year(text: str) -> bool:
    digits = text.strip()
    return len(digits) == 4 and (number(digits) or 0) in range(1850, 2100)
