"""YAML that remembers its lines: plain data for the program, the line of every value for the person who edits it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml

from keii.errors import CodebookError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}
_MOST = 2_000_000
_WHOLE = re.compile(r"-?[0-9]{1,9}")


class _Texts(_Loader):  # type: ignore[misc]
    """Leaves every scalar a text: what is a number is said below, and a date or `no` stays what was written."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        return "text"


@dataclass(frozen=True)
class Located:
    """One YAML file: its data and where each value stands."""

    file: str
    data: Any
    root: yaml.Node | None

    def line(self, path: Iterable[str | int] = ()) -> int:
        """The line (from 1) of the value at `path`, or of the nearest value above it that exists."""
        node = self.root
        for step in path:
            below = _child(node, step)
            if below is None:
                break
            node = below
        return node.start_mark.line + 1 if node is not None else 1


def read_yaml(path: Path, name: str) -> Located:
    """Read one YAML file, called `name` in faults. Dates stay text; a repeated key is a fault.

    Raises CodebookError `codebook.missing`, `codebook.encoding`, `codebook.yaml` or `codebook.repeated`.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        raise CodebookError("codebook.encoding", file=name, line=1) from fault
    except OSError as fault:
        raise CodebookError("codebook.missing", file=name, line=1) from fault
    try:
        root = _composed(text, name)
        return Located(name, _Plain(name)(root) if root is not None else None, root)
    except RecursionError as fault:
        raise CodebookError("codebook.yaml", file=name, line=1, problem="nested too deeply") from fault


def _composed(text: str, name: str) -> yaml.Node | None:
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=_Texts)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        line = min(mark.line + 1, len(text.splitlines())) if mark else 1
        raise CodebookError("codebook.yaml", file=name, line=line, problem=getattr(fault, "problem", None) or str(fault)) from fault
    return root


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return cast(yaml.Node, node.value[step])
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    return None


class _Plain:
    """Nodes into plain data. By aliases a few lines can mean more than any memory holds: so many values are made at most."""

    def __init__(self, name: str) -> None:
        self._name, self._room = name, _MOST

    def __call__(self, node: yaml.Node) -> Any:
        self._room -= 1
        if self._room < 0:
            raise self._fault(node, "too many values by aliases")
        if isinstance(node, yaml.ScalarNode):
            return _scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [self(item) for item in node.value]
        found: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise self._fault(key, "a list or a group of fields cannot be the name of a field")
            if key.value in found:
                raise CodebookError("codebook.repeated", file=self._name, line=key.start_mark.line + 1, what=key.value)
            found[key.value] = self(value)
        return found

    def _fault(self, node: yaml.Node, problem: str) -> CodebookError:
        return CodebookError("codebook.yaml", file=self._name, line=node.start_mark.line + 1, problem=problem)


def _scalar(node: yaml.ScalarNode) -> str | int | bool | None:
    """Text, but for whole numbers, true, false and null without quotation marks. (`no` and 2001-04-26 are text here.)"""
    value = str(node.value)
    if node.style:
        return value
    if value in _CONSTANTS:
        return _CONSTANTS[value]
    return int(value) if _WHOLE.fullmatch(value) else value
