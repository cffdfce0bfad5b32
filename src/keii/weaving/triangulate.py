"""What carries an occurrence: how many independent sources, of which countries and kinds, how many reports, the earliest."""

from collections.abc import Iterable, Mapping, Sequence

from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.values.support import Support
from keii.values.when import parse_edtf
from keii.weaving.copies import copied
from keii.weaving.words import plain

Pairs = Sequence[tuple[str, str]]


def _hands(doc: str, source: Source | None, among: frozenset[str]) -> frozenset[str]:
    """By whom a document speaks: itself, the one it is a part of, those of `among` that it cites, its publisher and authors."""
    own = {f"doc:{doc}"}
    if source is None:
        return frozenset(own)
    own.update(f"doc:{cited}" for cited in source.cites if cited in among)
    if source.whole:
        own.add(f"doc:{source.whole}")
    if source.publisher:
        own.add(f"publisher:{plain(source.publisher).casefold()}")
    return frozenset(own | {f"author:{plain(author).casefold()}" for author in source.author if author.strip()})


def independent(occurrence: Occurrence, sources: Mapping[str, Source]) -> int:
    """How many independent sources carry an occurrence; documents that tell it in one and the same words count once."""
    return independent_among(occurrence.docs, sources, copied(occurrence))


def independent_among(docs: Iterable[str], sources: Mapping[str, Source], copies: Pairs = ()) -> int:
    """Sources that do not hang together: documents that share a publisher or an author, or one of which cites the other,
    or that are known to be `copies`, count once, through any chain; an AI answer not at all.

    `sources` maps document names; one that is missing there, or of unknown origin, counts by itself.
    """
    return len(_groups(_counting(docs, sources), sources, copies))


def support(occurrence: Occurrence, sources: Mapping[str, Source]) -> Support:
    """All that carries an occurrence."""
    docs, copies = _counting(occurrence.docs, sources), copied(occurrence)
    by = {doc: sources.get(doc, Source()) for doc in occurrence.docs}
    return Support(
        independent=len(_groups(docs, sources, copies)), reports=len(occurrence.docs),
        passages=len({span for event in occurrence.events for span in event.evidence}),
        earliest=_earliest({doc: by[doc] for doc in docs}), origins=_counts(docs, sources, copies, {doc: by[doc].origin for doc in docs}),
        families=_counts(docs, sources, copies, {doc: by[doc].family for doc in docs}),
        relied=tuple((doc, cited) for doc in docs for cited in by[doc].cites if cited in docs),
        copied=tuple(pair for pair in copies if set(pair) <= set(docs)))


def _counting(docs: Iterable[str], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """The documents that can carry anything: an AI answer cannot."""
    return tuple(doc for doc in docs if doc not in sources or sources[doc].family != "ai-answer")


def _groups(docs: Sequence[str], sources: Mapping[str, Source], copies: Pairs) -> list[frozenset[str]]:
    groups: list[frozenset[str]] = []
    among = frozenset(docs)
    for doc in docs:
        twins = {f"doc:{other}" for pair in copies if doc in pair for other in pair if other in among}
        hands = _hands(doc, sources.get(doc), among) | twins
        joined = [group for group in groups if group & hands]
        groups = [group for group in groups if not group & hands] + [hands.union(*joined)]
    return groups


def _counts(docs: Sequence[str], sources: Mapping[str, Source], copies: Pairs,
            named: Mapping[str, str | None]) -> tuple[tuple[str, int], ...]:
    """Independent sources of each country or kind that is known, the most first."""
    kinds = sorted({name for name in named.values() if name})
    counted = [(kind, len(_groups([doc for doc in docs if named[doc] == kind], sources, copies))) for kind in kinds]
    return tuple(sorted(counted, key=lambda pair: (-pair[1], pair[0])))


def _earliest(sources: Mapping[str, Source]) -> tuple[str, str] | None:
    """The document that was published first, with its date; None where no date is known or two could be first."""
    dated = sorted((when.latest, when.earliest, doc, published) for doc, source in sources.items()
                   if (published := source.published) and (when := parse_edtf(published)).latest and when.earliest)
    if not dated:
        return None
    first = dated[0]
    return (first[2], first[3]) if all(first[0] < low for _, low, _, _ in dated[1:] if low and first[0]) else None
