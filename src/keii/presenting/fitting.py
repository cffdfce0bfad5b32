"""Values that do not fit a JSON Schema, in words: what a part of it takes, and what was given instead."""

from collections.abc import Iterable, Mapping
from typing import Any

from keii.presenting.words import say

Schema = Mapping[str, Any]
_LONGEST = 40


def expected(part: Schema, whole: Schema, lang: str) -> str:
    """What a part of a schema takes, in words."""
    part = plain(part, whole)
    if "enum" in part:
        return say("takes.one_of", lang, known=listed(map(str, part["enum"]), lang))
    kind = str(part.get("type", "object"))
    if kind in ("integer", "number"):
        return say(f"takes.{_reach(part)}", lang, least=part.get("minimum"), most=part.get("maximum"))
    if kind == "string":
        return _long("text", part.get("minLength"), part.get("maxLength"), lang)
    if kind == "array":
        return _long("list", part.get("minItems"), part.get("maxItems"), lang)
    if kind == "boolean":
        return say("takes.truth", lang)
    held = part.get("properties", {})
    return say("takes.object_of", lang, names=listed(held, lang)) if held else say("takes.object", lang)


def _reach(part: Schema) -> str:
    return "whole_between" if {"minimum", "maximum"} <= set(part) else "whole_from" if "minimum" in part else "whole"


def _long(kind: str, least: int | None, most: int | None, lang: str) -> str:
    """How long a text or list may be; `most` alone, where it may be empty."""
    if most is None:
        return say(f"takes.{kind}", lang)
    most_told = f"{most:,}"
    return say(f"takes.{kind}_of", lang, least=least, most=most_told) if least else say(f"takes.{kind}_to", lang, most=most_told)


def plain(part: Schema, whole: Schema) -> Schema:
    """A part without the choice of null, and with what it refers to."""
    held = next((one for one in part.get("anyOf", ()) if one.get("type") != "null"), part)
    name = str(held.get("$ref", "")).rpartition("/")[2]
    found: Schema = whole["$defs"][name] if name else held
    return found


def given(value: object, lang: str) -> str:
    """What was given, as far as it fits into a sentence."""
    if value is None:
        return say("gave.nothing", lang)
    if isinstance(value, str) and len(value) > _LONGEST:
        return say("gave.text", lang, n=f"{len(value):,}")
    if isinstance(value, Mapping):
        return say("gave.object", lang, names=listed(map(short, value), lang) or "–")
    if isinstance(value, list | tuple):
        return say("gave.list", lang, n=len(value))
    return short(str(value).lower() if isinstance(value, bool) else value)


def short(value: object) -> str:
    """A value as text, cut where it is long."""
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def listed(names: Iterable[str], lang: str) -> str:
    """Names as the language lists them."""
    return say("join.list", lang).join(names)
