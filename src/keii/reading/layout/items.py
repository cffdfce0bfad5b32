"""Signs at the head of a line: bullets, enumerators, headings' numbers, Markdown."""

import re
from typing import NamedTuple

from keii.reading.layout.signs import CIRCLED, DIGIT, KATAKANA


class Sign(NamedTuple):
    """What a line begins with: its kind, the label as written, the characters it takes, the level it stands for."""

    kind: str
    label: str
    size: int
    level: int


_HASH = re.compile(r"(#{1,6})\s+")
_PATTERNS: tuple[tuple[str, int, re.Pattern[str]], ...] = (
    ("chapter", 1, re.compile(rf"第\s*[{DIGIT}一二三四五六七八九十百]{{1,4}}\s*[章部編](?=[\s「―—－:：]|$)")),
    ("chapter", 2, re.compile(rf"第\s*[{DIGIT}一二三四五六七八九十百]{{1,4}}\s*[節款](?=[\s「―—－:：]|$)")),
    ("number", 2, re.compile(rf"[{DIGIT}]{{1,2}}(?:[.．][{DIGIT}]{{1,2}}){{1,3}}[.．]?\s+")),
    ("number", 2, re.compile(rf"[{DIGIT}]{{1,2}}\s*[.．、)）]\s*(?![{DIGIT}])")),
    ("number", 2, re.compile(rf"[{DIGIT}]{{1,2}}(?:[ 　]+)(?![{DIGIT}]|[年月日人])")),
    ("number", 2, re.compile(r"[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ][.．、)） 　]?\s*|[IVX]{1,4}[.．、)）　]\s*")),
    ("number", 2, re.compile(r"[一二三四五六七八九十]{1,3}\s*(?:[、．.）)]|　| )\s*")),
    ("paren", 3, re.compile(rf"[（(]\s*(?:[{DIGIT}]{{1,2}}|[一二三四五六七八九十]{{1,3}}|[{KATAKANA}]|[a-zａ-ｚ]|[ivx]{{1,4}})"
                            r"\s*[）)]\s*")),
    ("circled", 4, re.compile(rf"[{CIRCLED}]\s*")),
    ("kana", 4, re.compile(r"[アイウエオカキクケコサシスセソ][.．、)）　]\s*|[a-zａ-ｚ][)）]\s*")),
    ("mark", 3, re.compile(r"[●○■□◆◇▼▽▲△★☆◎▶►❖※]\s*(?=\S)")),
    ("bullet", 0, re.compile(r"(?:[・･•‣◦⁃∙][\ufffd\s]*(?=[^\s・])|[-*+＊–]\s+(?=\S)|\ufffd\s*)")),
    ("bracketed", 2, re.compile(r"(?=[［〔【＜〈\[][^］〕】＞〉\]]{1,30}[］〕】＞〉\]]$)")),
)


_FIRST = frozenset("第#・･•‣◦⁃∙-*+＊–\ufffd●○■□◆◇▼▽▲△★☆◎▶►❖※［〔【＜〈[（(0123456789０１２３４５６７８９ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫIVX"
                   "一二三四五六七八九十アイウエオカキクケコサシスセソ") | frozenset(map(chr, range(0x2460, 0x2474)))
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzａｂｃｄｅｆｇｈ") | frozenset(map(chr, range(0x3251, 0x3260)))


def sign(text: str) -> Sign | None:
    """The sign a line begins with, None where it begins with plain text."""
    if text[0] not in _FIRST and text[0] not in _LETTERS:
        return None
    head = text[:64]
    match = _HASH.match(head)
    if match and match.end() < len(text):
        return Sign("hash", match[1], match.end(), len(match[1]))
    for kind, level, pattern in _PATTERNS:
        match = pattern.match(head if kind != "bracketed" else text[:40])
        if match and match.end() < len(text):
            return Sign(kind, match.group().strip(" 　\t\ufffd"), match.end(), level)
    return None
