"""A store as a person leafs through it: rows in brief, one row whole, a document with what was found in it."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from keii import weaving
from keii.errors import StoreError, UnreadableError, UsageError
from keii.reading.picture import Pictures
from keii.reading.sandbox import Sandbox
from keii.settings import Settings
from keii.store import Store
from keii.values.chronology import Entry
from keii.values.claim import Check
from keii.values.decision import Decision
from keii.values.digest import Digest
from keii.values.document import Document
from keii.values.event import Event
from keii.values.mention import Mentions
from keii.values.occurrence import Occurrence
from keii.values.question import Asked
from keii.values.request import Request
from keii.values.scope import Scope
from keii.values.source import Source
from keii.workbench.analysing import Analyser
from keii.workbench.asking import Asker
from keii.workbench.citing import Citing
from keii.workbench.explaining import explanation
from keii.workbench.laying import brief, weave
from keii.workbench.leading import led
from keii.workbench.report import Explanation
from keii.workbench.searching import Searcher
from keii.workbench.settling import Settler
from keii.workbench.shelf import Shelf, Stamp, stamp
from keii.workbench.verifying import Verifier
from keii.workbench.viewing import check

_MOST_READ = 8
_MOST_BEHIND = 64
"""So many documents a page weaves by itself; of more it shows what is woven."""
_VIEW = "view:"


@dataclass
class _Kept:
    """What is kept between pages, for all languages together."""

    shelf: tuple[Stamp, Shelf] | None = None
    rows: dict[int, tuple[int, Digest]] = field(default_factory=dict)
    sources: tuple[str | None, Mapping[str, Source]] | None = None
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
        self._woven()
        with self._open() as store:
            if store.woven() is None and not (store.begun() and store.turns()):
                sources = dict(store.sources())
                rows = [brief(row, sources) for row in self._occurrences(store, sources)]
                return Shelf(tuple(sorted(rows, key=lambda row: (row.sort_key, row.id))), sources)
            kept, known = self._kept, store.known_since()
            if kept.sources is None or kept.sources[0] != known:
                kept.sources = (known, dict(store.sources()))
            turns = store.turns()
            kept.rows = {number: row for number, row in kept.rows.items() if turns.get(number) == row[0]}
            fresh = turns.keys() - kept.rows.keys()
            kept.rows.update((number, (turn, row)) for number, turn, row in store.briefs(fresh if kept.rows else None))
            return Shelf(tuple(sorted((row for _, row in kept.rows.values()), key=lambda row: (row.sort_key, row.id))), kept.sources[1])

    def _woven(self) -> None:
        """Weave what is left unwoven, where the store can be written to; where it cannot, rows tell how it was before."""
        with self._open() as store:
            behind = store.begun() is not None and 0 < store.behind() <= _MOST_BEHIND
        if behind:
            with suppress(StoreError), self._open(write=True) as store:
                weave(store)

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
            judgements = store.judgements_on({event.id for event in row.events})
            whole = explanation(row, sources, judgements)
            carried = weaving.support(row, sources)
            return Entry(row, Citing(store).citations(row), whole.independent_sources, carried), whole

    def entries(self, ids: Sequence[str]) -> tuple[Entry, ...]:
        """The rows with these ids, with their citations, in the order of the ids; those that are not there are left out."""
        briefs = self.shelf().of(ids)
        with self._open() as store:
            sources = dict(store.sources())
            cite = Citing(store).citations
            rows = self._of(store, sources, [one.id for one in briefs])
            return tuple(Entry(row, cite(row), weaving.independent(row, sources), weaving.support(row, sources)) for row in rows)

    def _whole(self, store: Store, sources: Mapping[str, Source], found: Digest) -> Occurrence:
        """A row whole. Raises UsageError where it has gone meanwhile."""
        if rows := self._of(store, sources, [found.id]):
            return rows[0]
        raise UsageError("usage.no_such_id", value=found.id)

    def _of(self, store: Store, sources: Mapping[str, Source], ids: Sequence[str]) -> list[Occurrence]:
        """Rows whole, those that are still there, in the order of their ids."""
        with store.view(led) as view:
            found = {row.id: row for row in view.rows(ids)}
        if len(found) < len(ids) and store.woven() is None:
            found |= {row.id: row for row in self._occurrences(store, sources) if row.id in ids}
        return [found[id] for id in ids if id in found]

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
            rows = (self._of(store, sources, sorted(set(store.told_in(name).values()))) if store.woven() is not None
                    else self._occurrences(store, sources))
            told = [(event, row.id) for row in rows for event in row.events if event.doc == name]
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
