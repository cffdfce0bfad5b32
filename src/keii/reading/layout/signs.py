"""Characters and line ends: what closes a sentence, what leaves it open, what is Japanese writing."""

import re

KANJI = "々〆㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"
HIRAGANA = "ぁ-ゖゝゞ"
KATAKANA = "ァ-ヺーヽヾ"
LETTER = KANJI + HIRAGANA + KATAKANA
WIDE = LETTER + "、。〃〈-〟！-･￠-￦・…―※"
"""Writing that takes no spaces: a space beside it was put there by a program."""
CIRCLED = "①-⑳㉑-㉟❶-❿"
DIGIT = "0-9０-９"
NUMERAL = DIGIT + "一二三四五六七八九十百"

_TAIL = 48
_NOTE = rf"[（(〔\[［]?\s*(?:注|註|\*|※)?[{DIGIT}¹²³⁰⁴-⁹]{{1,3}}\s*[)）〕\]］]?"
_ASIDE = r"[（〔(［][^（〔(［）〕)］。]{1,40}[）〕)］]"
_CLOSED = re.compile(rf"(?:[。．！？!?]|[A-Za-z0-9)]\.)[」』）)\]】〉》”\"’'〕]*\s*(?:{_NOTE}|{_ASIDE})?[」』）)”\"]*$")
_LAST = frozenset("。．！？!?.」』）)]】〉》”\"’'〕］0123456789０１２３４５６７８９¹²³⁰⁴⁵⁶⁷⁸⁹")
_OPEN = re.compile(r"(?:[、，,；;「『（(〔【［＝]|[はがのとで]|および|及び|または|又は|ならびに|並びに|かつ|即ち|すなわち)$")
_NOUN_LIKE = re.compile(
    rf"(?:[^{HIRAGANA}、，,。]|へ|を|に|か|も|と|まで|から|より|について|めぐって|巡って|[向む]けて|として|など|まとめ"
    r"|動き|流れ|試み|働きかけ|やり取り|やりとり|見通し|道のり|高まり|広がり|あゆみ|歩み|ねらい|狙い|取組み|取り組み|つながり|あり方|まえがき|あとがき|おわりに|むすび)$"
)


def closed(text: str) -> bool:
    """Whether a line ends a sentence: 〜した。／〜した 4。／〜した。」19／What is it?"""
    return text[-1] in _LAST and _CLOSED.search(text[-_TAIL:]) is not None


def open_ended(text: str) -> bool:
    """Whether a line cannot be the end of anything: 〜は，／〜及び／〜「"""
    return _OPEN.search(text[-8:]) is not None


def noun_like(text: str) -> bool:
    """Whether a line may end a heading: 〜で大枠合意／〜の脅威へ, not 〜には至っていない."""
    return _NOUN_LIKE.search(text[-8:]) is not None


_HALF = str.maketrans("０１２３４５６７８９", "0123456789")
_CIRCLES = {chr(0x2460 + i): i + 1 for i in range(20)} | {chr(0x3251 + i): i + 21 for i in range(15)}
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_KANJI_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0}


def number(text: str) -> int | None:
    """The value of a short numeral: 12, １２, 十二, ⑫, ¹²; None where it is none."""
    if text in _CIRCLES:
        return _CIRCLES[text]
    plain = text.translate(_HALF).translate(_SUPERSCRIPT)
    if plain.isascii() and plain.isdigit():
        return int(plain)
    return kanji_number(plain)


def kanji_number(text: str) -> int | None:
    """二十六 is 26, 二〇一八 is 2018; None where a character is no kanji numeral."""
    if not text or any(c not in _KANJI_DIGITS and c not in "十百" for c in text):
        return None
    if not any(c in "十百" for c in text):
        return int("".join(str(_KANJI_DIGITS[c]) for c in text))
    total, digit = 0, 0
    for c in text:
        if c in "十百":
            total += (digit or 1) * (10 if c == "十" else 100)
            digit = 0
        else:
            digit = _KANJI_DIGITS[c]
    return total + digit
