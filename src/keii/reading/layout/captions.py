"""What stands under or over a figure, a table or a photograph."""

import re

from keii.reading.layout.signs import NUMERAL, closed
from keii.reading.layout.tags import Sheet, Tag

_NUMBERED = re.compile(
    rf"(?:(?:図表|表|図|写真|グラフ|資料|Table|Figure|Fig\.|Chart)\s*[{NUMERAL}]{{1,3}}(?:\s*[-－―‐.．]\s*[{NUMERAL}]{{1,3}})?"
    r"(?:[：:．.　 、]\s*|(?=[「『（(【]))(?!\s*[はがをにのとでもや])"
    rf"|[【［\[＜<〈](?:図表|表|図|写真|グラフ|資料)\s*[{NUMERAL}]{{0,3}}(?:[-－―‐.．][{NUMERAL}]{{1,3}})?[】］\]＞>〉])"
)
_CREDIT = re.compile(
    r"[（(](?:写真)?(?:提供|撮影|出典|出所|資料|写真|画像)\s*[：:はも＝=／/][^（）()]{1,40}[）)]$"
    r"|[（(][^（）()]{1,24}(?:提供|撮影|＝共同|＝時事|＝ロイター|＝AP|＝AFP|作成)[）)]$"
    r"|[＝=](?:共同|時事|ロイター|AP|AFP|ＡＰ|ＡＦＰ)$"
)
_PHOTOGRAPHED = re.compile(
    rf"^[^。「」【】]{{4,80}}[＝=](?:[{NUMERAL}]{{4}}年)?(?:[{NUMERAL}]{{1,2}}月)?[{NUMERAL}]{{1,2}}日(?:午[前後]|[朝昼夕夜]|未明)?(?:[、，・(（][^。]{{0,50}})?$"
    r"|^[^。「」【】]{4,80}[＝=][^。＝=]{1,40}(?:撮影|提供)$|【拡大】$|[（(][CＣ©][)）]\s?[A-Za-zＡ-Ｚ]{2,8}(?:[＝=]時事)?$")
"""What a newspaper puts under a photograph: …局長=16日、ウランバートル, …を歩く首相=見本太郎撮影."""
_CREDIT_ENDS = frozenset("）)同事ーPＰ")
_SOURCE = re.compile(r"(?:[（(]?(?:出典|出所|資料出所)[：:)）]|※?写真[：:]|資料[：:])")
_FIRST = frozenset("図表写グ資TFC【［[＜<〈（(出※")
_LONGEST = 5


def tag_captions(sheet: Sheet) -> None:
    """Tag captions: lines that begin with 表1／図 2／【図】, groups that end with a credit, lines that name a source."""
    _tag_credits(sheet)
    _tag_photographs(sheet)
    for at, line in enumerate(sheet.lines):
        if line.text[0] not in _FIRST or line.width > 240 or not sheet.free(at):
            continue
        before = sheet.gap(at) or not sheet.free(at - 1) or sheet.shape.ends[at - 1]
        numbered = _NUMBERED.match(line.text)
        if before and ((numbered and not closed(line.text)) or _SOURCE.match(line.text)):
            sheet.tags[at] = Tag("caption", label=line.text[: numbered.end()].strip(" 　：:．.、") if numbered else None)
            if numbered and _wrapped(sheet, at):
                sheet.tags[at + 1] = Tag("caption", begins=False)


def _wrapped(sheet: Sheet, at: int) -> bool:
    """Whether a numbered caption takes the next line too."""
    if sheet.gap(at + 1) or not sheet.gap(at + 2) or not sheet.free(at + 1):
        return False
    return sheet.shape.full(at, sheet.lines[at], sheet.lines[at + 1].text)


def _tag_credits(sheet: Sheet) -> None:
    """Tag groups of up to five lines, apart from the text, that end with a credit: 〜（写真提供：…）."""
    for at, line in enumerate(sheet.lines):
        if not _credit(sheet, at) or line.width > 240:
            continue
        first = at
        while at - first < _LONGEST and not sheet.gap(first) and sheet.free(first - 1):
            if _CREDIT.search(sheet.lines[first - 1].text):
                break
            first -= 1
        if not sheet.gap(first) and sheet.free(first - 1) and not _CREDIT.search(sheet.lines[first - 1].text):
            continue
        if sheet.lines[first].indent.endswith("\u3000") or any(sheet.shape.ends[i] for i in range(first, at)):
            continue
        for i in range(first, at + 1):
            sheet.tags[i] = Tag("caption", begins=i == first)


def _tag_photographs(sheet: Sheet) -> None:
    """Tag lines of their own that say whom a photograph shows, when and where."""
    for at, line in enumerate(sheet.lines):
        if sheet.free(at) and line.width <= 240 and (sheet.gap(at) or not sheet.free(at - 1)) and _PHOTOGRAPHED.search(line.text):
            sheet.tags[at] = Tag("caption")


def _credit(sheet: Sheet, at: int) -> bool:
    """Whether a credit ends at line `at`; it may itself be broken over two lines."""
    text = sheet.lines[at].text
    if text[-1] not in _CREDIT_ENDS or not sheet.free(at):
        return False
    if at and not sheet.gap(at) and not _CREDIT.search(text):
        text = sheet.lines[at - 1].text[-60:] + text
    return _CREDIT.search(text[-160:]) is not None
