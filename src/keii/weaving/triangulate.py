"""How many independent sources carry an occurrence."""

from collections.abc import Iterable, Mapping

from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.weaving.words import plain


def _hands(doc: str, source: Source | None) -> frozenset[str]:
    """By whom a document speaks: its publisher and authors, or, where neither is known, itself."""
    if source is None:
        return frozenset({f"doc:{doc}"})
    makers = {f"publisher:{plain(source.publisher).casefold()}"} if source.publisher else set()
    makers.update(f"author:{plain(author).casefold()}" for author in source.author if author.strip())
    return frozenset(makers) or frozenset({f"doc:{doc}"})


def independent(occurrence: Occurrence, sources: Mapping[str, Source]) -> int:
    """How many independent sources carry an occurrence."""
    return independent_among(occurrence.docs, sources)


def independent_among(docs: Iterable[str], sources: Mapping[str, Source]) -> int:
    """Sources that do not hang together: documents that share a publisher or an author count once, an AI answer not.

    `sources` maps document names; one that is missing there, or of unknown origin, counts by itself.
    """
    groups: list[frozenset[str]] = []
    for doc in docs:
        source = sources.get(doc)
        if source is not None and source.family == "ai-answer":
            continue
        hands = _hands(doc, source)
        joined = [group for group in groups if group & hands]
        groups = [group for group in groups if not group & hands] + [hands.union(*joined)]
    return len(groups)
