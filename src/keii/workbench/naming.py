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
        self._codes = _codes(codebook)

    def codes(self, words: Iterable[str]) -> tuple[str, ...]:
        """Chronology codes of actors given by code or name (日本, North Korea, 日朝, ORG:名), each once.

        Raises UsageError for a word that names none.
        """
        return tuple(dict.fromkeys(code for word in words for code in self._of(word)))

    def labels(self, lang: str) -> Mapping[str, str]:
        """What people call each code."""
        return {actor.id: _label(actor, lang) for actor in self._actors if actor.id == actor.counts_as}

    def _of(self, word: str) -> tuple[str, ...]:
        if word.startswith("ORG:"):
            return (word,)
        found = self._codes.get(word.casefold())
        if found is None:
            raise UsageError("usage.actor", value=word)
        return found


def spoken(filter: str, value: str, lang: str, names: Mapping[str, str]) -> str:
    """A filter's value in words: an actor by its name, a code by its label, anything else as it was given."""
    if filter in ("actors", "origin"):
        return label("actor", value, lang, names)
    if filter in _CODED:
        return label(_CODED[filter], value, lang)
    only = f"scope.{filter}.{value}"
    return say(only, lang) if only in catalogue() else value


def _codes(codebook: Codebook) -> dict[str, tuple[str, ...]]:
    """Codes by word: codes themselves go before names, full names before weak ones."""
    codes: dict[str, tuple[str, ...]] = {}
    for words_of in (_codes_of, _names_of, _weak_of):
        for actor in codebook.actors:
            for word in words_of(actor):
                codes.setdefault(word.casefold(), (actor.counts_as,))
    for word, members in codebook.compounds:
        codes.setdefault(word.casefold(), members)
    return codes


def _codes_of(actor: Actor) -> tuple[str, ...]:
    return (actor.counts_as, actor.id)


def _names_of(actor: Actor) -> tuple[str, ...]:
    return (*actor.names, *(name for _, name in actor.names_other))


def _weak_of(actor: Actor) -> tuple[str, ...]:
    return actor.weak


def _label(actor: Actor, lang: str) -> str:
    """The actor's first name in the language; where it has none there, its first name of all."""
    return next((name for language, name in actor.names_other if language == lang), actor.names[0])
