"""Headings: by number, by sign, by name, or by standing alone and ending in a noun."""

import re

from keii.reading.layout.dateline import date_alone, is_dateline
from keii.reading.layout.items import Sign, sign
from keii.reading.layout.lines import Line, width
from keii.reading.layout.signs import DIGIT, noun_like, open_ended
from keii.reading.layout.tags import Sheet

_NAMED = re.compile(
    r"(?:[［【〔＜\[(（]\s*)?(?:はじめに|おわりに|終わりに|序論?|序文|緒言|緒論|結び(?:にかえて|に代えて)?|むすび(?:にかえて|に代えて)?|結論|結語|"
    r"まえがき|あとがき|要旨|要約|概要|目次|本論|補論|付録|資料|まとめ|摘要|キーワード|謝辞|Abstract|Introduction|Conclusion|Summary|"
    r"注|註|脚注|参考文献|総括|凡例)(?:\s*[］】〕＞\])）])?(?:\s*[―—–─\-̶:：　].{1,40})?$"
)
_INNER = re.compile(r"[ \u3000]")
_NUM = rf"[{DIGIT}一二三四五六七八九十]{{1,3}}"
_DAYS = rf"{_NUM}(?:[～〜~・、\-–]{_NUM})?日"
_ENTRY = re.compile(
    rf"(?:['’‘]?[{DIGIT}]{{2,4}}年|[同翌]年?)?(?:{_NUM}月(?:{_DAYS}|[上中下]旬|末|初め|半ば)?(?:[～〜~\-–](?:{_NUM}月)?{_NUM}日)?|同?月?{_DAYS}|同[日月])"
    r"(?:[（(][月火水木金土日][）)])?[ 　:：]"
)
_RUN_ON = re.compile(
    rf"['’‘]?[{DIGIT}]{{2,4}}年[{DIGIT}]{{1,2}}月(?:[{DIGIT}]{{1,2}}日)?(?=[^ 　の、。にはがでともをかまよ以末上中下初半頃ご前後～・（）()〜\-])"
    r"[^。]{2,80}$")
_FIGURED = re.compile(rf"['’‘]?[{DIGIT}]{{2}}([./．／])[{DIGIT}]{{1,2}}\1[{DIGIT}]{{1,2}}(?:[ 　:：|｜]|(?=[一-鿿ァ-ヶ「]))")  # '98.8.31 発射
_DATED = re.compile(
    rf"(?:(?:19|20)[0-9]{{2}}|[１２][０-９]{{3}}|(?:明治|大正|昭和|平成|令和)[{DIGIT}元一二三四五六七八九十]{{1,3}}年|[{DIGIT}]{{1,2}}月[{DIGIT}]{{1,2}}日)"
    r"[^。]{0,24}?[:：　（(「]"
)
_SUBTITLE = re.compile(rf"[-―—–─~～〜]\s*[^\s\-―—–─~～〜].{{2,70}}?[{DIGIT}]{{0,2}}\s*[-―—–─~～〜]$")
_CONJUNCTION = re.compile(r"(?:ただし|しかし|また|そして|なお|さらに|したがって|例えば|たとえば|もし|これ|それ|この|その)[、，ぁ-ん]?")
_NO_START = re.compile(r"[ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮーゝ々、。，．・）」』】〕！？）\])をはがにのとでもへ]")
_HEADLINE = re.compile(r"(?:[うくぐつぶむずきしちりみけめえ]|(?<![でま])す|(?<!であ)(?<!てい)る)$")
_LONGEST = 96
_FAR = 12


def named(text: str) -> bool:
    """はじめに／［要旨］／結び―何々: a heading by its very word."""
    plain = _INNER.sub("", text) if len(text) <= 8 else text
    return len(text) <= 60 and _NAMED.match(plain) is not None


def dated(text: str) -> bool:
    """2019年：官房長官が表明: an entry of a chronology, not a heading."""
    return (_DATED.match(text) or _ENTRY.match(text) or _FIGURED.match(text)) is not None


def entry(text: str) -> bool:
    """9月17日　首相が訪朝: a day of a chronology with what happened."""
    return (_ENTRY.match(text) or _FIGURED.match(text)) is not None


def in_chronology(sheet: Sheet, at: int) -> bool:
    """2003年8月第1回会合: a date with what happened and no space between, where a line beside it begins likewise."""
    return any(run.match(sheet.lines[at].text) and run.match(sheet.lines[near].text)
               for near in (at - 1, at + 1) if 0 <= near < len(sheet.lines) for run in (_RUN_ON, _FIGURED))


def subtitle(text: str) -> bool:
    """―何々の課題―: a line between two dashes."""
    return len(text) <= 80 and _SUBTITLE.match(text) is not None


def by_sign(sheet: Sheet, at: int, found: Sign) -> bool:
    """Whether a line that begins with a number or sign is a heading and not an item: short, no sentence, nothing open."""
    line = sheet.lines[at]
    if found.kind in ("hash", "bracketed"):
        return True
    asks = line.text[-1] in "？?"
    if found.kind == "bullet" or "。" in line.text or line.width > _LONGEST or (sheet.shape.ends[at] and not asks):
        return False
    if open_ended(line.text) and not line.text.endswith(("と", "へ", "を", "に")):
        return False
    if found.kind in ("circled", "kana") and not sheet.gap(at + 1):
        return False
    body = line.text[found.size :]
    if not body or dated(body) or (len(body) > 60 and "、" in body):
        return False
    if _goes_on(sheet, at):
        return False
    ends_well = asks or noun_like(line.text) or line.text.endswith("て") or found.kind in ("mark", "chapter")
    return ends_well and not _listed(sheet, at, found)


def _goes_on(sheet: Sheet, at: int) -> bool:
    """Whether a line fills its column and the next, as long as half of it, follows at once: a wrapped sentence."""
    if at + 1 >= len(sheet.lines) or sheet.shape.wraps[at] == 0 or sheet.gap(at + 1) or not sheet.free(at + 1):
        return False
    line, following = sheet.lines[at], sheet.lines[at + 1]
    if following.indent.endswith("\u3000") or sign(following.text) or "、" not in line.text:
        return False
    return sheet.shape.full(at, line, following.text) and (sheet.shape.ends[at + 1] or 2 * following.width > line.width)


def _listed(sheet: Sheet, at: int, found: Sign) -> bool:
    """Whether the next line has the same kind of sign: then both are items of one list."""
    for other in (at - 1, at + 1):
        if 0 <= other < len(sheet.lines) and not (sheet.gap(at) if other < at else sheet.gap(other)):
            near = sign(sheet.lines[other].text)
            if near and near.kind == found.kind and found.kind not in ("chapter", "mark"):
                return True
    return False


def alone(sheet: Sheet, at: int) -> int:
    """How many lines from `at` make a heading that has no sign; 0 where none does.

    It stands apart (or over longer text), closes no sentence, ends in a noun and is no entry with a date in front.
    """
    line = sheet.lines[at]
    if named(line.text):
        return 1
    if (line.indent.endswith("\u3000") and sheet.shape.indents) or at in sheet.glued or _NO_START.match(line.text):
        return 0
    count = _group(sheet, at)
    if count == 0 or count > 3 or any(sheet.shape.ends[i] for i in range(at, at + count)):
        return 0
    last = sheet.lines[at + count - 1].text
    apart = count == 1 and 0 < line.width <= 0.9 * sheet.shape.wraps[at] and sheet.gap(at) and sheet.gap(at + 1)
    title = at == 0 and count == 1 and not sheet.shape.wraps[at] and sheet.gap(1)  # 拉致の議題化が焦点、北京で4年ぶり
    stands = noun_like(last) or apart or title or _headline(sheet, at)
    if not stands or (open_ended(last[-1:]) and last[-1] not in "と") or _CONJUNCTION.match(line.text):
        return 0
    if (dated(line.text) and not date_alone(line.text)) or in_chronology(sheet, at):
        return 0
    total = sum(sheet.lines[i].width for i in range(at, at + count))
    return count if total <= 2 * _LONGEST and _fits(sheet, at, count) else 0


def _group(sheet: Sheet, at: int) -> int:
    """Lines from `at` to the next gap, tagged line or sign; 1 where the text is not wrapped."""
    if sheet.shape.wraps[at] == 0:
        return 1
    count = 1
    if at + 1 in sheet.tags and at + 2 in sheet.glued:
        return 0
    if at == 0 and len(sheet.lines) > 1 and _signed(sheet.lines[1]):
        return 1
    while count <= 4 and not sheet.gap(at + count) and sheet.free(at + count) and not sign(sheet.lines[at + count].text):
        count += 1
    return count


def _fits(sheet: Sheet, at: int, count: int) -> bool:
    line, wrap = sheet.lines[at], sheet.shape.wraps[at]
    before = sheet.gap(at) or not sheet.free(at - 1) or sheet.shape.ends[at - 1]
    after = sheet.gap(at + count) or not sheet.free(at + count) or sign(sheet.lines[at + count].text) is not None
    if wrap == 0:
        return line.width <= (_LONGEST if at == 0 else 80) and "。" not in line.text and at + 1 < len(sheet.lines) and _leads(sheet, at)
    after = after or (at == 0 and len(sheet.lines) > 1 and _signed(sheet.lines[1]))
    if not (sheet.gap(at) or at - 1 in sheet.tags) or not before or not after:
        return False
    if count > 1:
        return all(sheet.lines[i].width > wrap + 4 for i in range(at, at + count - 1))
    return line.width <= 0.8 * wrap or line.width > wrap + 4 or _full_heading(line)


def _signed(line: Line) -> bool:
    """Whether a line under a title names who wrote it or when: also by standing far to the right."""
    return is_dateline(line.text) or width(line.indent) >= _FAR


def _full_heading(line: Line) -> bool:
    """A line as long as the column is a heading only where it ends like one: in a kanji or a bracket."""
    return re.search(r"[一-鿿」』]$", line.text) is not None and not re.match(r"[ぁ-んー、。，]", line.text)


def _headline(sheet: Sheet, at: int) -> bool:
    """首相、交渉の再開を認める: a line over running text that ends in a verb not yet come to pass, or a noun made of one."""
    line = sheet.lines[at]
    if sheet.shape.wraps[at] or line.width > _HEADLINE_WIDTH or not _HEADLINE.search(line.text) or at + 1 >= len(sheet.lines):
        return False
    above = sheet.gap(at) or not sheet.free(at - 1) or sheet.shape.ends[at - 1] or is_dateline(sheet.lines[at - 1].text)
    return above and _over_text(sheet, at)


def _over_text(sheet: Sheet, at: int) -> bool:
    """Whether a whole sentence follows, much longer than the line."""
    return sheet.free(at + 1) and sheet.shape.ends[at + 1] and sheet.lines[at + 1].width >= 2 * sheet.lines[at].width


_HEADLINE_WIDTH = 60


def _leads(sheet: Sheet, at: int) -> bool:
    """Whether what follows an unwrapped line is text, a list or another heading under it."""
    line, following = sheet.lines[at], sheet.lines[at + 1]
    if (at < _FAR and is_dateline(following.text)) or in_chronology(sheet, at + 1):
        return True
    if sheet.gap(at + 1) or following.width > line.width or following.text[0] in "-・•*" or at + 1 in sheet.tags:
        return True
    return sheet.gap(at) and at + 2 < len(sheet.lines) and not sheet.shape.ends[at + 1] and noun_like(following.text) and (
        _over_text(sheet, at + 1) or (at + 1 < _FAR and is_dateline(sheet.lines[at + 2].text)))
