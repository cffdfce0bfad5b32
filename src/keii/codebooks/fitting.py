"""A schema as a quick yes: whether data surely has its shape. What is wrong where it has not, jsonschema tells."""

import re
from collections.abc import Callable, Mapping
from typing import Any

Fits = Callable[[Any], bool]
_TYPES: Mapping[str, type] = {"string": str, "array": list, "object": dict, "boolean": bool, "integer": int}


def fits(schema: Mapping[str, Any]) -> Fits:
    """Tells data that have the shape of a schema (without references). Where it says no, the data may still have it: what is
    not known here is left to who reads schemas whole.

    Raises KeyError for a keyword of which it knows nothing, and where no type is said on which the others rest.
    """
    if len(schema) > 1:
        schema = {"type": schema["type"], **schema}
    tests = tuple(_KEYWORDS[word](wanted, schema) for word, wanted in schema.items())
    return tests[0] if len(tests) == 1 else lambda data: all(test(data) for test in tests)


def _type(wanted: str | list[str], _: object) -> Fits:
    kinds = frozenset(_TYPES[name] for name in ([wanted] if isinstance(wanted, str) else wanted))
    return lambda data: type(data) in kinds


def _required(wanted: list[str], _: object) -> Fits:
    names = frozenset(wanted)
    return lambda data: names <= data.keys()


def _properties(wanted: Mapping[str, Any], _: object) -> Fits:
    known = {name: fits(part) for name, part in wanted.items()}
    return lambda data: all(test(data[name]) for name, test in known.items() if name in data)


def _additional(wanted: bool | Mapping[str, Any], schema: Mapping[str, Any]) -> Fits:
    known = frozenset(schema.get("properties", ()))
    if isinstance(wanted, bool):
        return lambda data: wanted or data.keys() <= known
    test = fits(wanted)
    return lambda data: all(test(value) for name, value in data.items() if name not in known)


def _items(wanted: Mapping[str, Any], _: object) -> Fits:
    test = fits(wanted)
    return lambda data: all(map(test, data))


def _any_of(wanted: list[Mapping[str, Any]], _: object) -> Fits:
    choices = tuple(map(fits, wanted))
    return lambda data: any(test(data) for test in choices)


def _enum(wanted: list[Any], _: object) -> Fits:
    known = frozenset(wanted)
    return lambda data: type(data) is str and data in known


def _pattern(wanted: str, _: object) -> Fits:
    seek = re.compile(wanted).search
    return lambda data: seek(data) is not None


def _least(wanted: int, _: object) -> Fits:
    return lambda data: len(data) >= wanted


_KEYWORDS: Mapping[str, Callable[[Any, Mapping[str, Any]], Fits]] = {
    "type": _type, "required": _required, "properties": _properties, "additionalProperties": _additional, "items": _items,
    "anyOf": _any_of, "enum": _enum, "pattern": _pattern, "minItems": _least, "minLength": _least,
}
