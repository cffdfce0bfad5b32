"""Repeating times, and words that refer to the present, the past or the future without a place on the calendar."""

import re

from keii.language.times import words
from keii.language.times.numbers import number
from keii.language.times.point import Atom

_EVERY = {"年": "P1Y", "月": "P1M", "週": "P1W", "日": "P1D", "朝": "P1D", "晩": "P1D", "夜": "P1D", "夕": "P1D", "時": "PT1H"}


def read(rule: str, match: re.Match[str], said: dict[str, str]) -> Atom:
    """毎年, 毎年8月15日, 毎週月曜, 隔年, and 年 as a rate (年4億ドル)."""
    mod = words.PARTS[said["mpart"]][0] if "mpart" in said else None
    return Atom(match.start(), match.end(), rule, "SET", value=_value(said), mod=mod)


def _value(said: dict[str, str]) -> str:
    if "alternate" in said:
        return _EVERY[said["alternate"]].replace("1", "2")
    if "month" in said:
        return f"XXXX-{number(said['month']):02}" + (f"-{number(said['day']):02}" if "day" in said else "")
    for season in ("season", "season2"):
        if season in said:
            return f"XXXX-{words.SEASONS[said[season]]}"
    if "mday" in said:
        return f"XXXX-XX-{number(said['mday']):02}"
    if "wd" in said:
        return f"XXXX-WXX-{words.WEEKDAYS[said['wd']]}"
    return _EVERY[said["every"]]


def reference(rule: str, match: re.Match[str]) -> Atom:
    """今後, 近年, 当面: no place on the calendar."""
    kind = rule.partition(".")[2]
    if kind == "span":
        return Atom(match.start(), match.end(), rule, "DURATION", vague=True)
    word, value = match["word"], "PRESENT" if kind == "nowadays" else kind.upper()
    return Atom(match.start(), match.start() + len(word), rule, "DATE", value=f"{value}_REF", vague=word in words.VAGUE)
