"""The name of a document, from the name of its file: one line that steers no terminal and that every store can hold."""

import os
import re
from dataclasses import replace
from pathlib import Path

from keii.values.document import Document

_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_NAMELESS = "_"


def plain_name(name: str) -> str:
    """`name` with what breaks lines, turns the direction of writing or is half a character (a file name in a broken
    encoding) as U+FFFD; `_` where nothing is left to be seen."""
    return _ODD.sub("\ufffd", name).strip() or _NAMELESS


def under_plain_name(document: Document) -> Document:
    name = plain_name(document.name)
    return document if name == document.name else replace(document, name=name)


def place_of(path: Path) -> str:
    """Where a file is, as a store can hold it: what is half a character is escaped."""
    return os.path.realpath(path).encode("utf-8", "backslashreplace").decode("utf-8")
