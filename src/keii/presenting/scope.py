"""What a chronology covers and how it was made, in two sentences."""

from keii.presenting.words import label, say
from keii.values.chronology import Chronology


def filters(chronology: Chronology, lang: str = "ja") -> tuple[tuple[str, str], ...]:
    """The filters that made the choice, named in words."""
    return tuple((label("scope", name, lang), words) for name, words in chronology.scope)


def method(chronology: Chronology, lang: str = "ja", *, notes: bool = False) -> str:
    """Two sentences: what was chosen from how many sources, how the rows are to be read (`notes`: in a Word file)."""
    entries = len(chronology.entries)
    documents = len(dict(chronology.sources))
    scope = say("join.sentence", lang).join(say("scope.filter", lang, name=name, words=words)
                                            for name, words in filters(chronology, lang))
    key = "method.scope" if scope else "method.scope_all"
    first = say(key, lang, documents=documents, entries=entries, scope=scope)
    disputed = any(entry.conflicts for entry in chronology.entries)
    key = "method.page" if not notes else "method.quotes" if disputed else "method.quotes_plain"
    return say("join.sentences", lang).join((first, say(key, lang)))
