"""Does a codebook's file have the shape of schema.json?"""

import json
from functools import cache
from importlib import import_module, resources
from typing import Any, cast

from keii.codebooks.fitting import Fits, fits
from keii.codebooks.located import Located
from keii.errors import CodebookError

Misfit = tuple[list[str | int], str, dict[str, str]]
"""Where data are amiss, with the key and facts of what is wrong."""


def check(located: Located, shape: str) -> None:
    """Raises CodebookError that names file, line and place of the gravest fault, and what is wrong there."""
    if fault := misfit(located.data, shape):
        path, key, facts = fault
        raise CodebookError(key, file=located.file, line=located.line(path), place="/".join(map(str, path)), **facts)


def misfit(data: Any, shape: str) -> Misfit | None:
    """Where data does not have a shape of schema.json; None where it has. Who only loads what is well made reads schemas in no
    other way than quickly."""
    if _quick(shape)(data):
        return None
    return cast(Misfit | None, import_module("keii.codebooks.misshapen").misfit(data, shape))


@cache
def schema_of(shape: str) -> dict[str, Any]:
    """The schema of a shape, whole."""
    schema = json.loads(resources.files("keii.codebooks").joinpath("schema.json").read_text(encoding="utf-8"))
    return cast(dict[str, Any], _inlined(schema["$defs"][shape], schema["$defs"]))


@cache
def _quick(shape: str) -> Fits:
    return fits(schema_of(shape))


def _inlined(part: Any, shapes: dict[str, Any]) -> Any:
    """A schema with its references replaced by what they name: looking them up is half the cost of checking."""
    if isinstance(part, list):
        return [_inlined(item, shapes) for item in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        return _inlined(shapes[part["$ref"].rpartition("/")[2]], shapes)
    return {key: _inlined(value, shapes) for key, value in part.items()}
