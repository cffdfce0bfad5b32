"""The chronology as the JSON object other programs read, and lines as JSON Lines."""

import json
import re
from collections.abc import Mapping

from keii.presenting import lines
from keii.values.chronology import Chronology

_LONE = re.compile("[\ud800-\udfff]")


def dump(value: object, *, indent: int | None = None) -> str:
    """JSON with Japanese unescaped. Lone surrogates, which UTF-8 cannot hold, are escaped and so kept."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _LONE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def line(value: Mapping[str, object]) -> str:
    """One line of JSON Lines, without its line break."""
    return dump(value)


def chronology(chronology: Chronology) -> str:
    """`{"rows": [...]}`, one row an occurrence."""
    return dump({"rows": [lines.row(entry) for entry in chronology.entries]}, indent=1) + "\n"
