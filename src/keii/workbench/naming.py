"""Actors by any of their names: from the words of a person to codes, and from codes to words."""

from collections.abc import Iterable, Mapping

from keii.errors import UsageError
from keii.presenting.words import catalogue, label, say
from keii.values.codebook import Actor, Codebook

_CODED = {"action": "action", "pillar": "pillar", "status": "status", "factuality": "factuality", "issues": "issue"}


class Names:
    """The names of a codebook's actors."""

    def __init__(self, codebook: Codebook) -> None:
        self._actors = codebook.actors
        self._compounds = {word.casefold(): members for word, members in codebook.compounds}

    def codes(self, words: Iterable[str]) -> tuple[str, ...]:
        """Chronology codes of actors given by code or name (日本, North Korea, 日朝, 小泉, ORG:名), each once.

        Raises UsageError for a word that names none, or several that have not one code.
        """
        return tuple(dict.fromkeys(code for word in words for code in self._of(word)))

    def actors(self, word: str) -> tuple[Actor, ...]:
        """Whom a word means: by code or id, else by full name, else by a weak form, a state's before a surname."""
        for forms in (_codes_of, _names_of, _weak_of, _surname_of):
            if found := tuple(actor for actor in self._actors if word.casefold() in map(str.casefold, forms(actor))):
                return found
        return ()

    def near(self, word: str) -> tuple[Actor, ...]:
        """Actors with a name of which the word is a part."""
        return tuple(actor for actor in self._actors if any(word.casefold() in name.casefold() for name in _names_of(actor)))

    def labels(self, lang: str) -> Mapping[str, str]:
        """What people call each code."""
        return {actor.id: _label(actor, lang) for actor in self._actors if actor.id == actor.counts_as}

    def _of(self, word: str) -> tuple[str, ...]:
        if word.startswith("ORG:"):
            return (word,)
        found = self.actors(word)
        codes = tuple(dict.fromkeys(actor.counts_as for actor in found))
        if word.casefold() in self._compounds and not any(word in _names_of(actor) for actor in found):
            return self._compounds[word.casefold()]
        if len(codes) == 1:
            return codes
        if found:
            raise UsageError("usage.actor_several", value=word, known=_listed(found))
        near = self.near(word)
        raise UsageError("usage.actor_near" if near else "usage.actor", value=word, known=_listed(near))


_MOST_NAMED = 4
"""How many actors of each code are named where a word is unclear."""


def _listed(actors: Iterable[Actor]) -> str:
    """`金正日, 金正恩 (PRK), 金大中 (KOR)`, cut where there are many."""
    named: dict[str, list[str]] = {}
    for actor in actors:
        named.setdefault(actor.counts_as, []).append(actor.names[0])
    return ", ".join(f"{', '.join(names[:_MOST_NAMED])}{'…' if len(names) > _MOST_NAMED else ''} ({code})"
                     for code, names in named.items())


def spoken(filter: str, value: str, lang: str, names: Mapping[str, str]) -> str:
    """A filter's value in words: an actor by its name, a code by its label, anything else as it was given."""
    if filter in ("actors", "origin"):
        return label("actor", value, lang, names)
    if filter in _CODED:
        return label(_CODED[filter], value, lang)
    only = f"scope.{filter}.{value}"
    return say(only, lang) if only in catalogue() else value


def _codes_of(actor: Actor) -> tuple[str, ...]:
    return (actor.counts_as, actor.id)


def _names_of(actor: Actor) -> tuple[str, ...]:
    return (*actor.names, *(name for _, name in actor.names_other))


def _weak_of(actor: Actor) -> tuple[str, ...]:
    return () if actor.kind == "person" else actor.weak


def _surname_of(actor: Actor) -> tuple[str, ...]:
    return (*actor.weak, *([actor.surname] if actor.surname else []))


def _label(actor: Actor, lang: str) -> str:
    """The actor's first name in the language; where it has none there, its first name of all."""
    return next((name for language, name in actor.names_other if language == lang), actor.names[0])
