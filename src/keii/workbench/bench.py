"""The workbench: what a person does, as calls on the stages in order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Literal

from keii import __version__, codebooks, evaluation, language, reading, weaving
from keii.coding import Coder
from keii.errors import KeiiError, UnreadableError, UsageError
from keii.language.actors import Finder
from keii.presenting import lines
from keii.presenting.words import say
from keii.settings import Settings
from keii.store import SqliteStore
from keii.values.chronology import Chronology, Entry
from keii.values.codebook import Codebook
from keii.values.document import Document
from keii.values.event import Event
from keii.values.holding import Holding
from keii.values.ids import content_id
from keii.values.mention import Mentions
from keii.values.occurrence import Occurrence
from keii.values.scope import Scope, matches
from keii.values.source import Source
from keii.values.when import parse_edtf
from keii.workbench.adding import Silent, Stages, Tally, Watcher, add
from keii.workbench.citing import Citing
from keii.workbench.explaining import asked_for, explanation
from keii.workbench.leading import led
from keii.workbench.naming import Names, spoken
from keii.workbench.report import Added, Explanation

What = Literal["times", "events", "actors", "notes"]
WHATS: tuple[What, ...] = ("times", "events", "actors", "notes")


class Workbench:
    """All that Keii does, for one set of settings. It keeps no state but the codebook it has loaded."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    # text → events

    @cached_property
    def codebook(self) -> Codebook:
        return codebooks.load(self.settings.codebook)

    @property
    def version(self) -> str:
        """Of codebook, coder and product: events of another version are coded anew."""
        return content_id(self._coder.version, __version__)

    def documents(self, paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[KeiiError, ...]]:
        """The readable files that `paths` name, folders gone through, and what could not be found."""
        found: dict[Path, None] = {}
        faults: list[KeiiError] = []
        for path in paths:
            try:
                if not path.exists():
                    raise UnreadableError("unreadable.missing", file=str(path))
                found.update(dict.fromkeys(reading.documents([path])))
            except KeiiError as fault:
                faults.append(fault)
        return tuple(found), tuple(faults)

    def read(self, path: Path, published: str | None = None) -> Document:
        """The document at `path`; `published` (EDTF) is what the user says of its date."""
        return reading.read(path, Source(published=published, published_basis="user" if published else None))

    def mentions(self, document: Document) -> Mentions:
        return language.read(document, self._finder)

    def events(self, document: Document) -> tuple[Event, ...]:
        """One event for each happening the document tells, in its order, with every span that tells it."""
        told = map(weaving.told, weaving.within(self._coder(document, self.mentions(document))))
        return tuple(sorted(told, key=lambda event: (event.evidence[0].start, event.evidence[0].end, event.id)))

    def extract(self, path: Path, what: What, published: str | None = None) -> Iterator[lines.Line]:
        """The findings of one kind in one file, as lines of the published format. Touches no store."""
        document = self.read(path, published)
        if what == "events":
            yield from map(lines.event, self.events(document))
        else:
            found = self.mentions(document)
            if what == "times":
                yield from map(lines.time, found.times)
            elif what == "actors":
                yield from map(lines.actor, found.actors)
            else:
                yield from map(lines.note, found.notes)

    # documents → store

    def add(self, paths: Iterable[Path], *, published: str | None = None, watcher: Watcher | None = None) -> Added:
        """Read, code and weave what is new or changed among `paths`; each document is one transaction."""
        watcher = watcher or Silent()
        found, faults = self.documents(paths)
        stages = Stages(self.read, self.events, reading.sidecar.path_for, self.version, published)
        with self._open(write=True) as store:
            tally = add(store, found, stages, watcher, faults)
            if store.woven() != self.version:
                watcher.weave()
                store.weave(weaving.suggest(tuple(store.events())), self.version)
            return self._report(store, tally)

    def _report(self, store: SqliteStore, tally: Tally) -> Added:
        sources = dict(store.sources())
        occurrences = self._occurrences(store, sources)
        return tally.report(
            undated=sum(source.published is None for source in sources.values()),
            events=sum(len(occurrence.events) for occurrence in occurrences),
            occurrences=len(occurrences),
            several=sum(weaving.independent(occurrence, sources) > 1 for occurrence in occurrences),
            conflicts=sum(bool(occurrence.conflicts) for occurrence in occurrences))

    # store → what people read

    def chronology(self, scope: Scope, title: str | None = None) -> Chronology:
        """The rows of `scope` in the order of time, with its filters in the words of the settings' language."""
        _check(scope)
        with self._open() as store:
            sources = dict(store.sources())
            cite = Citing(store).citations
            entries = []
            for occurrence in self._occurrences(store, sources):
                independent = weaving.independent(occurrence, sources)
                if matches(occurrence, scope, sources, independent):
                    entries.append(Entry(occurrence, cite(occurrence), independent))
        entries.sort(key=lambda entry: (entry.occurrence.lead.when.sort_key, entry.occurrence.id))
        cited = sorted({doc for entry in entries for doc in entry.occurrence.docs})
        return Chronology(tuple(entries), tuple((doc, sources[doc]) for doc in cited), self._in_words(scope), title)

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
        """The events and rows with an id that begins with `asked`, or, for `doc:offset`, the events told there."""
        with self._open() as store:
            sources = dict(store.sources())
            judgements = tuple(store.judgements())
            found = []
            for occurrence in self._occurrences(store, sources):
                rows, events = asked_for(asked, occurrence)
                if rows or events:
                    whole = explanation(occurrence, sources, judgements)
                    found += [whole] * rows + [replace(whole, asked=event) for event in events]
        return tuple(found)

    # beside the path

    def evaluate(self, layer: evaluation.Layer, gold: Sequence[evaluation.Row], paths: Sequence[Path]
                 ) -> evaluation.Score:
        """Score what is extracted from those of `paths` that the reference lines speak of.

        Of several files of one name the one highest up in its folder is meant. Raises UsageError where one is missing.
        """
        wanted = tuple(sorted({str(row.get("doc", "")) for row in gold}))
        found, faults = self.documents(paths)
        for fault in faults:
            raise fault
        deepest_first = sorted(found, key=lambda path: (-len(path.parts), path))
        asked = {path.stem: path for path in deepest_first if path.stem.startswith(wanted)}
        if lost := [doc for doc in wanted if not any(stem.startswith(doc) for stem in asked)]:
            raise UsageError("usage.no_document", doc=lost[0], folder=", ".join(map(str, paths)))
        rows = [row for path in asked.values() for row in self.extract(path, layer)]
        return evaluation.score(layer, gold, rows)

    @cached_property
    def names(self) -> Names:
        """The codebook's actors by name and by code."""
        return Names(self.codebook)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.codebook)

    @cached_property
    def _coder(self) -> Coder:
        return Coder(self.codebook)

    def _open(self, *, write: bool = False) -> SqliteStore:
        return SqliteStore.open(self.settings.db, weaving.gather, write=write, patience=self.settings.patience)

    def _occurrences(self, store: SqliteStore, sources: Mapping[str, Source]) -> tuple[Occurrence, ...]:
        """What happened, each row led by its best source. What adding left unwoven is woven in passing, unwritten."""
        return tuple(led(occurrence, sources) for occurrence in self._gathered(store))

    def _gathered(self, store: SqliteStore) -> Iterable[Occurrence]:
        if store.woven() is not None:
            return store.occurrences()
        events = tuple(store.events())
        judged = [judgement for judgement in store.judgements() if not judgement.by.startswith("rule:")]
        return weaving.gather(events, (*weaving.suggest(events), *judged))


def _check(scope: Scope) -> None:
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
