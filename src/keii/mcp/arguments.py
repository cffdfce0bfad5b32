"""Arguments that do not fit a tool, told in one sentence: which, what was given, what it takes."""

from collections.abc import Iterable

from pydantic import ValidationError

from keii.presenting.fitting import Schema, expected, given, listed, plain, short
from keii.presenting.words import say


def strangers(arguments: Iterable[str], schema: Schema, lang: str) -> str:
    """The sentence on arguments that a tool does not have, "" where there are none."""
    known = list(schema.get("properties", {}))
    strange = [name for name in arguments if name not in known]
    return say("mcp.no_argument", lang, names=listed(map(short, strange), lang), known=listed(known, lang)) if strange else ""


def unfit(fault: ValidationError, schema: Schema, lang: str) -> str:
    """The sentence on the first argument that the schema of a tool does not let through."""
    found = fault.errors(include_url=False)[0]
    place = tuple(part for part in found["loc"] if isinstance(part, str) and _step(schema, part, found["loc"]))
    name = ".".join(dict.fromkeys(place)) or str(found["loc"][0] if found["loc"] else "")
    wanted = expected(_at(schema, place), schema, lang)
    if found["type"] == "missing":
        return say("mcp.missing_argument", lang, name=name, wanted=wanted)
    return say("mcp.unfit_argument", lang, name=name, wanted=wanted, given=given(found["input"], lang))


def _at(schema: Schema, place: Iterable[str]) -> Schema:
    found = schema
    for step in place:
        found = plain(plain(found, schema).get("properties", {}).get(step, {}), schema)
    return found


def _step(schema: Schema, part: str, place: tuple[int | str, ...]) -> bool:
    """Whether a part of a place is the name of an argument, at the top or within one."""
    top = schema.get("properties", {})
    inner = plain(top.get(str(place[0]), {}), schema).get("properties", {})
    return part in top or part in inner
