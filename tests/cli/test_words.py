"""Every fault that can be raised anywhere, and every parameter of a command, has its sentence in both languages."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import keii
from keii.cli.commands import every
from keii.cli.help import words
from keii.presenting.words import LANGUAGES, catalogue, say

SOURCE = Path(keii.__file__).parent
FILES = sorted(SOURCE.rglob("*.py"))
KEY = re.compile(r"(unreadable|codebook|store|usage|format|words)\.[a-z][a-z_-]*")
FAULTS = {"KeiiError", "UnreadableError", "CodebookError", "StoreError", "UsageError"}


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in nodes(path) if isinstance(node, ast.Call))


def raised(path: Path) -> Iterator[tuple[str, set[str], int]]:
    """Keys given to faults outright, with the names of their facts."""
    for call in calls(path):
        named = isinstance(call.func, ast.Name) and call.func.id in FAULTS
        if named and call.args and isinstance(call.args[0], ast.Constant):
            facts = {keyword.arg for keyword in call.keywords}
            if None not in facts:
                yield str(call.args[0].value), {str(fact) for fact in facts}, call.lineno


def written(path: Path) -> Iterator[str]:
    """Keys written anywhere in a file, those of the codebook's checks completed."""
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
            yield node.value
    if path.name in ("faults.py", "lint.py") and path.parent.name == "codebooks":
        for call in calls(path):
            made = isinstance(call.func, ast.Name) and call.func.id in ("error", "_warning", "_note")
            if made and isinstance(call.args[0], ast.Constant):
                yield f"codebook.{call.args[0].value}"


def placeholders(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", sentence))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_fault_has_its_sentence(path: Path) -> None:
    missing = sorted(key for key in written(path) if key not in catalogue())
    assert missing == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_fault_brings_the_facts_of_its_sentence(path: Path) -> None:
    for key, facts, line in raised(path):
        for lang in LANGUAGES:
            assert placeholders(catalogue()[key][lang]) <= facts, f"{path}:{line} {key}"


def test_the_keys_are_found_at_all() -> None:
    found = {key for path in FILES for key in written(path)}
    assert {"unreadable.empty", "store.newer", "usage.actor", "codebook.missing", "codebook.double", "codebook.unverified"} <= found


@pytest.mark.parametrize("key", [key for key in catalogue() if key.startswith(("unreadable.", "store.", "codebook."))])
def test_a_sentence_names_the_file_in_both_languages(key: str) -> None:
    assert all("file" in placeholders(catalogue()[key][lang]) for lang in LANGUAGES)
    assert placeholders(catalogue()[key]["ja"]) == placeholders(catalogue()[key]["en"])


def parameters() -> list[tuple[str, Any]]:
    return [(name, param) for name, command in every() for param in command.params]


@pytest.mark.parametrize(("command", "parameter"), parameters(), ids=lambda part: getattr(part, "name", part))
def test_every_parameter_is_explained(command: str, parameter: Any) -> None:
    for lang in LANGUAGES:
        key = command.replace(" ", ".")
        assert words(key, parameter.name, lang)
        assert say(f"help.{key}", lang)
        assert say(f"help.{key}.example", lang).startswith(f"keii {command}")
