"""The text as the scanner sees it: one width for digits and signs, no gaps inside expressions, offsets kept.

`fold` changes characters one for one, so indices stay. `squeeze` leaves out what stands inside an expression only
because of how a page was set: the space in `2016年 9月` and the line break in `平⏎成30年`.
"""

import re

from keii.values.offsets import Clean

_SAME = {
    "0123456789": "０１２３４５６７８９",
    "(": "（﹙", ")": "）﹚", "/": "／", ".": "．", ",": "，", ":": "：", "'": "’‘＇´", "?": "？", "%": "％",
    "～": "〜∼~˜∽", "-": "−－–—‐‑─―━﹣", "・": "･·•", " ": "\t\u3000\u00a0\u2009", "〇": "○◯",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ": "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ",
}


def _table() -> dict[int, str]:
    table: dict[int, str] = {}
    for plain, variants in _SAME.items():
        pairs = zip(plain, variants, strict=True) if len(plain) > 1 else ((plain, c) for c in variants)
        table.update({ord(variant): char for char, variant in pairs})
    return table


_FOLD = _table()
_UNIT = "年月日時分秒週世度回"
_GAP = re.compile(
    r"(?<=[0-9〇一二三四五六七八九十元]) {1,2}(?=[年月時分秒週世](?: ?[^ ]|$)|日(?![本朝米韓中露ロソ英仏独])|[かカヵヶケ]月|半年)"
    r"|(?<=[年月日同翌昨今長約]) {1,2}(?=[0-9])|(?<=平成|令和|昭和|大正|明治|主体) {1,2}(?=[0-9元])"
    r"|(?<=[年月日0-9]) {0,2}(?:～|-) {1,2}(?=[0-9])"
    r"|(?<=[年月日0-9]) {1,2}(?=[～-] {0,2}[0-9])"
)
_WRAP = re.compile(r"[ ]{0,8}\r?\n[ ]{0,8}")


def fold(text: str) -> str:
    """`text` with full-width digits, brackets and signs made plain; every index stays what it was."""
    return text.translate(_FOLD)


def _joins(before: str, after: str) -> bool:
    """Whether a wrapped line goes on: not between two Latin letters or digits, nor after the end of a sentence."""
    return not (before.isascii() and after.isascii()) and before not in "。．」』)】|" and after not in "|"


def squeeze(text: str) -> Clean | None:
    """A view of folded `text` without the gaps inside expressions; None where there is nothing to leave out."""
    drops: list[tuple[int, int]] = []
    if "\n" in text:
        for match in _WRAP.finditer(text):
            start, end = match.span()
            if start > 0 and end < len(text) and _joins(text[start - 1], text[end]):
                drops.append((start, end))
    if " " in text:
        for match in _GAP.finditer(text):
            start, end = match.span()
            for low, high in _blanks(text, start, end):
                drops.append((low, high))
    if not drops:
        return None
    pieces, at = [], 0
    for start, end in sorted(drops):
        pieces.append((at, max(at, start)))
        at = max(at, end)
    pieces.append((at, len(text)))
    return Clean.of(text, pieces)


def _blanks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The runs of blanks within `start:end`."""
    return [(start + m.start(), start + m.end()) for m in re.finditer(" +", text[start:end])]
