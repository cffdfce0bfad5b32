"""Arguments that do not fit a tool, told in one sentence: which, what was given, what it takes."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from keii.presenting.words import say

Schema = Mapping[str, Any]
_LONGEST = 40


def strangers(arguments: Iterable[str], schema: Schema, lang: str) -> str:
    """The sentence on arguments that a tool does not have, "" where there are none."""
    known = list(schema.get("properties", {}))
    strange = [name for name in arguments if name not in known]
    return say("mcp.no_argument", lang, names=_listed(map(_short, strange), lang), known=_listed(known, lang)) if strange else ""


def unfit(fault: ValidationError, schema: Schema, lang: str) -> str:
    """The sentence on the first argument that the schema of a tool does not let through."""
    found = fault.errors(include_url=False)[0]
    place = tuple(part for part in found["loc"] if isinstance(part, str) and _step(schema, part, found["loc"]))
    name = ".".join(dict.fromkeys(place)) or str(found["loc"][0] if found["loc"] else "")
    wanted = expected(_at(schema, place), schema, lang)
    if found["type"] == "missing":
        return say("mcp.missing_argument", lang, name=name, wanted=wanted)
    return say("mcp.unfit_argument", lang, name=name, wanted=wanted, given=_given(found["input"], lang))


def expected(part: Schema, whole: Schema, lang: str) -> str:
    """What a part of a schema takes, in words."""
    part = _plain(part, whole)
    if "enum" in part:
        return say("mcp.takes.one_of", lang, known=_listed(map(str, part["enum"]), lang))
    kind = str(part.get("type", "object"))
    if kind in ("integer", "number"):
        return say(f"mcp.takes.{_reach(part)}", lang, least=part.get("minimum"), most=part.get("maximum"))
    if kind == "string":
        return _long("text", part.get("minLength"), part.get("maxLength"), lang)
    if kind == "array":
        return _long("list", part.get("minItems"), part.get("maxItems"), lang)
    if kind == "boolean":
        return say("mcp.takes.truth", lang)
    held = part.get("properties", {})
    return say("mcp.takes.object_of", lang, names=_listed(held, lang)) if held else say("mcp.takes.object", lang)


def _reach(part: Schema) -> str:
    return "whole_between" if {"minimum", "maximum"} <= set(part) else "whole_from" if "minimum" in part else "whole"


def _long(kind: str, least: int | None, most: int | None, lang: str) -> str:
    """How long a text or list may be; `most` alone, where it may be empty."""
    if most is None:
        return say(f"mcp.takes.{kind}", lang)
    most_told = f"{most:,}"
    return say(f"mcp.takes.{kind}_of", lang, least=least, most=most_told) if least else say(f"mcp.takes.{kind}_to", lang, most=most_told)


def _plain(part: Schema, whole: Schema) -> Schema:
    """A part without the choice of null, and with what it refers to."""
    held = next((one for one in part.get("anyOf", ()) if one.get("type") != "null"), part)
    name = str(held.get("$ref", "")).rpartition("/")[2]
    found: Schema = whole["$defs"][name] if name else held
    return found


def _at(schema: Schema, place: Iterable[str]) -> Schema:
    found = schema
    for step in place:
        found = _plain(_plain(found, schema).get("properties", {}).get(step, {}), schema)
    return found


def _step(schema: Schema, part: str, place: tuple[int | str, ...]) -> bool:
    """Whether a part of a place is the name of an argument, at the top or within one."""
    top = schema.get("properties", {})
    inner = _plain(top.get(str(place[0]), {}), schema).get("properties", {})
    return part in top or part in inner


def _given(value: object, lang: str) -> str:
    if value is None:
        return say("mcp.gave.nothing", lang)
    if isinstance(value, str) and len(value) > _LONGEST:
        return say("mcp.gave.text", lang, n=f"{len(value):,}")
    if isinstance(value, Mapping):
        return say("mcp.gave.object", lang, names=_listed(map(_short, value), lang) or "–")
    if isinstance(value, list | tuple):
        return say("mcp.gave.list", lang, n=len(value))
    return _short(str(value).lower() if isinstance(value, bool) else value)


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _listed(names: Iterable[str], lang: str) -> str:
    return say("join.list", lang).join(names)
