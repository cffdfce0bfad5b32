"""Amounts and ordinals of a stretch of text: 約4億ドル, 750万トン, マグニチュード4.9, 第五回, 3回目, 決議2321."""

import re
from dataclasses import dataclass

from keii.values.fold import fold

_DIGITS = {char: str(index) for index, char in enumerate("〇一二三四五六七八九")} | {"零": "0"}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
_NUMBER = (r"(?:[\d,]*\d(?:\.\d+)?(?:[十百千万億兆](?:[\d,]*\d)?)*"
           r"|[〇一二三四五六七八九十百千]+(?:[万億兆][〇一二三四五六七八九十百千\d]*)*|数[十百千万]+)")
_UNITS = {"キロトン": "kiloton", "kt": "kiloton", "Mt": "megaton", "メガトン": "megaton",
          "バレル": "barrel", "米ドル": "USD", "ドル": "USD", "万トン": "ton", "トン": "ton", "キロメートル": "km", "キロ": "km", "km": "km",
          "㎞": "km", "発": "shot", "人": "person", "名": "person", "社": "company", "隻": "ship", "か国": "country",
          "カ国": "country", "ヵ国": "country", "ヶ国": "country", "円": "JPY", "ウォン": "KRW", "ユーロ": "EUR", "%": "percent",
          "パーセント": "percent", "回": "time", "日間": "day", "週間": "day", "日以内": "day", "年ぶり": "years-since",
          "年間": "year", "年以内": "year", "か月": "year", "カ月": "year", "ヶ月": "year", "ヵ月": "year", "箇月": "year",
          "メートル": "m", "分間": "minute", "分": "minute", "時間": "minute", "票": "vote", "基": "unit", "カ所": "site", "か所": "site",
          "ヵ所": "site", "世帯": "household", "機": "plane", "件": "case", "項目": "item", "キログラム": "kg", "kg": "kg"}
_AMOUNT = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<unit>{'|'.join(sorted(map(re.escape, _UNITS), key=len, reverse=True))})")
_ORDINAL = re.compile(rf"(?<!決議)(?<!決議案)第\s*(?P<a>{_NUMBER})\s*(?:回|次|号|期|段階|陣|便|弾)"
                      rf"|(?P<b>{_NUMBER})\s*(?:回|度)目|(?P<c>[一二三四五六七八九十]+)陣")
_TIMES = {"か月": 1 / 12, "カ月": 1 / 12, "ヶ月": 1 / 12, "ヵ月": 1 / 12, "箇月": 1 / 12, "週間": 7.0, "時間": 60.0}
"""What a unit is of the one that it is counted in."""
_MAGNITUDE = re.compile(r"(?:マグニチュード(?:\s*[（(]M[）)])?\s*(?P<a>\d(?:[.．]\d+)?)|(?<![A-Za-z])M\s*(?P<b>\d[.．]\d))(?![\d.．])")
_HALF_YEAR = re.compile("半年間?(?!ぶり|振り|前|後)")
_OVER = re.compile(r"(?:[をも]?(?:大きく|はるかに|優に)?(?:超|越え|上回)|以上|余り|強)")
_NEAR = re.compile("(?:約|およそ|おおよそ|ほぼ|概ね|おおむね)年?間?$")
_SOME = re.compile("ほど|程度|前後|あまり|近く|ばかり")
_EQUAL, _ABOUT, _BEYOND = 0.001, 0.05, 1.5
_UNDER = re.compile(r"(?:未満|以下|以内|弱|を下回|に満たない|足らず)")
_FIRST = re.compile(r"(?<!人類)(?:最初の(?!説明|発表|案|提案|見解|回答|決議案|要求|推定)|初の|初めて|はじめて|史上初)")
_RESOLUTION = re.compile(r"決議(?:案)?(?:第)?\s*(?P<number>\d{3,4}|[一二三四五六七八九〇]{4})(?:号)?")
_NAMED = re.compile(
    r"(?P<name>火星|テポドン|ノドン|北極星|ムスダン|スカッド|ファソン|光明星|銀河|万里鏡)"
    r"[－\-ー―]?「?\s*(?P<number>\d+|[一二三四五六七八九十]+)(?:号|型)?")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of a unit, at `start:end`; `bound` is `over` or `under` where it only limits (超, 以上, 未満, 以下),
    `about` where it is only about so much (約, ほど)."""

    value: float
    unit: str
    start: int
    end: int
    bound: str = ""
    about: bool = False

    def nearly(self, other: "Amount") -> bool:
        """Whether another amount is this: equal, close where this is about so much, or a little beyond the bound it states."""
        if self.bound and not other.bound and self.value:
            return self.allows(other.value) and 1 / _BEYOND <= other.value / self.value <= _BEYOND
        return abs(other.value - self.value) <= (_ABOUT if self.about else _EQUAL) * self.value

    def allows(self, value: float) -> bool:
        """Whether another value can be what it leaves open: 4,000km超 allows 4475km."""
        return (self.bound == "over" and value >= self.value) or (self.bound == "under" and value <= self.value)


@dataclass(frozen=True, slots=True)
class Key:
    """What tells like acts apart: `kind` ordinal, resolution or the name of a series; `value` its number."""

    kind: str
    value: str
    start: int
    end: int


def amounts(text: str) -> tuple[Amount, ...]:
    """The amounts of `text`, ordinals left out (5回目 is none)."""
    text = fold(text)
    keyed = [(key.start, key.end) for key in keys(text)]
    found = []
    for match in _AMOUNT.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in keyed):
            continue
        if text[match.end():].startswith("目") or (
                _UNITS[match["unit"]] == "country" and text[match.end():].startswith(("協議", "会合", "会談", "首脳", "外相"))):
            continue
        if (value := number(match["number"])) is not None:
            value *= _TIMES.get(match["unit"], 1.0)
            bound = "over" if _OVER.match(text, match.end()) else "under" if _UNDER.match(text, match.end()) else ""
            about = bool(_NEAR.search(text[: match.start()]) or _SOME.match(text, match.end()))
            found.append(Amount(value, _UNITS[match["unit"]], match.start(), match.end(), bound, about))
    found += [Amount(0.5, "year", match.start(), match.end()) for match in _HALF_YEAR.finditer(text)]
    found += [Amount(float((match["a"] or match["b"]).replace("．", ".")), "magnitude", *match.span()) for match in _MAGNITUDE.finditer(text)]
    return tuple(sorted(found, key=lambda one: one.start))


def keys(text: str) -> tuple[Key, ...]:
    """Ordinals, numbers of resolutions and members of named series in `text`."""
    text = fold(text)
    found = []
    for match in _ORDINAL.finditer(text):
        value = number(match["a"] or match["b"] or match["c"])
        if value is not None:
            found.append(Key("ordinal", f"{value:.0f}", match.start(), match.end()))
    found += [Key("first", "1", match.start(), match.end()) for match in _FIRST.finditer(text)]
    for match in _RESOLUTION.finditer(text):
        value = number(match["number"])
        found.append(Key("resolution", f"{value:.0f}", match.start("number"), match.end("number")))
    for match in _NAMED.finditer(text):
        value = number(match["number"])
        found.append(Key(match["name"], f"{value:.0f}", match.start(), match.end()))
    return tuple(sorted(found, key=lambda key: key.start))


def number(text: str) -> float | None:
    """The value of a numeral in digits, kanji or both (4億, 二千三百, 二三七〇, 750万), None for 数十."""
    text = text.replace(",", "")
    if text.startswith("数"):
        return None
    total, group, current = 0.0, 0.0, ""
    for part in re.findall(r"\d+(?:\.\d+)?|[〇零一二三四五六七八九]|[十百千]|[万億兆]", text):
        if part in _DIGITS:
            current += _DIGITS[part]
        elif part in _SMALL:
            group += float(current or 1) * _SMALL[part]
            current = ""
        elif part in _LARGE:
            total += (group + float(current or 0) or 1) * _LARGE[part]
            group, current = 0.0, ""
        else:
            current = part
    return total + group + float(current or 0)
