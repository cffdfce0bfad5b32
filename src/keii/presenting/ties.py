"""What ties two events, in words: `actors +1.5 JPN,PRK | PRK` is 主体 +1.5 日本・北朝鮮 ／ 北朝鮮."""

import re
from collections.abc import Iterable, Iterator

from keii.presenting.dates import short_date
from keii.presenting.rows import Names, actors
from keii.presenting.width import width, wrap
from keii.presenting.words import catalogue, label, say

_LABELLED = {"action": "action", "status": "status", "factuality": "factuality", "rank": "rank"}
_ACTORS = frozenset({"actors", "direction"})
_DATED = frozenset({"when", "retold", "slip"})
_KINDS = frozenset({"stage", "matter"})
_NUMBERED = re.compile(r"(\d+)(\D.*)?")


def judge(by: str, lang: str = "ja") -> str:
    """Who judged: a rule, or a person by name."""
    return say("judge.rule", lang) if by.startswith("rule:") else say("judge.person", lang, name=by)


def tie(reason: str, lang: str = "ja", names: Names = None) -> str:
    """One feature with its points and what it saw, as `why` of a judgement has them."""
    feature, _, rest = reason.partition(" ")
    points, _, seen = rest.partition(" ")
    if f"feature.{feature}" not in catalogue():
        return reason
    sides = [_side(feature, one, lang, names) for one in seen.split(" | ")] if seen else []
    return " ".join(filter(None, (label("feature", feature, lang), points, say("tie.against", lang).join(dict.fromkeys(sides)))))


def _side(feature: str, seen: str, lang: str, names: Names) -> str:
    """What one of the two events has, or both where they agree."""
    if seen in ("", "-"):
        return say("tie.silent", lang)
    if f"tie.{seen}" in catalogue():
        return say(f"tie.{seen}", lang)
    if feature in _DATED:
        return short_date(seen, lang=lang)
    if feature in _LABELLED and f"{_LABELLED[feature]}.{seen}" in catalogue():
        return label(_LABELLED[feature], seen, lang)
    return say("join.list", lang).join(_part(feature, part, lang, names) for part in seen.split(","))


def _part(feature: str, part: str, lang: str, names: Names) -> str:
    if feature in _ACTORS:
        return actors(part, lang, names)
    if feature in _KINDS and f"tie.{part}" in catalogue():
        return say(f"tie.{part}", lang)
    if feature == "ordinal" and (match := _NUMBERED.fullmatch(part)):
        return say("tie.ordinal", lang, n=match[1], what=match[2] or "").strip()
    return part.removesuffix(".0") if feature == "numbers" else part


def filled(parts: Iterable[str], columns: int, lang: str = "ja") -> Iterator[str]:
    """Parts joined in lines of at most `columns`, broken between parts; one wider than a line is broken within."""
    join, line = say("join.sentence", lang), ""
    columns -= width(join)
    for part in parts:
        if line and width(line + join + part) > columns:
            yield (line + join).rstrip()
            line = ""
        line = f"{line}{join}{part}" if line else part
        *full, line = wrap(line, columns)
        yield from full
    if line:
        yield line
