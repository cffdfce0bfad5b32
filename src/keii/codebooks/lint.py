"""What a careful reader would say of a codebook: errors, likely mistakes, and what is not verified."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from keii.codebooks.dead import dead
from keii.codebooks.draft import Draft, Placed, read_draft
from keii.codebooks.faults import Finding, faults, when
from keii.codebooks.loader import folder_of
from keii.errors import CodebookError
from keii.values.codebook import Actor, Codebook, Role


def lint(codebook: Codebook | str | Path) -> tuple[Finding, ...]:
    """All findings on a codebook, or on the codebook of that name or folder (then with file and line).

    A file that cannot be read at all is the only finding.
    """
    try:
        draft = _drafted(codebook) if isinstance(codebook, Codebook) else read_draft(folder_of(codebook))
    except CodebookError as fault:
        return (_fatal(fault),)
    checks = (faults, _double_names, _overlapping_roles, _deaf_offices, _stray_letters, dead, _unverified)
    return tuple(finding for check in checks for finding in check(draft))


def _fatal(fault: CodebookError) -> Finding:
    """The fault that keeps a file from being read: what it is about, and what is wrong with it."""
    facts = {name: str(fact) for name, fact in fault.facts.items()}
    return Finding(fault.key, "error", facts["file"], int(facts["line"]), facts.get("place") or facts.get("what", ""),
                   facts.get("problem") or facts.get("lacks", ""), tuple(facts.items()))


def _drafted(codebook: Codebook) -> Draft:
    return Draft(codebook.name, list(map(Placed, codebook.actors)), list(map(Placed, codebook.offices)),
                 list(map(Placed, codebook.compounds)),
                 [(name, list(map(Placed, topics))) for name, topics in codebook.topics],
                 list(map(Placed, codebook.actions)), list(map(Placed, codebook.predicates)),
                 list(map(Placed, codebook.hedges)))


def _double_names(draft: Draft) -> Iterator[Finding]:
    """A strong name that two actors bear can mean neither."""
    seen: dict[str, str] = {}
    for placed in draft.actors:
        actor = placed.value
        for name in dict.fromkeys((*actor.names, *(form for _, form in actor.names_other))):
            if name in seen:
                same = seen[name] == actor.id
                if not same:
                    yield _warning("double-name", placed, name, f"{seen[name]}, {actor.id}")
            seen.setdefault(name, actor.id)


def _overlapping_roles(draft: Draft) -> Iterator[Finding]:
    """Two persons in one office of one state at one time: a date is probably wrong."""
    holders: dict[tuple[str, str], list[tuple[Placed[Actor], Role]]] = {}
    organs = {placed.value.id for placed in draft.offices if placed.value.organ}
    shared = {placed.value.id for placed in draft.offices if placed.value.shared}
    for placed in draft.actors:
        for role in placed.value.roles:
            if role.office not in shared and role.office not in organs:
                holders.setdefault((role.office, role.state), []).append((placed, role))
    for (office, state), held in holders.items():
        for (one, first), (other, second) in combinations(held, 2):
            if _overlap(first, second):
                yield _warning("overlap", other, other.value.id, f"{office} {state}: {one.value.id}")


def _overlap(first: Role, second: Role) -> bool:
    """Whether two terms share more than the day of the handover, as far as their dates are exact."""
    lows = [found.latest for role in (first, second) if role.since and (found := when(role.since))]
    highs = [found.earliest for role in (first, second) if role.until and (found := when(role.until))]
    low, high = max(filter(None, lows), default=None), min(filter(None, highs), default=None)
    return low is None or high is None or low < high


def _deaf_offices(draft: Draft) -> Iterator[Finding]:
    """A title that two offices share without sharing a state decides by state; with a shared state it cannot."""
    seen: dict[tuple[str, str], str] = {}
    for placed in draft.offices:
        for title in placed.value.titles:
            for state in placed.value.states:
                other = seen.setdefault((title, state), placed.value.id)
                if other != placed.value.id:
                    yield _note("shared-title", placed, title, f"{other}, {placed.value.id}: {state}")


def _stray_letters(draft: Draft) -> Iterator[Finding]:
    """A compound must show each of its states by a one-character weak form of that state, in order."""
    letters = {placed.value.id: {form for form in placed.value.weak if len(form) == 1} for placed in draft.actors}
    for placed in draft.compounds:
        text, states = placed.value
        at = 0
        for state in states:
            spot = next((i for i in range(at, len(text)) if text[i] in letters.get(state, ())), None)
            if spot is None:
                yield Finding("codebook.compound", "warning", placed.file, placed.line, text, state)
                break
            at = spot + 1


def _unverified(draft: Draft) -> Iterator[Finding]:
    """Roles of persons without a source: they never decide alone."""
    for placed in draft.actors:
        for role in placed.value.roles:
            if placed.value.kind == "person" and role.source is None:
                yield _note("unverified", placed, placed.value.id,
                            f"{role.office} {role.state} {role.since or '..'}/{role.until or '..'}")


def _warning(key: str, placed: Placed[Actor], subject: str, detail: str) -> Finding:
    return Finding(f"codebook.{key}", "warning", placed.file, placed.line, subject, detail)


def _note(key: str, placed: Placed[object], subject: str, detail: str) -> Finding:
    return Finding(f"codebook.{key}", "note", placed.file, placed.line, subject, detail)
