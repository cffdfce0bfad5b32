"""Lengths of time, and steps of such a length from a date: 3年間, 約10年, 2か月半, 3日後, 2年前."""

import re
from dataclasses import replace

from keii.language.times import words
from keii.language.times.numbers import number, positional
from keii.language.times.point import Atom, Manner, Point, Unit
from keii.language.times.readers import points

_BEFORE = re.compile(r"(?:約|およそ|おおよそ|おおむね|概ね|ほぼ|ざっと|わずか|丸|まる|満|最長|最大|最短|少なくとも|延べ|その後の?|その|それから)$")
_MODS = {
    "以上": "EQUAL_OR_MORE", "以内": "EQUAL_OR_LESS", "以下": "EQUAL_OR_LESS", "未満": "LESS_THAN", "余り": "MORE_THAN",
    "余": "MORE_THAN", "あまり": "MORE_THAN", "近く": "LESS_THAN", "弱": "LESS_THAN", "強": "MORE_THAN",
    "超": "MORE_THAN", "足らず": "LESS_THAN", "最長": "EQUAL_OR_LESS", "最大": "EQUAL_OR_LESS", "最短": "EQUAL_OR_MORE",
    "少なくとも": "EQUAL_OR_MORE",
    **dict.fromkeys(("約", "およそ", "おおよそ", "おおむね", "概ね", "ほぼ", "ざっと", "ほど", "程度", "くらい", "ぐらい", "前後", "ばかり",
                     "そこそこ"), "APPROX"),
}
_UNITS = {"年": "Y", "週間": "W", "週": "W", "日": "D", "時間": "TH", "分": "TM", "秒": "TS", "世紀": "Y", "四半期": "Q"}
_HALVES = {"Y": ("6", "M"), "M": ("15", "D"), "W": ("3", "D"), "D": ("12", "TH"), "TH": ("30", "TM"), "TM": ("30", "TS")}
_STEPS: dict[str, tuple[int, Unit]] = {"半年": (6, "M"), "半月": (15, "D"), "半世紀": (50, "Y"), "四半世紀": (25, "Y")}


def read(rule: str, match: re.Match[str], said: dict[str, str]) -> Atom | None:
    """A counted length: with 前 or 後 a step, with ごと a set; a plain 16年 comes with the year it may be."""
    start, before = _reach_back(match)
    if rule == "step":
        return _step(start, match, said, before)
    unit, value = unit_of(said["unit"]), length(said)
    if rule == "set.every":
        return Atom(match.start(), match.end(), rule, "SET", value=value)
    if before.startswith("それから"):
        start, before = match.start(), ""
    if "n2" in said:
        value += "/" + duration([(amount(said["n2"], said["unit"]), unit)])
    atom = Atom(start, match.end(), rule, "DURATION", value=value, mod=_mod(said, before))
    sure = before or rule == "duration.few" or "X" in value or said.keys() & {"span", "much", "again", "n3", "halved"}
    if sure or unit not in ("Y", "D", "TM"):
        return atom
    if unit == "Y":
        return _year_or_years(match, said, atom)
    return atom if unit == "TM" else None


def read_word(match: re.Match[str], said: dict[str, str]) -> Atom | None:
    """半年, 半世紀 and the like: a length, a step, or with ごと a set."""
    start, before = _reach_back(match)
    word = said["word"]
    if "each" in said:
        return Atom(start, match.end(), "set.every", "SET", value=words.DURATIONS[word])
    if "way" not in said:
        return Atom(start, match.end(), "duration.word", "DURATION", value=words.DURATIONS[word], mod=_mod(said, before))
    return _stepped(start, match, said, *_STEPS[word], before) if word in _STEPS else None


def _mod(said: dict[str, str], before: str) -> str | None:
    ahead = next((mod for word, mod in _MODS.items() if before.endswith(word)), None)
    return _MODS.get(said.get("much", "")) or ahead or ("MORE_THAN" if "余" in said.get("n", "") else None)


def amount(said: str, unit: str) -> str:
    """TIMEX3 digits of an amount; X where the text says 数 or 何."""
    if "数" in said or "何" in said:
        return "X"
    said = said.rstrip("余")
    value = said.replace(",", "") if said.isascii() else str(number(said))
    return str(int(float(value) * 100)) if unit == "世紀" else value


def unit_of(said: str) -> str:
    return "M" if said.endswith("月") else _UNITS[said]


def length(said: dict[str, str]) -> str:
    """The duration a match says: P1Y, P3M, PT1H20M, P1Y6M (一年半)."""
    unit = unit_of(said["unit"])
    pieces = [(amount(said["n"], said["unit"]), unit)]
    if "halved" in said:
        pieces.append(_HALVES[unit])
    if "n3" in said:
        second = unit_of(said["unit2"])
        pieces.append((amount(said["n3"], said["unit2"]), second))
        if "halved2" in said:
            pieces.append(_HALVES[second])
    return duration(pieces)


def duration(pieces: list[tuple[str, str]]) -> str:
    """TIMEX3 of amounts with their units, largest first."""
    pieces = [(str(int(n) * 3) if n.isdigit() else n, "M") if unit == "Q" else (n, unit) for n, unit in pieces]
    days = "".join(n + unit for n, unit in pieces if unit[0] != "T")
    hours = "".join(n + unit[1:] for n, unit in pieces if unit[0] == "T")
    return "P" + days + ("T" + hours if hours else "")


def _year_or_years(match: re.Match[str], said: dict[str, str], atom: Atom) -> Atom:
    """A plain 16年: a duration, with the year it may be as its other reading."""
    plain = re.fullmatch("[0-9]{1,2}|[〇一二三四五六七八九十廿卅]{1,4}", said["n"])
    value = number(said["n"]) if plain else 0
    if "n2" in said or not 1 <= value <= 99:
        return atom
    point = Point(year=value, short=True, kanji=not positional(said["n"]))
    year = Atom(match.start(), match.end(), "date.short", "DATE", point)
    return Atom(atom.start, atom.end, atom.rule, "DURATION", value=atom.value, mod=atom.mod, spare=year)


def _step(start: int, match: re.Match[str], said: dict[str, str], before: str) -> Atom | None:
    unit = unit_of(said["unit"])
    count = amount(said["n"], said["unit"])
    if "n3" in said and count.isdigit():  # 一年八か月前
        unit, count = "M", str(int(count) * 12 + number(said["n3"]))
    if unit not in ("Y", "M", "W", "D") or count == "X":
        return Atom(start, match.end(), "step", "DATE", vague=True)
    atom = _stepped(start, match, said, int(float(count)), unit, before)  # type: ignore[arg-type]
    return _stepped_to(atom, match, said) if {"year", "month"} & said.keys() else atom


def _stepped(start: int, match: re.Match[str], said: dict[str, str], count: int, unit: Unit, before: str) -> Atom:
    back = said["way"] == "前"
    manner: Manner = "deictic" if back and not before.startswith("そ") else "anaphoric"
    point = Point(step=(-count if back else count, unit, manner), mod=_mod(said, before),
                  open="after" if "open" in said else None)
    return Atom(start, match.end(), "step", "DATE", point)


def _stepped_to(atom: Atom, match: re.Match[str], said: dict[str, str]) -> Atom | None:
    """2年前の6月12日, 3年後の2003年8月: one expression, whose year is said or stepped to."""
    date = points.read("step", match, {name: value for name, value in said.items() if name not in ("much", "open", "n3")})
    if date is None or date.point is None or atom.point is None:
        return None
    point = date.point if date.point.year is not None else replace(date.point, step=atom.point.step)
    return replace(date, start=atom.start, point=point)


def _reach_back(match: re.Match[str]) -> tuple[int, str]:
    """Where an amount begins with the words that belong to it (約, 最長, その後), and these words."""
    start = match.start()
    near = _BEFORE.search(match.string, max(0, start - 5), start)
    if not near:
        return start, ""
    further = _BEFORE.search(match.string, max(0, near.start() - 5), near.start())
    if further and further[0].startswith("そ") and not near[0].startswith("そ"):
        return further.start(), further[0] + near[0]
    return near.start(), near[0]
