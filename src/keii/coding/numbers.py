"""Amounts with units: 年間約4億ドル, 750万トン, 15回, 一人1口座."""

import re
import unicodedata

from keii.values.event import Quantity

_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
_UNITS = {
    "米ドル": "USD", "ドル": "USD", "円": "JPY", "ウォン": "KRW", "ユーロ": "EUR", "元": "CNY", "ルーブル": "RUB",
    "バレル": "barrel", "トン": "t", "キロメートル": "km", "キロ": "km", "km": "km", "キロワット": "kW", "kW": "kW", "KW": "kW", "メートル": "m",
    "発": "missile", "回": "time", "度": "time", "人": "person", "名": "person", "口座": "account", "隻": "ship", "機": "aircraft", "基": "unit",
    "社": "company", "団体": "entity", "個人": "individual", "項目": "item", "段階": "stage", "か国": "country", "カ国": "country", "ヵ国": "country",
    "ヶ国": "country", "％": "percent", "%": "percent", "パーセント": "percent", "kg": "kg", "キログラム": "kg", "遺体": "remains", "柱": "remains",
}
_NUMBER = r"(?:[0-9０-９][0-9０-９,，.．]*|[一二三四五六七八九十百千〇])(?:[0-9０-９,，.．一二三四五六七八九十百千〇]|(?:\s?[万億兆千百]))*"
_AMOUNT = re.compile(
    r"(?<![0-9０-９,，.．一二三四五六七八九十百千〇])(?P<per>年間|年|月間|月額|年額|一人|1人|１人)?"
    rf"(?P<pre>約|およそ|最大|最長|少なくとも|最低|計|推定)?(?P<n>{_NUMBER})余?(?P<unit>"
    + "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
    + r")(?P<post>以上|以下|以内|未満|超|余り|前後|程度|相当)?")
_PER = {"年間": "year", "年": "year", "年額": "year", "月間": "month", "月額": "month", "一人": "person", "1人": "person", "１人": "person"}
_MODS = {"約": "APPROX", "およそ": "APPROX", "前後": "APPROX", "程度": "APPROX", "最大": "EQUAL_OR_LESS", "最長": "EQUAL_OR_LESS",
         "以下": "EQUAL_OR_LESS", "以内": "EQUAL_OR_LESS", "未満": "LESS_THAN", "以上": "EQUAL_OR_MORE", "少なくとも": "EQUAL_OR_MORE",
         "最低": "EQUAL_OR_MORE", "超": "MORE_THAN", "余り": "MORE_THAN"}


def number(text: str) -> float:
    """The value of a number in digits, kanji or both: 1千550億, 二〇, 3.5万. Raises ValueError where it is none."""
    text = re.sub(r"[,\s]", "", unicodedata.normalize("NFKC", text))
    if re.fullmatch(r"[〇零一二三四五六七八九]{2,}", text):
        return float("".join(str(_DIGITS[sign]) for sign in text))
    total = section = 0.0
    current: float | None = None
    for part in re.findall(r"\d+(?:\.\d+)?|.", text):
        if part[0].isdigit():
            current = float(part)
        elif part in _DIGITS:
            current = float(_DIGITS[part])
        elif part in _SMALL:
            section += (1 if current is None else current) * _SMALL[part]
            current = None
        elif part in _LARGE:
            total += (section + (current or 0) or 1) * _LARGE[part]
            section, current = 0.0, None
        else:
            raise ValueError(f"not a number: {text!r}")
    return total + section + (current or 0)


def amounts(text: str) -> tuple[Quantity, ...]:
    """The amounts of a stretch of text, in order. Ordinals (第3回, 3回目, 二度目) are none."""
    found = []
    for match in _AMOUNT.finditer(text):
        if text[max(0, match.start() - 1) : match.start()] == "第" or text[match.end() : match.end() + 1] == "目":
            continue
        try:
            value = number(match["n"])
        except ValueError:
            continue
        mod = _MODS.get(match["pre"] or "") or _MODS.get(match["post"] or "")
        found.append(Quantity(value, _UNITS[match["unit"]], _PER.get(match["per"] or ""), mod))
    return tuple(found)
