"""What a program asks: parameters and bodies, each checked against the very schema that describes it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jsonschema import Draft202012Validator
from starlette.requests import Request

from keii.errors import UsageError
from keii.presenting.fitting import Schema, expected, given, listed, short
from keii.web.guard import TooLargeError
from keii.web.shop import lang_of


@dataclass(frozen=True)
class Parameter:
    """A parameter of an address. `schema` is of one value; `many` may be given several times; what it means is said under
    `api.NAME` of the catalogue."""

    name: str
    schema: Schema
    many: bool = False
    required: bool = False


def checked(request: Request, known: Sequence[Parameter]) -> Mapping[str, Sequence[Any]]:
    """The values of an address by parameter, numbers as numbers. Raises UsageError for the first that does not fit."""
    lang, names = lang_of(request), {one.name: one for one in known}
    query = request.query_params
    if strange := [name for name in dict.fromkeys(query) if name not in names]:
        raise UsageError("api.no_parameter", names=listed(map(short, strange), lang), known=listed(names, lang))
    return {one.name: _values(one, query.getlist(one.name), lang) for one in known}


def body(request: Request, raw: bytes, schema: Schema) -> Mapping[str, Any]:
    """The body as it fits `schema`. Raises UsageError where it does not, TooLargeError where it was cut off."""
    lang = lang_of(request)
    if request.scope.get("keii.too_large"):
        raise TooLargeError
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError) as fault:
        raise UsageError("api.no_json") from fault
    if not isinstance(found, dict):
        raise UsageError("api.unfit_body", wanted=expected(schema, schema, lang), given=given(found, lang))
    known = schema["properties"]
    if strange := [name for name in found if name not in known]:
        raise UsageError("api.no_parameter", names=listed(map(short, strange), lang), known=listed(known, lang))
    for name in schema.get("required", ()):
        if name not in found:
            raise UsageError("api.missing", name=name, wanted=expected(known[name], schema, lang))
    for name, value in found.items():
        _fit(name, value, known[name], lang)
    return found


def _values(one: Parameter, texts: Sequence[str], lang: str) -> Sequence[Any]:
    if one.required and not texts:
        raise UsageError("api.missing", name=one.name, wanted=expected(one.schema, one.schema, lang))
    if len(texts) > 1 and not one.many:
        raise UsageError("api.once", name=one.name)
    values = [_number(text) if one.schema.get("type") == "integer" else text for text in texts]
    for value in values:
        _fit(one.name, value, one.schema, lang)
    return values


def _number(text: str) -> object:
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    return sign * int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 16 else text


def _fit(name: str, value: object, schema: Schema, lang: str) -> None:
    if not Draft202012Validator(schema).is_valid(value):
        raise UsageError("api.unfit", name=name, wanted=expected(schema, schema, lang), given=given(value, lang))


def one(values: Mapping[str, Sequence[Any]], name: str, otherwise: Any = None) -> Any:
    """The value of a parameter that is given once, or what holds where it is not given."""
    return values[name][0] if values.get(name) else otherwise


def of(known: Iterable[Parameter], *names: str) -> tuple[Parameter, ...]:
    """Those of `known` with these names."""
    held = {one.name: one for one in known}
    return tuple(held[name] for name in names)
