"""One spelling for many: full-width letters and digits, old forms of characters. Never changes a length."""

import re

_FULL = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_OLD = {ord(old): new for old, new in zip(
    "國聯黨會澤濱邊廣惠龍熙熈壽德總實對臺舊獨將黃淸靑眞栁髙﨑槿薮･",
    "国連党会沢浜辺広恵竜煕煕寿徳総実対台旧独将黄清青真柳高崎槿藪・", strict=True)}
_TABLE: dict[int, int | str] = {**_FULL, **_OLD}
_ANY = re.compile("[" + "".join(map(chr, _TABLE)) + "]")


def fold(text: str) -> str:
    """`text` in one spelling, code point for code point: ＤＰＲＫ → DPRK, 朝鮮労働黨 → 朝鮮労働党."""
    return text.translate(_TABLE) if _ANY.search(text) else text
