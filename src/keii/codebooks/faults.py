"""What makes a codebook unusable, beyond its shape: double ids, names of nothing, impossible dates and patterns."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeVar

from keii.codebooks.draft import Draft, Placed
from keii.values.codebook import Role
from keii.values.pattern import compiled
from keii.values.when import When, parse_edtf

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark on a codebook. `error` keeps it from loading, `warning` is likely a mistake, `note` is to be known.

    `facts` are what its sentence needs beside file, line, `subject` (what it is about) and `detail` (what is wrong).
    """

    key: str
    severity: Literal["error", "warning", "note"]
    file: str
    line: int
    subject: str
    detail: str = ""
    facts: tuple[tuple[str, str], ...] = ()


def faults(draft: Draft) -> Iterator[Finding]:
    """All that keeps a draft from being a codebook."""
    for check in (_double_ids, _unknown_states, _unknown_offices, _bad_dates, _bad_patterns):
        yield from check(draft)


def error(key: str, placed: Placed[object], subject: str, detail: str = "") -> Finding:
    return Finding(f"codebook.{key}", "error", placed.file, placed.line, subject, detail)


@cache
def when(edtf: str) -> When | None:
    """The time an EDTF date names, None where it is none."""
    try:
        return parse_edtf(edtf)
    except ValueError:
        return None


def states_of(draft: Draft) -> frozenset[str]:
    return frozenset(placed.value.id for placed in draft.actors if placed.value.kind in ("state", "international"))


def _double_ids(draft: Draft) -> Iterator[Finding]:
    yield from _doubles(draft.actors, lambda actor: actor.id)
    yield from _doubles(draft.offices, lambda office: office.id)
    yield from _doubles(draft.compounds, lambda compound: compound[0])
    yield from _doubles(draft.actions, lambda action: action.id)
    for _, topics in draft.topics:
        yield from _doubles(topics, lambda topic: topic.id)


def _doubles(items: Iterable[Placed[T]], key: Callable[[T], str]) -> Iterator[Finding]:
    seen: dict[str, Placed[T]] = {}
    for placed in items:
        name = key(placed.value)
        if name in seen:
            first = seen[name]
            yield error("double", placed, name, f"{first.file}:{first.line}")
        seen.setdefault(name, placed)


def _unknown_states(draft: Draft) -> Iterator[Finding]:
    known = states_of(draft)
    for office in draft.offices:
        for state in office.value.states:
            if state not in known:
                yield error("unknown-state", office, state, office.value.id)
    for compound in draft.compounds:
        for state in compound.value[1]:
            if state not in known:
                yield error("unknown-state", compound, state, compound.value[0])
    for actor in draft.actors:
        for state in (actor.value.counts_as, *(role.state for role in actor.value.roles)):
            if state not in known and not state.startswith("ORG:"):
                yield error("unknown-state", actor, state, actor.value.id)


def _unknown_offices(draft: Draft) -> Iterator[Finding]:
    known = {placed.value.id for placed in draft.offices}
    for actor in draft.actors:
        for role in actor.value.roles:
            if role.office not in known:
                yield error("unknown-office", actor, role.office, actor.value.id)


def _bad_dates(draft: Draft) -> Iterator[Finding]:
    for actor in draft.actors:
        for role in actor.value.roles:
            problem = date_problem(role)
            if problem:
                yield error("date", actor, actor.value.id, problem)


def date_problem(role: Role) -> str | None:
    for date in (role.since, role.until):
        if date is not None and when(date) is None:
            return date
    if role.since and role.until:
        first, last = when(role.since), when(role.until)
        if first and last and first.earliest and last.latest and first.earliest > last.latest:
            return f"{role.since} > {role.until}"
    return None


def _bad_patterns(draft: Draft) -> Iterator[Finding]:
    patterns: list[tuple[Placed[object], str]] = [(hedge, hedge.value.pattern) for hedge in draft.hedges]
    patterns += [(word, word.value.objects) for word in draft.predicates if word.value.objects]
    for placed, pattern in patterns:
        try:
            compiled(pattern)
        except re.error as fault:
            yield error("pattern", placed, pattern, str(fault))
