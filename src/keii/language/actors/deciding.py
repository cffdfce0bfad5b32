"""Who holds an office, and which of several bearers of a surname is meant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from keii.language.actors.phrases import Phrase
from keii.language.actors.roster import Roster, Term
from keii.language.actors.words import COMMON_SURNAMES
from keii.values.codebook import Actor
from keii.values.when import When

_FAR, _CLEARLY = 10**6, 5 * 365  # days


@dataclass(frozen=True, slots=True)
class Decision:
    """Who is meant, and what that rests on."""

    actor: Actor
    basis: str


class Deciding:
    """Decides by date, and by who is named: `strong` holds the ids a document names in full, `named` the people named
    so far with the order of their last naming. A role without a source never decides alone."""

    def __init__(self, roster: Roster, strong: frozenset[str]) -> None:
        self._roster = roster
        self._strong = strong

    def holder(self, state: Actor, phrase: Phrase, when: When | None, named: Mapping[str, int]) -> Actor | None:
        """The one holder of the last office (or organ) of a phrase at that time; None where none or several are known."""
        titles = [title for title in phrase.titles if title.offices]
        if titles and titles[-1].offices[0].shared and titles[0].organ:
            titles = titles[:1]
        if not titles or phrase.former or any(office.shared for office in titles[-1].offices):
            return None
        terms = self._roster.terms(titles[-1].offices, state.id)
        if when is not None:
            terms = [term for term in terms if term.covers(when)]
        holders = {term.actor.id: term.actor for term in terms}
        if len(holders) != 1 or not any(self._may_decide(term, when, named) for term in terms):
            return None
        return next(iter(holders.values()))

    def _may_decide(self, term: Term, when: When | None, named: Mapping[str, int]) -> bool:
        if term.actor.kind != "person":
            return True
        return when is not None and (term.role.source is not None or self._known(term.actor, named))

    def surname(self, people: Sequence[Actor], phrase: Phrase, when: When | None, note: str,
                named: Mapping[str, int]) -> Decision | None:
        """The person a surname with its titles means; the state where several can be meant and all are of one state.

        With a title: who ever held it. With a form of address or alone: who is named in the document, or, for a form of
        address, the only bearer of a rare surname.
        """
        known = [person for person in people if self._known(person, named)]
        if phrase.offices:
            fitting = [person for person in people if self._roster.held(person, phrase.offices)]
        else:
            fitting = known or (list(people) if phrase.found and _only_bearer(people) else [])
        if not fitting:
            return None
        if len(fitting) == 1:
            return Decision(fitting[0], "surname and title" if phrase.found else "surname")
        return self._one_of(fitting, phrase, when, note, named)

    def _one_of(self, people: Sequence[Actor], phrase: Phrase, when: When | None, note: str,
                named: Mapping[str, int]) -> Decision | None:
        known = [person for person in people if self._known(person, named)]
        timely = [person for person in people if self._timely(person, phrase, when, named)]
        both = [person for person in known if person in timely]
        closest = [] if timely or known else self._closest(people, phrase, when, named)
        order = [(both, f"named, {note}"), (timely, note), (known, "named"), (closest, f"closest to {note}")]
        if note.startswith("published"):  # a document may tell of other times: who it names comes first
            order[1], order[2] = order[2], order[1]
        for group, basis in order:
            if len(group) == 1:
                return Decision(group[0], basis)
        latest = max((person for person in known if person.id in named), key=lambda person: named[person.id], default=None)
        if latest is not None:
            return Decision(latest, "last named")
        states = {person.counts_as for person in people}
        state = self._roster.state(next(iter(states))) if len(states) == 1 else None
        return Decision(state, "several of that name") if state else None

    def _timely(self, person: Actor, phrase: Phrase, when: When | None, named: Mapping[str, int]) -> bool:
        if when is None:
            return False
        terms = self._sure(person, phrase, named)
        return any(term.over_by(when) if phrase.former else term.covers(when) for term in terms)

    def _sure(self, person: Actor, phrase: Phrase, named: Mapping[str, int]) -> list[Term]:
        """The person's times in the offices: of somebody the document does not name, only those with a source."""
        known = self._known(person, named)
        return [term for term in self._roster.terms_of(person, phrase.offices) if known or term.role.source is not None]

    def _closest(self, people: Sequence[Actor], phrase: Phrase, when: When | None, named: Mapping[str, int]) -> list[Actor]:
        """The person whose time in the office lies clearly closest to a date nobody's time covers."""
        gaps = sorted((min((term.gap(when) for term in self._sure(person, phrase, named)), default=_FAR), place)
                      for place, person in enumerate(people)) if when is not None else []
        if len(gaps) < 2 or gaps[0][0] + _CLEARLY > gaps[1][0] or gaps[-1][0] == _FAR:
            return []
        return [people[gaps[0][1]]]

    def _known(self, person: Actor, named: Mapping[str, int]) -> bool:
        return person.id in named or person.id in self._strong


def _only_bearer(people: Sequence[Actor]) -> bool:
    """Whether a surname with 氏 can mean one person only: somebody known by an office, of no common surname."""
    return len(people) == 1 and bool(people[0].roles) and people[0].surname not in COMMON_SURNAMES
