"""A store into what people read: the chronology, its documents, and why a row stands as it does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from keii import weaving
from keii.errors import UsageError
from keii.presenting.words import say
from keii.store import Store
from keii.values.chronology import Chronology, Entry
from keii.values.document import Document
from keii.values.holding import Holding
from keii.values.occurrence import Occurrence
from keii.values.scope import Scope, matches
from keii.values.source import Source
from keii.values.when import parse_edtf
from keii.workbench.citing import Citing
from keii.workbench.desk import Desk
from keii.workbench.explaining import asked_for, explanation, nothing_at, place_of
from keii.workbench.laying import judgements_of, woven_in_passing
from keii.workbench.leading import led
from keii.workbench.moment import Moment
from keii.workbench.naming import spoken
from keii.workbench.opening import open_store
from keii.workbench.outcomes import Explanation


class Viewer(Desk):
    """What a store holds, with the names its codebook has."""

    def chronology(self, scope: Scope, title: str | None = None, *, rejected: bool = False) -> Chronology:
        """The rows of `scope` in the order of time, with its filters in the words of the settings' language; with `rejected`
        those that people rejected in their stead."""
        check(scope)
        with self._open() as store:
            sources = dict(store.sources())
            cite = Citing(store).citations
            entries = []
            for occurrence in Moment(store).rejected if rejected else self._occurrences(store, sources):
                independent = weaving.independent(occurrence, sources)
                if matches(occurrence, scope, sources, independent):
                    carried = weaving.support(occurrence, sources)
                    entries.append(Entry(occurrence, cite(occurrence), independent, carried))
        entries.sort(key=lambda entry: (entry.occurrence.lead.when.sort_key, entry.occurrence.id))
        cited = sorted({doc for entry in entries for doc in entry.occurrence.docs})
        return Chronology(tuple(entries), tuple((doc, sources[doc]) for doc in cited), self._in_words(scope), title)

    def entries(self, ids: Sequence[str]) -> tuple[Entry, ...]:
        """The rows with these ids, in the order of the ids; those that are not there are left out."""
        wanted = set(ids)
        with self._open() as store:
            sources = dict(store.sources())
            cite = Citing(store).citations
            found = {row.id: Entry(row, cite(row), weaving.independent(row, sources), weaving.support(row, sources))
                     for row in self._occurrences(store, sources) if row.id in wanted}
        return tuple(found[id] for id in ids if id in found)

    def _in_words(self, scope: Scope) -> tuple[tuple[str, str], ...]:
        lang = self.settings.lang
        names = self.names.labels(lang) if scope.actors or scope.origin else {}
        return tuple((called, say("join.list", lang).join(spoken(called, value, lang, names) for value in values))
                     for called, values in scope.filters)

    def outlines(self, names: Iterable[str]) -> dict[str, Document]:
        """Documents without their boxes, by name."""
        with self._open() as store:
            found = {name: store.outline(name) for name in names}
        return {name: document for name, document in found.items() if document}

    def sources(self, *, undated: bool = False) -> tuple[Holding, ...]:
        """A line on each document; with `undated` on those only of which no date is known."""
        with self._open() as store:
            return tuple(held for held in store.holdings() if not undated or held.source.published is None)

    def explain(self, asked: str) -> tuple[Explanation, ...]:
        """The events and rows with an id that begins with `asked`, or, for `doc:offset`, the events told there.

        Raises UsageError where a place is asked for at which nothing is told.
        """
        with self._open() as store:
            sources = dict(store.sources())
            judgements = judgements_of(store)
            occurrences = self._occurrences(store, sources)
        place = place_of(asked, sources)
        found = []
        for occurrence in occurrences:
            rows, events = asked_for(place or asked, occurrence)
            if rows or events:
                whole = explanation(occurrence, sources, judgements)
                found += [whole] * rows + [replace(whole, asked=event) for event in events]
        if place and not found:
            raise nothing_at(place, occurrences)
        return tuple(found)

    def _open(self, *, write: bool = False) -> Store:
        return open_store(self.settings, write=write)

    def _occurrences(self, store: Store, sources: Mapping[str, Source]) -> tuple[Occurrence, ...]:
        """What happened, each row led by its best source. What adding left unwoven is woven in passing, unwritten."""
        return tuple(led(occurrence, sources) for occurrence in self._gathered(store))

    def _gathered(self, store: Store) -> Iterable[Occurrence]:
        if store.woven() is None:
            return woven_in_passing(store)
        with store.view(led) as view:
            return tuple(view.rows())


def check(scope: Scope) -> None:
    """Raises UsageError for a window that is no pair of EDTF dates or ends before it begins."""
    for end in filter(None, (scope.since, scope.until)):
        try:
            fits = "/" not in end and parse_edtf(end).on_calendar
        except ValueError:
            fits = False
        if not fits:
            raise UsageError("usage.date", value=end)
    window = scope.window
    if window and window.earliest and window.latest and window.earliest > window.latest:
        raise UsageError("usage.window", since=scope.since, until=scope.until)
