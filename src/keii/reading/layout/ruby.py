"""Furigana that extraction put on lines of their own: 平 / ピョンチャン / 昌冬季…"""

import re

from keii.reading.layout.signs import HIRAGANA, KANJI, KATAKANA
from keii.reading.layout.tags import Sheet, Tag

_READING = re.compile(rf"(?:[{KATAKANA}・=＝ 　]{{1,30}}|[{HIRAGANA}ー 　]{{1,20}})$")
_ENDS_KANJI = re.compile(rf"[{KANJI}]$")
_BEGINS_KANJI = re.compile(rf"[{KANJI}]")
_BEGINS_PARTICLE = re.compile(r"[をはがにのとでもへ]")
_RUNNING = re.compile(rf"[{HIRAGANA}，、。]")
_WORDS = re.compile(r"(?:はじめに|おわりに|まえがき|あとがき|むすび(?:に)?|まとめ|あらまし|めあて)$")


def tag_ruby(sheet: Sheet) -> None:
    """Tag furigana lines as asides and glue the line after each to the one before.

    A reading stands alone on its line; the line before ends in a kanji, the one after begins with one (or with a
    particle), and the two together run on as a sentence, which a list of names does not.
    """
    lines = sheet.lines
    for at in range(1, len(lines) - 1):
        line = lines[at]
        if line.width > 40 or not _READING.match(line.text) or _WORDS.match(line.text):
            continue
        before = lines[at - 1]
        if at - 1 in sheet.tags or line.indent.endswith("\u3000") or lines[at + 1].indent.endswith("\u3000"):
            continue
        if _ENDS_KANJI.search(before.text[-1:]) and _goes_on(sheet, at):
            sheet.tags[at] = Tag("aside", label="ruby")
            sheet.glue(at + 1, before.width)


def _goes_on(sheet: Sheet, at: int) -> bool:
    lines = sheet.lines
    before, after = lines[at - 1].text, lines[at + 1].text
    around = before[-60:] + after[:60] + (lines[at + 2].text[:60] if at + 2 < len(lines) else "")
    if _BEGINS_KANJI.match(after):
        return _RUNNING.search(around) is not None
    apart = sheet.shape.gaps[at] > 0 and sheet.shape.gaps[at + 1] > 0
    return apart and _BEGINS_PARTICLE.match(after) is not None
