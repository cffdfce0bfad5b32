"""Who is who in a codebook: actors by id and surname, holders of offices, states by letter."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from keii.values.codebook import Actor, Codebook, Office, Role
from keii.values.when import When, parse_edtf


@dataclass(frozen=True, slots=True)
class Term:
    """An actor's time in an office. None is an open end."""

    actor: Actor
    role: Role
    first: date | None
    last: date | None

    def covers(self, when: When) -> bool:
        low, high = when.bounds
        return (self.first is None or high is None or self.first <= high) and (
            self.last is None or low is None or low <= self.last)

    def gap(self, when: When) -> int:
        """Days between the time in office and `when`, 0 where they meet."""
        low, high = when.bounds
        if self.first is not None and high is not None and high < self.first:
            return (self.first - high).days
        if self.last is not None and low is not None and self.last < low:
            return (low - self.last).days
        return 0

    def over_by(self, when: When) -> bool:
        """Whether the time had ended by the end of `when`."""
        high = when.latest
        return self.last is not None and (high is None or self.last <= high)


class Roster:
    """Look-up tables over one codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self.actors = {actor.id: actor for actor in codebook.actors}
        self.states = {actor.id: actor for actor in codebook.actors if actor.kind in ("state", "international")}
        self.offices = codebook.offices
        self.by_surname: dict[str, list[Actor]] = {}
        self._terms: dict[tuple[str, str], list[Term]] = {}
        self._offices_of: dict[str, set[str]] = {}
        for actor in codebook.actors:
            if actor.surname:
                self.by_surname.setdefault(actor.surname, []).append(actor)
            for role in actor.roles:
                self._terms.setdefault((role.office, role.state), []).append(_term(actor, role))
                self._offices_of.setdefault(actor.id, set()).add(role.office)
        self.letters = {form: actor.id for actor in codebook.actors for form in actor.weak
                        if len(form) == 1 and actor.id in self.states}

    def state(self, code: str) -> Actor | None:
        return self.states.get(code)

    def terms(self, offices: Iterable[Office], state: str) -> list[Term]:
        return [term for office in offices for term in self._terms.get((office.id, state), ())]

    def terms_of(self, actor: Actor, offices: Iterable[Office]) -> list[Term]:
        return [term for office in offices for state in {role.state for role in actor.roles if role.office == office.id}
                for term in self._terms[(office.id, state)] if term.actor is actor]

    def held(self, actor: Actor, offices: Iterable[Office]) -> bool:
        """Whether the actor ever held one of the offices."""
        held = self._offices_of.get(actor.id, set())
        return any(office.id in held for office in offices)


def _term(actor: Actor, role: Role) -> Term:
    first = parse_edtf(role.since).earliest if role.since else None
    last = parse_edtf(role.until).latest if role.until else None
    return Term(actor, role, first, last)
