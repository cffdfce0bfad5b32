"""Who holds an office, and which of several bearers of a surname is meant."""

from collections.abc import Iterable, Mapping

from keii.language.actors.roster import Roster, Term
from keii.language.actors.tokens import Title
from keii.values.codebook import Actor
from keii.values.when import When


class Deciding:
    """Decides by date, and by who has been named. A role without a source never decides alone."""

    def __init__(self, roster: Roster, strong: frozenset[str]) -> None:
        self._roster = roster
        self._strong = strong

    def holder(self, state: Actor, titles: Iterable[Title], when: When | None, named: Mapping[str, int]) -> Actor | None:
        """The one holder of the last office named, at that time; None where none or several are known."""
        offices = [office for title in titles for office in title.offices]
        if not offices or when is None:
            return None
        last = [title for title in titles if title.offices][-1].offices
        if any(office.shared for office in last):
            return None
        terms = [term for term in self._roster.terms(last, state.id) if term.covers(when)]
        holders = {term.actor.id: term for term in terms if self._certain(term, named)}
        return next(iter(holders.values())).actor if len({term.actor.id for term in terms}) == len(holders) == 1 else None

    def _certain(self, term: Term, named: Mapping[str, int]) -> bool:
        return term.role.source is not None or term.actor.kind != "person" or term.actor.id in named or (
            term.actor.id in self._strong)

    def titled(self, candidates: Iterable[Actor], titles: list[Title], when: When | None, note: str, former: bool,
               named: Mapping[str, int]) -> tuple[Actor | None, str | None]:
        """(person, basis) for a surname with its titles; the state where the persons are many and the state is one."""
        offices = [office for title in titles for office in title.offices]
        people = list(dict.fromkeys(candidates)) if not isinstance(candidates, list) else candidates
        fitting = [person for person in people if self._roster.held(person, offices)] if offices else people
        if titles and not offices and len(fitting) > 1:
            fitting = [person for person in fitting if person.id in named or person.id in self._strong] or fitting
        if not titles:
            fitting = [person for person in fitting if person.id in named or person.id in self._strong]
        if not fitting:
            return None, None
        if len(fitting) == 1:
            return (fitting[0], "surname and title" if titles else "surname") if (
                offices or not titles or self._known(fitting[0], people, named)) else (None, None)
        return self._one_of(fitting, offices, when, note, former, named)

    def _known(self, person: Actor, people: list[Actor], named: Mapping[str, int]) -> bool:
        """Whether a form of address alone is enough: the person was named, or rules (小泉政権) and nobody else may."""
        return person.id in named or person.id in self._strong or len(people) == 1

    def _one_of(self, people: list[Actor], offices: list, when: When | None, note: str, former: bool,  # type: ignore[type-arg]
                named: Mapping[str, int]) -> tuple[Actor | None, str | None]:
        before = [person for person in people if person.id in named or person.id in self._strong]
        at = [person for person in people if when is not None and any(
            term.over_by(when) if former else term.covers(when) for term in self._roster.terms_of(person, offices))]
        for group, basis in (([p for p in before if p in at], f"named; {note}"), (at, note), (before, "named")):
            if len(group) == 1:
                return group[0], basis
        if len(before) > 1:
            latest = max(before, key=lambda person: named.get(person.id, 0))
            if latest.id in named:
                return latest, "last named"
        states = {person.counts_as for person in people}
        state = self._roster.state(next(iter(states))) if len(states) == 1 else None
        return state, "surname of several" if state else None
