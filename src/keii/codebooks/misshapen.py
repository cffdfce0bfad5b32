"""What is wrong with data that do not have a shape of schema.json."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, cast

from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError, best_match

from keii.codebooks.shape import schema_of

_TEXT = {"type": "string", "minLength": 1}


def misfit(data: Any, shape: str) -> tuple[list[str | int], str, dict[str, str]] | None:
    """Where data does not have a shape of schema.json, with the key and facts of what is wrong; None where it has."""
    fault = best_match(_validator(shape).iter_errors(data))
    return (list(fault.absolute_path), *_told(fault)) if fault is not None else None


def _told(fault: ValidationError) -> tuple[str, dict[str, str]]:
    """The key of the sentence for a fault, and its facts: the value that is there, what was wanted instead."""
    rule, wanted, value = str(fault.validator), cast(Any, fault.validator_value), cast(Any, fault.instance)
    if rule == "required":
        return "codebook.lacks", {"lacks": ", ".join(name for name in wanted if name not in value)}
    if rule == "additionalProperties":
        known = list(cast(Any, fault.schema).get("properties", ()))
        return "codebook.strange", {"value": ", ".join(name for name in value if name not in known),
                                    "known": ", ".join(known)}
    if rule == "enum":
        return "codebook.choice", {"value": _short(value), "known": ", ".join(map(str, wanted))}
    if rule == "type":
        return _UNLIKE[wanted if isinstance(wanted, str) else wanted[0]], {"value": _short(value)}
    if rule == "pattern":
        return "codebook.form", {"value": _short(value), "known": str(wanted)}
    if rule in ("minItems", "minLength"):
        return "codebook.empty", {}
    return "codebook.schema", {"value": _short(value), "problem": fault.message}


_UNLIKE = {"string": "codebook.no-text", "array": "codebook.no-list", "object": "codebook.no-fields",
           "boolean": "codebook.no-truth", "integer": "codebook.no-number"}
_MOST_SHOWN = 60


def _short(value: object) -> str:
    """A value as JSON, cut where it is long."""
    told = json.dumps(value, ensure_ascii=False, default=str)
    return told if len(told) <= _MOST_SHOWN else told[: _MOST_SHOWN - 1] + "…"


@cache
def _validator(shape: str) -> Draft202012Validator:
    quick = validators.extend(Draft202012Validator, {"items": _items})  # type: ignore[no-untyped-call]
    return cast(Draft202012Validator, quick(schema_of(shape)))


def _items(validator: Any, items: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """As the schema's `items`, but a list of texts, which is most of a codebook, is checked in one go."""
    if items == _TEXT and isinstance(instance, list) and all(isinstance(text, str) and text for text in instance):
        return
    yield from Draft202012Validator.VALIDATORS["items"](validator, items, instance, schema)
