"""Does a codebook's file have the shape of schema.json?"""

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any, cast

from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError, best_match

from keii.codebooks.located import Located
from keii.errors import CodebookError

_TEXT = {"type": "string", "minLength": 1}


def check(located: Located, shape: str) -> None:
    """Raises CodebookError `codebook.schema` that names file, line, place and problem of the gravest fault."""
    fault = best_match(_validator(shape).iter_errors(located.data))
    if fault is not None:
        path = list(fault.absolute_path)
        raise CodebookError("codebook.schema", file=located.file, line=located.line(path),
                            place="/".join(map(str, path)), problem=fault.message)


@cache
def _validator(shape: str) -> Draft202012Validator:
    schema = json.loads(resources.files("keii.codebooks").joinpath("schema.json").read_text(encoding="utf-8"))
    quick = validators.extend(Draft202012Validator, {"items": _items})  # type: ignore[no-untyped-call]
    return cast(Draft202012Validator, quick(_inlined(schema["$defs"][shape], schema["$defs"])))


def _items(validator: Any, items: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """As the schema's `items`, but a list of texts, which is most of a codebook, is checked in one go."""
    if items == _TEXT and isinstance(instance, list) and all(isinstance(text, str) and text for text in instance):
        return
    yield from Draft202012Validator.VALIDATORS["items"](validator, items, instance, schema)


def _inlined(part: Any, shapes: dict[str, Any]) -> Any:
    """A schema with its references replaced by what they name: looking them up is half the cost of checking."""
    if isinstance(part, list):
        return [_inlined(item, shapes) for item in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        return _inlined(shapes[part["$ref"].rpartition("/")[2]], shapes)
    return {key: _inlined(value, shapes) for key, value in part.items()}
