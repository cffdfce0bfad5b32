"""The entries of a codebook's files as they are written in YAML, each with the stretch of text it takes up."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from keii.codebooks.located import read_yaml

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its data as plain values, the comments and blank lines before it, and its own lines."""

    data: Data
    lead: str
    body: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A file that is a list of entries: what stands before the first, the entries, what stands after the last."""

    head: str
    entries: tuple[Entry, ...]
    tail: str
    indent: str

    def having(self, wanted: list[Data], written: Callable[[Data], str] | None = None) -> str:
        """The file's text with `wanted` for its entries: an entry that says the same keeps its own text, another is
        `written` anew (on one line, where nothing else is said). Comments stay, those of an entry taken away too."""
        kept = {settled(entry.data): entry.body for entry in self.entries}
        fresh = written or (lambda data: f"{self.indent}- {flow(data)}\n")
        leads, last = self._comments({_key(data) for data in wanted})
        parts = (leads.pop(_key(data), "") + (kept.get(settled(data)) or fresh(data)) for data in wanted)
        return self.head + "".join(parts) + last + self.tail

    def _comments(self, wanted: set[Any]) -> tuple[dict[Any, str], str]:
        """What stands before each wanted entry, by its key, and what is left over at the end."""
        found: dict[Any, str] = {}
        carried = ""
        for entry in self.entries:
            if _key(entry.data) in wanted:
                found[_key(entry.data)] = carried + entry.lead
                carried = ""
            else:
                carried += entry.lead if "#" in entry.lead else ""
        return found, carried


def _key(data: Data) -> Any:
    return data.get("id") or settled(data)


def listing(path: Path, name: str) -> Listing:
    """The entries of an actors' file or of a file that is itself a list. Raises CodebookError as loading does."""
    located = read_yaml(path, name)
    text = path.read_text(encoding="utf-8-sig")
    items = located.data["actors"] if isinstance(located.data, dict) else located.data or []
    return cut(text, _sequence(located.root), items)


def groups_of(action: Entry) -> Listing:
    """The groups of words of one action."""
    root = yaml.compose(action.body, Loader=yaml.SafeLoader)
    fields = root.value[0].value if isinstance(root, yaml.SequenceNode) else []
    nodes = next((list(value.value) for key, value in fields if key.value == "groups"), [])
    return cut(action.body, nodes, action.data["groups"])


def cut(text: str, nodes: list[yaml.Node], items: list[Data]) -> Listing:
    """A text cut at the entries that `nodes` are, which say what `items` say."""
    if not nodes:
        return Listing(text if text.endswith("\n") or not text else text + "\n", (), "", "")
    lines = text.splitlines(keepends=True)
    lines[-1] = lines[-1] if lines[-1].endswith("\n") else lines[-1] + "\n"
    starts = [_first_line(lines, node.start_mark.line, previous) for previous, node in _with_previous(nodes)]
    ends = [*starts[1:], _last_line(nodes) + 1]
    entries = tuple(Entry(item, "".join(lines[start : node.start_mark.line]), "".join(lines[node.start_mark.line : end]))
                    for item, node, start, end in zip(items, nodes, starts, ends, strict=True))
    column = max(nodes[0].start_mark.column - 2, 0)
    return Listing("".join(lines[: starts[0]]), entries, "".join(lines[ends[-1] :]), " " * column)


def flow(data: Any) -> str:
    """Data as YAML on one line."""
    return str(yaml.safe_dump(data, allow_unicode=True, default_flow_style=True, width=10**9, sort_keys=False)).strip()


def _sequence(root: yaml.Node | None) -> list[yaml.Node]:
    if isinstance(root, yaml.MappingNode):
        return next((_sequence(value) for key, value in root.value if key.value == "actors"), [])
    return list(root.value) if isinstance(root, yaml.SequenceNode) else []


def _with_previous(nodes: list[yaml.Node]) -> Iterator[tuple[int, yaml.Node]]:
    """Each node with the line after the node before it (0 for the first)."""
    previous = 0
    for number, node in enumerate(nodes):
        yield previous if number else node.start_mark.line, node
        previous = _last_line([node]) + 1


def _first_line(lines: list[str], line: int, previous: int) -> int:
    """Where an entry begins, with the comments and blank lines between it and the entry before."""
    while line > previous and (not lines[line - 1].strip() or lines[line - 1].lstrip().startswith("#")):
        line -= 1
    return line


def _last_line(nodes: list[yaml.Node]) -> int:
    """The line on which the last of `nodes` ends, without what follows it."""
    node = nodes[-1]
    if isinstance(node, yaml.ScalarNode) or getattr(node, "flow_style", False):
        return int(node.end_mark.line)
    below = [part for pair in node.value for part in (pair if isinstance(pair, tuple) else (pair,))]
    return _last_line(below) if below else int(node.start_mark.line)


def settled(data: Any, key: str = "") -> Any:
    """Data as a value by which two entries can be told to say the same: words as a list or a text, dates as texts."""
    if key in ("words", "target_case"):
        return tuple(data.split() if isinstance(data, str) else data)
    if isinstance(data, dict):
        return tuple(sorted((name, settled(value, name)) for name, value in data.items()))
    if isinstance(data, list):
        return tuple(settled(item) for item in data)
    return str(data) if key in ("since", "until") else data
