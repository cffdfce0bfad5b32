"""What each kind of pattern says: a match into atoms, the best reading first."""

import re
from collections.abc import Iterator
from typing import Any

from keii.language.times import words
from keii.language.times.eras import eras
from keii.language.times.numbers import number
from keii.language.times.patterns import JOINS, Pattern
from keii.language.times.point import Atom, Manner, Point, Relation, Unit

_BEFORE_LENGTH = re.compile(r"(?:約|およそ|おおよそ|ほぼ|ざっと|丸|まる|満|最長|最大|最短|延べ|その後の?|その|それから)$")
_MODS = {
    "以上": "EQUAL_OR_MORE", "以内": "EQUAL_OR_LESS", "以下": "EQUAL_OR_LESS", "未満": "LESS_THAN", "余り": "MORE_THAN",
    "余": "MORE_THAN", "あまり": "MORE_THAN", "近く": "LESS_THAN", "弱": "LESS_THAN", "強": "MORE_THAN",
    "超": "MORE_THAN", "足らず": "LESS_THAN", "約": "APPROX", "およそ": "APPROX", "おおよそ": "APPROX", "ほぼ": "APPROX",
    "ざっと": "APPROX", "最長": "EQUAL_OR_LESS", "最大": "EQUAL_OR_LESS", "最短": "EQUAL_OR_MORE",
}
_ROUGH = frozenset({"ほど", "程度", "くらい", "ぐらい", "前後", "ばかり", "そこそこ"})
_BORROWS = frozenset({"date.year", "date.era", "date.month", "date.day", "date.short", "decade", "relative.year",
                      "relative.month", "relative.same", "sign.year", "sign.month", "sign.day", "date.letter", "set"})
_EVERY = {"年": "P1Y", "月": "P1M", "週": "P1W", "日": "P1D", "時": "PT1H"}


def read(pattern: Pattern, match: re.Match[str], text: str) -> Iterator[Atom]:
    """The readings of a match, best first; none where its numbers mean nothing."""
    try:
        match pattern.reader:
            case "point" | "english":
                yield from _point(pattern.name, match)
            case "duration":
                yield from _duration(pattern.name, match, text)
            case "rate":
                yield from _rate(match)
            case "set":
                yield from _set(pattern.name, match)
            case "reference":
                yield from _reference(pattern.name, match)
    except ValueError:
        return


def _point(rule: str, match: re.Match[str]) -> Iterator[Atom]:
    said = {name: value for name, value in match.groupdict().items() if value is not None}
    if "ancient" in said:
        yield Atom(match.start(), match.end(), rule, "DATE")
        return
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
    fields["mod"] = mods[0] if mods else None
    point = Point(**fields)  # type: ignore[arg-type]
    if point in (Point(mod=point.mod), Point(mod=point.mod, open=point.open)):
        return
    stop = None
    if "until" in said:
        stop = _until(said, point)
    if "today" in said:
        stop = Point(day=number(said["today"]))
    if rule == "date.day" and point.day is not None and point.day > 31:
        yield Atom(match.start(), match.end(), "duration", "DURATION", value=f"P{point.day}D", mod=point.mod)
        return
    yield Atom(match.start(), match.end(), rule, "TIME" if point.clock else "DATE", point, stop, bare=_bare(rule, match))


def _until(said: dict[str, str], point: Point) -> Point | None:
    until = said["until"]
    if until == "現在":
        return Point(year_to=Relation("deictic", 0), generic=True)
    assert point.year is not None
    return Point(year=int(until) if len(until) == 4 else point.year // 100 * 100 + int(until))


def _bare(rule: str, match: re.Match[str]) -> bool:
    """Whether the expression ends in a number whose unit stands further on."""
    return (match[0][-1] in "0123456789〇一二三四五六七八九十" and rule in _BORROWS
            and match.end() < len(match.string) and match.string[match.end()] in JOINS)


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
        fields |= {"year": value, "short": True, "kanji": not _positional(said["short"])}
    elif "year" in said:
        fields["year"] = number(said["year"])
        fields["kanji"] = not said["year"].isascii()
    if "fiscal" in said:
        fields["fiscal"] = True


def _positional(said: str) -> bool:
    """Whether two digits are written by position (16, 〇七, 九四), as Western years are."""
    return said.isascii() or (len(said) == 2 and not set(said) & set("十廿卅"))


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
        point = words.point_of(said["nword"])
        assert point is not None
        fields |= {"day_to": point.day_to, "clock": point.clock}
        said["daypart"] = str(point.clock)
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
        if "month" in said and said["sign"] == "翌":
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
    for group in ("quarter", "quarter2"):
        if group in said:
            fields["part"] = f"Q{number(said[group])}"
    if "yedge" in said:
        edge = words.YEAR_EDGES[said["yedge"]]
        fields["generic"] = True
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


def _amount(said: str, unit: str) -> str:
    """TIMEX3 digits of an amount; X where the text says 数."""
    if "数" in said or "何" in said:
        return "X"
    value = said.replace(",", "") if said.isascii() else str(number(said))
    if unit in ("世紀",):
        value = str(int(float(value) * 100))
    return value


def _unit(said: str) -> str:
    if said.endswith("月"):
        return "M"
    return {"年": "Y", "週間": "W", "週": "W", "日": "D", "時間": "TH", "分": "TM", "秒": "TS", "世紀": "Y"}.get(said, "Q")


def _length(amount: str, unit: str, halved: bool, amount2: str | None = None, unit2: str | None = None,
            halved2: bool = False) -> str:
    """The TIMEX3 duration: P1Y, P3M, PT30M, P1Y6M (一年半)."""
    def part(amount: str, unit: str, halved: bool) -> list[tuple[str, str]]:
        found = [(amount, unit)]
        if halved:
            found.append({"Y": ("6", "M"), "M": ("15", "D"), "TH": ("30", "TM"), "D": ("12", "TH"), "TM": ("30", "TS"),
                          "W": ("3", "D")}.get(unit, ("", "")))
        return [piece for piece in found if piece[0]]

    if unit == "Q":
        amount, unit = (str(int(amount) * 3) if amount.isdigit() else amount), "M"
    pieces = part(amount, unit, halved) + (part(amount2, unit2, halved2) if amount2 and unit2 else [])
    days = "".join(a + u for a, u in pieces if not u.startswith("T"))
    hours = "".join(a + u[1:] for a, u in pieces if u.startswith("T"))
    return "P" + days + ("T" + hours if hours else "")


def _duration(rule: str, match: re.Match[str], text: str) -> Iterator[Atom]:
    said = {name: value for name, value in match.groupdict().items() if value is not None}
    start, before = _reach_back(text, match.start())
    if before == "それから" and "way" not in said:
        start, before = match.start(), ""
    mod = _MODS.get(said.get("much", "")) or ("APPROX" if said.get("much") in _ROUGH else None) or _MODS.get(before)
    if rule == "duration.word":
        word = next(word for word in sorted(words.DURATIONS, key=len, reverse=True) if match[0].startswith(word))
        value = words.DURATIONS[word]
        step = {"半年": (6, "M"), "半月": (15, "D"), "半世紀": (50, "Y"), "四半世紀": (25, "Y")}.get(word)
        if "each" in said:
            yield Atom(start, match.end(), "set.every", "SET", value=value)
        elif "way" in said and step:
            yield _step(rule, start, match, said, step[0], step[1], before, mod)  # type: ignore[arg-type]
        elif "way" not in said:
            yield Atom(start, match.end(), rule, "DURATION", value=value, mod=mod)
        return
    unit = _unit(said["unit"])
    amount = _amount(said["n"], said["unit"])
    if "way" in said:
        if unit in ("TM", "TS", "Q") or (unit == "TH" and said["way"] == "先"):
            return
        count = int(float(amount)) if amount != "X" else 0
        yield _step(rule, start, match, said, count, "H" if unit == "TH" else unit, before, mod)  # type: ignore[arg-type]
        return
    value = _length(amount, unit, "halved" in said, said.get("n3") and _amount(said["n3"], ""),
                    said.get("unit2") and _unit(said["unit2"]), "halved2" in said)
    if "n2" in said:
        value += "/" + _length(_amount(said["n2"], said["unit"]), unit, False)
    atom = Atom(start, match.end(), rule, "DURATION", value=value, mod=mod)
    if rule == "duration.few":
        yield atom
        return
    sure = bool(said.keys() & {"span", "much", "again", "n3", "halved"} or before) or amount == "X"
    if unit == "Y" and not sure:
        yield from _year_or_years(match, said, atom)
    elif unit in ("D", "TM") and not sure:
        if unit == "TM" and said["n"].isascii():
            yield atom
    else:
        yield atom


def _year_or_years(match: re.Match[str], said: dict[str, str], atom: Atom) -> Iterator[Atom]:
    """A plain 16年: a duration, with the year it may be as its other reading."""
    value = number(said["n"].replace(",", "")) if "." not in said["n"] else 0
    if "n2" in said or not 1 <= value <= 99:
        yield atom
        return
    point = Point(year=value, short=True, kanji=not _positional(said["n"]))
    year = Atom(match.start(), match.end(), "date.short", "DATE", point)
    yield Atom(atom.start, atom.end, atom.rule, "DURATION", value=atom.value, mod=atom.mod, spare=year)


def _step(rule: str, start: int, match: re.Match[str], said: dict[str, str], count: int, unit: Unit, before: str,
          mod: str | None) -> Atom:
    back = said["way"] == "前"
    if count == 0:
        return Atom(start, match.end(), "step", "DATE", value="PAST_REF" if back else "FUTURE_REF", vague=True)
    manner: Manner = "anaphoric" if before.startswith("その") or before == "それから" or not back else "deictic"
    point = Point(step=(-count if back else count, unit, manner), mod=mod,
                  open={"以降": "after", "以来": "after"}.get(said.get("open", "")))  # type: ignore[arg-type]
    return Atom(start, match.end(), "step", "DATE", point)


def _reach_back(text: str, start: int) -> tuple[int, str]:
    """Where an amount begins with the words that belong to it (約, 最長, その後), and these words."""
    words_before = _BEFORE_LENGTH.search(text, max(0, start - 4), start)
    if not words_before:
        return start, ""
    further = _BEFORE_LENGTH.search(text, max(0, words_before.start() - 4), words_before.start())
    if further and further[0].startswith("その") and not words_before[0].startswith("その"):
        return further.start(), further[0]
    return words_before.start(), words_before[0]


def _rate(match: re.Match[str]) -> Iterator[Atom]:
    value = _length(_amount(match["n"], match["unit"]), _unit(match["unit"]), False)
    yield Atom(match.start(), match.end(), "set.every", "SET", value=value)


def _set(rule: str, match: re.Match[str]) -> Iterator[Atom]:
    said = {name: value for name, value in match.groupdict().items() if value is not None}
    value, mod = "", None
    if "alternate" in said:
        value = _EVERY[said["alternate"]].replace("1", "2")
    elif "rate" in said:
        value = _EVERY[said["rate"]]
    elif "every" in said:
        value = "P1Y"
        if "month" in said:
            value = f"XXXX-{number(said['month']):02}" + (f"-{number(said['day']):02}" if "day" in said else "")
        if "mpart" in said:
            mod = words.PARTS[said["mpart"]][0]
        if "ypart" in said:
            value = f"XXXX-{words.SEASONS[said['ypart']]}"
    elif "every5" in said:
        value = f"XXXX-{words.SEASONS[said['every5']]}"
    elif "every2" in said:
        value = f"XXXX-XX-{number(said['mday']):02}" if "mday" in said else "P1M"
    elif "every3" in said:
        value = f"XXXX-WXX-{words.WEEKDAYS[said['wd']]}" if "wd" in said else "P1W"
    elif "every6" in said:
        value = "PT1H"
    else:
        value = "P1D"
    yield Atom(match.start(), match.end(), rule, "SET", value=value, mod=mod)


def _reference(rule: str, match: re.Match[str]) -> Iterator[Atom]:
    kind = rule.partition(".")[2]
    if kind == "nowadays":
        yield Atom(match.start(), match.start() + 2, rule, "DATE", value="PRESENT_REF")
    elif kind == "span":
        yield Atom(match.start(), match.end(), rule, "DURATION", vague=True)
    else:
        yield Atom(match.start(), match.end(), rule, "DATE", value=f"{kind.upper()}_REF",
                   vague=match[0] in ("近年", "最近", "昨今", "近時", "近く", "いずれ", "先ごろ", "先頃", "このほど", "先般"))

