"""Does a codebook's file have the shape of schema.json?"""

import json
from functools import cache
from importlib import resources

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from keii.codebooks.located import Located
from keii.errors import CodebookError


@cache
def _validator(shape: str) -> Draft202012Validator:
    schema = json.loads(resources.files("keii.codebooks").joinpath("schema.json").read_text(encoding="utf-8"))
    return Draft202012Validator({"$defs": schema["$defs"], "$ref": f"#/$defs/{shape}"})


def check(located: Located, shape: str) -> None:
    """Raises CodebookError `codebook.schema` that names file, line, place and problem of the gravest fault."""
    fault = best_match(_validator(shape).iter_errors(located.data))
    if fault is not None:
        path = list(fault.absolute_path)
        raise CodebookError("codebook.schema", file=located.file, line=located.line(path),
                            place="/".join(map(str, path)), problem=fault.message)
