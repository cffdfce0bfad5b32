"""Points of the calendar: which groups of a match say what."""

import re
from typing import Any

from keii.language.times import words
from keii.language.times.eras import eras
from keii.language.times.fragments import JOINS
from keii.language.times.numbers import number, positional
from keii.language.times.point import Atom, Point, Relation
from keii.values.mention import TimexType

_SHIFTED = re.compile("延期|延長|延ば|延び|遅らせ|遅れ(?:て|で|の|る)|早め|前倒し|繰り上げ|繰り下げ|短縮|ずらし|足らず")
_GONE = re.compile("(?:去る|(?<![ぁ-ん一-龥])(?:さる|来る))$")
# rules whose last number may borrow the unit of its neighbour: 3月25～28日
_BORROWS = frozenset({"date.year", "date.era", "date.month", "date.day", "date.short", "decade", "relative.year",
                      "relative.month", "relative.same", "sign.year", "sign.month", "sign.day", "date.letter"})


def read(rule: str, match: re.Match[str], said: dict[str, str]) -> Atom | None:
    """A point of the calendar. Raises ValueError where a number cannot be what its unit says."""
    if "ancient" in said:
        return Atom(match.start(), match.end(), rule, "DATE")
    point = _point(said)
    if point == Point(mod=point.mod, open=point.open):
        return None
    if rule == "date.day" and (_born(match) or (point.day or 0) > 31 or _SHIFTED.match(match.string, match.end())):
        return Atom(match.start(), match.end(), "duration", "DURATION", value=f"P{point.day}D", mod=point.mod)
    stop = _until(said, point) if "until" in said else Point(day=number(said["today"])) if "today" in said else None
    end = match.start("bracket") if "bracket" in said and match.end("bracket") == match.end() else match.end()
    kind: TimexType = "TIME" if point.clock else "DATE"
    return Atom(_start(rule, match), end, rule, kind, point, stop, bare=_bare(rule, match))


def _point(said: dict[str, str]) -> Point:
    fields: dict[str, Any] = {}
    mods: list[str] = []
    _read_year(said, fields)
    _read_relations(said, fields)
    _read_month_and_day(said, fields)
    _read_parts(said, fields, mods)
    _read_clock(said, fields, mods)
    if "approx" in said:
        mods.append("APPROX")
    if said.get("open"):
        fields["open"] = "before" if said["open"] == "以前" else "after"
    return Point(**fields, mod=mods[0] if mods else None)


def _born(match: re.Match[str]) -> bool:
    """Whether the days are those of a life: 生後18日."""
    return match.string[max(0, match.start() - 2) : match.start()] == "生後"


def _start(rule: str, match: re.Match[str]) -> int:
    """Where a bare month or day begins with 去る or 来る."""
    start = match.start()
    gone = _GONE.search(match.string, max(0, start - 3), start) if rule in ("date.month", "date.day", "date.year") else None
    return gone.start() if gone else start


def _until(said: dict[str, str], point: Point) -> Point:
    until = said["until"]
    if until == "現在":
        return Point(year_to=Relation("deictic", 0), generic=True)
    assert point.year is not None
    return Point(year=int(until) if len(until) == 4 else point.year // 100 * 100 + int(until))


def _bare(rule: str, match: re.Match[str]) -> bool:
    """Whether the expression ends in a number whose unit stands further on."""
    return (match[0][-1] in "0123456789〇一二三四五六七八九十" and rule in _BORROWS
            and match.end() < len(match.string) and (match.string[match.end()] in JOINS or match.string.startswith("から", match.end())))


def _read_year(said: dict[str, str], fields: dict[str, Any]) -> None:
    if "era" in said:
        era = eras()[said["era"]]
        count = number(said["said"])
        fields |= {"era": era.name, "said": count, "year": era.western(count)}
        if "west" in said:
            fields["year"] = number(said["west"])
        if "decade" in said:
            fields["digits"] = f"{era.western(count)}/{era.western(count) + 9}"
            fields["year"] = None
    elif "decade" in said:
        fields["digits"] = _decade(said["decade"])
    elif "century" in said:
        _read_century(said["century"], fields)
    elif "short" in said:
        value = number(said["short"])
        fields |= {"year": value, "short": True, "kanji": not positional(said["short"])}
        if (full := _confirmed(value, said)) is not None:
            fields |= {"year": full, "short": False}
        elif "beside" in said:
            fields["contrary"] = True
    elif "year" in said:
        fields["year"] = number(said["year"])
        fields["kanji"] = not said["year"].isascii()
    if "fiscal" in said:
        fields["fiscal"] = True


def _confirmed(short: int, said: dict[str, str]) -> int | None:
    """The Western year of 17（平成29）年 or 17（同29）年: that of the era in brackets, where its last two digits agree."""
    if "beside" not in said:
        return None
    count = number(said["beside_year"])
    named = [eras()[said["beside"]]] if said["beside"] != "同" else [era for era in eras().values() if era.begin.year >= 1868]
    years = {era.western(count) for era in named if era.western(count) % 100 == short and era.first > 1800
             and (era.end is None or era.western(count) <= era.end.year)}
    return years.pop() if len(years) == 1 else None


def _decade(said: str) -> str:
    said = said.lstrip("'")
    value = number(said)
    if value >= 1000:
        return str(value // 10)
    if value % 10 or value > 90:
        raise ValueError(said)
    return f"{19 if value >= 30 else 20}{value // 10}"


def _read_century(said: str, fields: dict[str, Any]) -> None:
    if said in "今前":
        fields |= {"year_to": Relation("deictic", 0 if said == "今" else -100), "digits": "century"}
        return
    value = number(said)
    if not 3 <= value <= 22:
        raise ValueError(said)
    fields["digits"] = f"{value - 1:02}"


def _read_relations(said: dict[str, str], fields: dict[str, Any]) -> None:
    for group, name, table in (("fword", "year_to", words.FISCAL_YEARS), ("yword", "year_to", words.YEARS),
                               ("mword", "month_to", words.MONTHS), ("wword", "week_to", words.WEEKS),
                               ("dword", "day_to", words.DAYS)):
        if group in said:
            fields[name] = table[said[group]]
    if "fword" in said:
        fields["fiscal"] = True
    if "nword" in said:
        fields["day_to"], said["daypart"] = words.NIGHTS[said["nword"]]
    if "same" in said:
        same = Relation("anaphoric", 0)
        fields.setdefault("year_to", same if said["same"] == "同期" else None)
        if said["same"] in ("同期", "同時期"):
            fields["generic"] = True
            return
        fields["month_to"] = same
        if said["same"] == "同月同日":
            fields["day_to"] = same
    if "sign" in said:
        relation = words.SIGNS[said["sign"]]
        field = "day_to" if "day" in said or "hour" in said or "daypart" in said else "year_to"
        if "month" in said and (said["sign"] == "翌" or said["sign"] in words.NEW_YEAR):
            fields["next_month"] = True
        fields[field] = relation
        if "day" in said and "month" not in said and said["sign"] == "同":
            del fields["day_to"]
            fields["month_to"] = relation


def _read_month_and_day(said: dict[str, str], fields: dict[str, Any]) -> None:
    if "emonth" in said:
        fields["month"] = words.ENGLISH_MONTHS[said["emonth"]]
    for group in ("month", "month2"):
        if group in said:
            fields["month"] = number(said[group])
    if "day" in said:
        fields["day"] = number(said["day"])
    if "leap" in said:
        fields["leap"] = True
    if "named" in said:
        fields["month"], fields["day"] = words.DATES_OF_YEAR[said["named"]]
    for group in ("wd", "wd2"):
        if group in said:
            fields["weekday"] = words.WEEKDAYS[said[group]]


def _read_parts(said: dict[str, str], fields: dict[str, Any], mods: list[str]) -> None:
    for group in ("ypart", "ypart2", "mpart"):
        if group in said:
            mod, part = words.PARTS[said[group]]
            if mod:
                mods.append(mod)
            if part:
                fields["part"] = part
    if "sedge" in said:
        mods.append(str(words.PARTS[said["sedge"]][0]))
    if "mpart2" in said:
        fields["month_to"] = Relation("anaphoric", 0)
        mods.append(str(words.PARTS[said["mpart2"]][0]))
    if "quarter" in said:
        fields["part"] = f"Q{number(said['quarter'])}"
    if "yedge" in said:
        edge = words.YEAR_EDGES[said["yedge"]]
        fields |= {"generic": True, "later": said["yedge"] == "年明け"}
        mods.extend([edge] if edge else [])
    if "medge" in said:
        edge = words.MONTH_EDGES[said["medge"]]
        fields |= {"month_to": Relation("deictic", 0), "generic": True}
        mods.extend([edge] if edge else [])
    if "weekday" in said:
        fields |= {"weekday": words.WEEKDAYS[said["weekday"]], "generic": True}
    if "weekend" in said:
        fields["week_to"] = Relation("deictic", 1 if said["weekend"] == "週明け" else 0)
        mods.append("END" if said["weekend"] == "週末" else "START")


def _read_clock(said: dict[str, str], fields: dict[str, Any], mods: list[str]) -> None:
    part = said.get("daypart")
    if "hour" in said or "hm" in said:
        hour, minute = _hour(said)
        if part in words.AFTERNOON and hour < 12 and not (part == "深夜" and hour < 5):
            hour += 12
        if hour > 30 or minute > 59:
            raise ValueError(said)
        fields["clock"] = f"{hour:02}:{minute:02}"
        if "second" in said:
            fields["clock"] += f":{number(said['second']):02}"
    elif part:
        fields["clock"] = words.DAY_PARTS.get(part, part)
    else:
        return
    closing = said.get("cmod")
    if closing in ("すぎ", "過ぎ"):
        mods.append("AFTER")
    elif closing == "前":
        mods.append("BEFORE")
    elif closing:
        mods.append("APPROX")


def _hour(said: dict[str, str]) -> tuple[int, int]:
    if "hm" in said:
        hour, minute = said["hm"].split(":")
        return int(hour), int(minute)
    return number(said["hour"]), 30 if "half" in said else number(said["minute"]) if "minute" in said else 0
