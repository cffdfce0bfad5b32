"""Patterns and words of a codebook that nothing can ever come to: they look like rules and are none."""

import re
from collections.abc import Iterable, Iterator
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from keii.codebooks.draft import Draft, Placed
from keii.codebooks.faults import Finding
from keii.values.codebook import Predicate

_STARTS, _ENDS = (kinds.AT_BEGINNING, kinds.AT_BEGINNING_STRING), (kinds.AT_END, kinds.AT_END_STRING)


def dead(draft: Draft) -> Iterator[Finding]:
    """Warnings: patterns that cannot match or match everything, readings that another always goes before."""
    for hedge in draft.hedges:
        yield from _pattern(hedge, hedge.value.pattern)
    for pattern, predicate in {placed.value.objects: placed for placed in reversed(draft.predicates)}.items():
        if pattern:
            yield from _pattern(predicate, pattern)
    yield from _shadowed(draft.predicates)


def _pattern(placed: Placed[Any], pattern: str) -> Iterator[Finding]:
    try:
        parsed = parser.parse(pattern)
    except re.error:
        return  # a fault of its own
    if not possible(parsed):
        yield Finding("codebook.never", "warning", placed.file, placed.line, pattern)
    elif parsed.getwidth()[0] == 0 and re.search(pattern, "") is not None and re.search(pattern, "〓") is not None:
        yield Finding("codebook.always", "warning", placed.file, placed.line, pattern)


def possible(parsed: Iterable[tuple[Any, Any]]) -> bool:
    """Whether a parsed pattern can match any text at all: nothing before ^, nothing after $, no empty choice."""
    parts = list(parsed)
    for place, (kind, held) in enumerate(parts):
        if kind is kinds.AT and held in _STARTS and _width(parts[:place]):
            return False
        if kind is kinds.AT and held in _ENDS and _width(parts[place + 1 :]):
            return False
        if not _part_possible(kind, held):
            return False
    return True


def _part_possible(kind: Any, held: Any) -> bool:
    if kind is kinds.BRANCH:
        return any(possible(choice) for choice in held[1])
    if kind is kinds.SUBPATTERN:
        return possible(held[-1])
    if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT):
        return held[0] == 0 or possible(held[2])
    if kind is kinds.ASSERT:
        return possible(held[1])
    if kind is kinds.ASSERT_NOT:
        return bool(_width(held[1])) or any(part is kinds.AT for part, _ in held[1])
    return True


def _width(parts: Iterable[tuple[Any, Any]]) -> int:
    """The least characters that parts of a pattern take up."""
    found = parser.SubPattern(parser.State(), list(parts))
    return int(found.getwidth()[0])


def _shadowed(predicates: list[Placed[Predicate]]) -> Iterator[Finding]:
    """A reading of a word that never wins: one of at least its weight, before it, asks for nothing."""
    taken: dict[tuple[str, bool], Predicate] = {}
    for placed in sorted(predicates, key=lambda placed: -placed.value.weight):
        one = placed.value
        key = (one.word, one.form == "noun")
        first = taken.get(key)
        if first is not None:
            yield Finding("codebook.shadowed", "warning", placed.file, placed.line, one.word, f"{first.action} > {one.action}")
        elif one.objects is None or one.form == "noun":
            taken[key] = one
