"""Which documents draw on which: what each cites, held against what is there."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from keii.values.citing import Citing
from keii.values.reference import Reference
from keii.values.source import Source
from keii.values.when import parse_edtf
from keii.weaving.words import plain

_START = 4
_LEAST_WITHIN = 8
"""Characters from which a title counts where it stands within another; a shorter one must be the same."""
_PRESS = frozenset({"press"})
_CUT = ("（", "(", "――", "──", "―", "：", ":", "〈")

Cites = Mapping[str, tuple[str, ...]]


def relied(cited: Iterable[Citing], sources: Mapping[str, Source]) -> Cites:
    """The documents each document cites or names, by name; those that draw on none are left out. Cost grows with the
    citations and the documents."""
    shelf = _Shelf(sources)
    found: dict[str, set[str]] = defaultdict(set)
    for citing in cited:
        own = sources.get(citing.doc)
        found[citing.doc].update(doc for doc in shelf.meant(citing.reference)
                                 if doc != citing.doc and own is not None and not _later(sources[doc], own))
    return {doc: tuple(sorted(docs)) for doc, docs in sorted(found.items()) if docs}


class _Shelf:
    """The documents by the beginnings of their titles, by publisher and by address."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._titles = {doc: title for doc, source in sources.items() if (title := _title(source.title))}
        self._starts: dict[str, list[str]] = defaultdict(list)
        self._publishers: dict[str, list[str]] = defaultdict(list)
        self._addresses: dict[str, list[str]] = defaultdict(list)
        for doc, title in self._titles.items():
            self._starts[title[:_START]].append(doc)
        for doc, source in sources.items():
            if source.publisher and (source.family in _PRESS or source.kind == "statement"):
                self._publishers[_name(source.publisher)].append(doc)
            if source.url:
                self._addresses[_address(source.url)].append(doc)

    def meant(self, reference: Reference) -> set[str]:
        """The documents a reference can mean."""
        found = set(self._addresses.get(_address(reference.url), ())) if reference.url else set()
        for said in filter(None, (reference.title, reference.container_title)):
            found |= {doc for doc in self._titled(_title(said)) if self._fits(reference, doc)}
        for said in filter(None, (reference.container_title, reference.publisher)):
            found |= {doc for doc in self._publishers.get(_name(said), ()) if self._of_day(reference, doc)}
        return found

    def _titled(self, said: str) -> set[str]:
        near = {doc for at in range(max(1, len(said) - _START + 1)) for doc in self._starts.get(said[at : at + _START], ())}
        return {doc for doc in near if said == self._titles[doc]
                or (len(self._titles[doc]) >= _LEAST_WITHIN and self._titles[doc] in said)
                or (len(said) >= _LEAST_WITHIN and self._titles[doc].startswith(said))}

    def _fits(self, reference: Reference, doc: str) -> bool:
        """Whether nothing that is known of both speaks against it: the year, the authors."""
        source = self._sources[doc]
        authors = {plain(author) for author in source.author}
        return (not _apart(reference, source, least=1)
                and not (authors and reference.author and authors.isdisjoint(map(plain, reference.author))))

    def _of_day(self, reference: Reference, doc: str) -> bool:
        """Whether a paper that is named can be that one: of the day where a day is stated; a title must not differ."""
        source = self._sources[doc]
        if reference.issued:
            return bool(source.published) and len(reference.issued) > 1 and not _apart(reference, source, least=2)
        title = _title(reference.title) if reference.container_title else ""
        return not title or title == self._titles.get(doc, title)


def _apart(reference: Reference, source: Source, least: int) -> bool:
    """Whether both are dated and the dates differ as far as both go, or go less far than `least` parts."""
    if not (reference.issued and source.published):
        return False
    low = parse_edtf(source.published).earliest
    if low is None:
        return False
    stated = source.published.split("/")[0].count("-") + 1
    parts = min(stated, len(reference.issued))
    return parts < least or (low.year, low.month, low.day)[:parts] != reference.issued[:parts]


def _later(source: Source, than: Source) -> bool:
    """Whether a document appeared after the one that is said to cite it."""
    if not (source.published and than.published):
        return False
    low, high = parse_edtf(source.published).earliest, parse_edtf(than.published).latest
    return bool(low and high and low > high)


def _title(said: str | None) -> str:
    """A title in one spelling without what is bracketed or follows a dash; "" where too little is left to know it by."""
    text = said or ""
    for mark in _CUT:
        head = text.split(mark, 1)[0]
        text = head if len(plain(head)) >= _START else text
    found = plain(text).casefold().strip("。．.")
    return found if len(found) >= _START else ""


def _name(said: str) -> str:
    return plain(said).casefold().removesuffix("社")


def _address(url: str) -> str:
    return url.split("://", 1)[-1].removeprefix("www.").rstrip("/").casefold()
