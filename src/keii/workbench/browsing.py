"""A store as a person leafs through it: rows in brief, one row whole, a document with what was found in it."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from keii import weaving
from keii.errors import UnreadableError, UsageError
from keii.reading.picture import Pictures
from keii.reading.sandbox import Sandbox
from keii.settings import Settings
from keii.store import SqliteStore
from keii.values.chronology import Entry
from keii.values.claim import Check
from keii.values.decision import Decision
from keii.values.document import Document
from keii.values.event import Event
from keii.values.mention import Mentions
from keii.values.occurrence import Occurrence
from keii.values.question import Asked
from keii.values.request import Request
from keii.values.scope import Scope
from keii.values.source import Source
from keii.values.view import Lookup
from keii.values.when import When
from keii.workbench.analysing import Analyser
from keii.workbench.asking import Asker
from keii.workbench.citing import Citing
from keii.workbench.digest import FIRST, LAST, Digest, digest
from keii.workbench.explaining import explanation
from keii.workbench.laying import laid
from keii.workbench.leading import led
from keii.workbench.report import Explanation
from keii.workbench.searching import Searcher
from keii.workbench.settling import Settler
from keii.workbench.shelf import Shelf, Stamp, stamp
from keii.workbench.verifying import Verifier
from keii.workbench.viewing import check

_MOST_READ = 8
_MOST_LIKE = 2_000
_VIEW = "view:"


@dataclass
class _Kept:
    """What is kept between pages, for all languages together."""

    shelf: tuple[Stamp, Shelf] | None = None
    read: OrderedDict[str, tuple[Document, Mentions]] = field(default_factory=OrderedDict)
    pictures: Pictures = field(default_factory=lambda: Pictures(Sandbox()))
    shelving: Lock = field(default_factory=Lock)
    reading: Lock = field(default_factory=Lock)


class Browser(Asker, Searcher, Verifier, Analyser, Settler):
    """Everything that can be looked up in a store, by one codebook. What it keeps may be used by several threads."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self._kept = _Kept()

    def share(self, other: "Browser") -> None:
        """Use the codebook that another browser of the same store has loaded, and what it keeps."""
        self.__dict__.update(codebook=other.codebook, names=other.names)
        self._kept = other._kept

    def shelf(self) -> Shelf:
        """All rows in brief, as the store stands now. Raises StoreError where there is none."""
        now, held = stamp(self.settings), self._kept.shelf
        if held is not None and now and held[0] == now:
            return held[1]
        with self._kept.shelving:
            now, held = stamp(self.settings), self._kept.shelf
            if held is None or not now or held[0] != now:
                made = self._filled()
                held = self._kept.shelf = (now if self.settings.server else stamp(self.settings), made)
            return held[1]

    def _filled(self) -> Shelf:
        with self._open() as store:
            sources = dict(store.sources())
            rows = [digest(row, sources, weaving.independent(row, sources)) for row in self._occurrences(store, sources)]
        return Shelf(tuple(sorted(rows, key=lambda row: (row.sort_key, row.id))), sources)

    def check(self, scope: Scope) -> None:
        """Raises UsageError for a window that is no pair of dates or ends before it begins."""
        check(scope)

    def in_words(self, scope: Scope) -> tuple[tuple[str, str], ...]:
        """The filters of a scope, named, their values in the words of the settings' language."""
        return self._in_words(scope)

    def entry(self, id: str) -> tuple[Entry, Explanation]:
        """The row whose id begins with `id`, with its citations, and why it stands so; rejected ones too.

        Raises UsageError where there is none, or more than one.
        """
        found = self.shelf().beginning(id)
        with self._open() as store:
            sources = dict(store.sources())
            row = self._whole(store, sources, found[0]) if len(found) == 1 else self.item(id).entry.occurrence
            judgements = (*store.all_judgements(), *(laid(store).judgements if store.head() else ()))
            whole = explanation(row, sources, judgements)
            carried = weaving.support(row, sources)
            return Entry(row, Citing(store).citations(row), whole.independent_sources, carried), whole

    def entries(self, ids: Sequence[str]) -> tuple[Entry, ...]:
        """The rows with these ids, with their citations, in the order of the ids; those that are not there are left out."""
        briefs = self.shelf().of(ids)
        with self._open() as store:
            sources = dict(store.sources())
            cite = Citing(store).citations
            rows = [self._whole(store, sources, brief) for brief in briefs]
            return tuple(Entry(row, cite(row), weaving.independent(row, sources), weaving.support(row, sources)) for row in rows)

    def _whole(self, store: SqliteStore, sources: Mapping[str, Source], brief: Digest) -> Occurrence:
        """A row whole, by the index where that stands. Raises UsageError where it has gone meanwhile."""
        if store.woven() is not None and store.indexed():
            window = When(f"{brief.low}/{brief.high}") if brief.low > FIRST and brief.high < LAST else None
            with store.view(led) as view:
                asked = Lookup(window, brief.actors, actions=(brief.action,), statuses=(brief.status,), docs=brief.docs, limit=_MOST_LIKE)
                rows: Iterable[Occurrence] = view.occurrences(asked)
                for row in rows:
                    if row.id == brief.id:
                        return row
        for row in self._occurrences(store, sources):
            if row.id == brief.id:
                return row
        raise UsageError("usage.no_such_id", value=brief.id)

    def dated(self, name: str, published: str, *, by: str, at: str) -> Decision:
        """State when a document was published: its relative dates resolve anew. Raises UsageError."""
        with self._kept.reading:
            return self.decide(Request("date", (name,), (("published", (published,)),)), by=by, at=at)

    def undo(self, id: str, *, by: str, at: str, text: str = "") -> Decision:
        """As of a Reviewer, one at a time."""
        with self._kept.reading:
            return super().undo(id, by=by, at=at, text=text)

    def settle(self, *given: Any, **asked: Any) -> Decision:
        """As of a Settler, one at a time."""
        with self._kept.reading:
            return super().settle(*given, **asked)

    def document(self, name: str) -> tuple[Document, Mentions]:
        """A document with its boxes, and the times, actors and notes found in it; the last few are kept.

        Raises UsageError where there is none of that name.
        """
        with self._open() as store:
            document = store.document(name)
        if document is None:
            raise UsageError("web.no_document", name=name)
        with self._kept.reading:
            kept, key = self._kept.read, f"{document.id} {len(document.boxes)}"
            if key not in kept:
                kept[key] = (document, self.mentions(document))
                while len(kept) > _MOST_READ:
                    kept.popitem(last=False)
            kept.move_to_end(key)
            return kept[key]

    def ask(self, question: str, before: Sequence[str] = ()) -> Asked:
        """As of an Asker, one question at a time."""
        with self._kept.reading:
            return super().ask(question, before)

    def verify_document(self, document: Document) -> Check:
        """As of a Verifier, one text at a time."""
        with self._kept.reading:
            return super().verify_document(document)

    def told_in(self, name: str) -> tuple[tuple[Event, str], ...]:
        """The events told in a document, each with the id of its row, in the order of the text."""
        with self._open() as store:
            sources = dict(store.sources())
            told = [(event, row.id) for row in self._occurrences(store, sources) for event in row.events if event.doc == name]
        return tuple(sorted(told, key=lambda one: (one[0].evidence[0].start, one[0].id)))

    def views(self) -> Mapping[str, str]:
        """The saved views by name: the query of each address."""
        with self._open() as store:
            return store.kept(_VIEW)

    def save_view(self, name: str, query: str | None) -> None:
        """Save a view under a name, or, where None, forget it."""
        with self._open(write=True) as store:
            store.keep(f"{_VIEW}{name}", query)

    def picture(self, name: str, index: int, width: int) -> bytes:
        """A page of a PDF as PNG, `width` pixels wide.

        Raises UsageError where there is no such document or page, UnreadableError where its file is gone or another.
        """
        held = next((one for one in self.sources() if one.name == name), None)
        document = self.outlines([name]).get(name)
        if held is None or document is None or not 0 <= index < len(document.pages):
            raise UsageError("web.no_page", name=name, page=index + 1)
        path = Path(held.path)
        if not path.is_file():
            raise UnreadableError("web.file_gone", file=str(path))
        return self._kept.pictures.png(path, index, width, len(document.pages))
