"""A store as a person leafs through it: rows in brief, one row whole, a document with what was found in it."""

from collections import Counter, OrderedDict
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
from keii.values.open_question import OpenQuestion
from keii.values.question import Asked
from keii.values.request import Request
from keii.values.scope import Scope
from keii.values.source import Source
from keii.workbench.analysing import Analyser
from keii.workbench.asking import Asker
from keii.workbench.citing import Citing
from keii.workbench.digest import choose
from keii.workbench.explaining import explanation
from keii.workbench.laying import brief, weave
from keii.workbench.leading import led
from keii.workbench.moment import Moment
from keii.workbench.outcomes import Explanation
from keii.workbench.portions import Portions
from keii.workbench.queueing import Known, Queue, Reasons, queued
from keii.workbench.searching import Searcher
from keii.workbench.settling import Settler
from keii.workbench.shelf import Shelf, Stamp, stamp
from keii.workbench.uncollected import uncollected
from keii.workbench.verifying import Verifier, Watching
from keii.workbench.viewing import check

_MOST_READ = 8
_MOST_PATCHED = 500
"""So many rows may have changed for the others to stay in their order; of more all are put in order anew."""
_MOST_BEHIND = 64
"""So many documents a page weaves by itself; of more it shows what is woven."""
_VIEW = "view:"


@dataclass
class _Kept:
    """What is kept between pages, for all languages together."""

    shelf: tuple[Stamp, Shelf] | None = None
    rows: dict[int, tuple[int, Digest]] = field(default_factory=dict)
    turn: int = 0
    sources: tuple[str | None, Mapping[str, Source]] | None = None
    read: OrderedDict[str, tuple[Document, Mentions]] = field(default_factory=OrderedDict)
    pictures: Pictures = field(default_factory=lambda: Pictures(Sandbox()))
    ledger: Mapping[str, Decision] = field(default_factory=dict)
    reasons: Known = field(default_factory=dict)
    portions: Portions = field(default_factory=Portions)
    shelving: Lock = field(default_factory=Lock)
    reading: Lock = field(default_factory=Lock)


@dataclass(frozen=True)
class _Review:
    """What the queue needs beside the rows: why they should be looked at, what stands open, the rejected rows in brief."""

    why: Reasons
    questions: tuple[OpenQuestion, ...]
    rejected: tuple[Digest, ...]


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
        with self._open() as store, uncollected():
            kept = self._kept
            if store.woven() is None and not (store.begun() and store.turns()):
                kept.rows, sources = {}, dict(store.sources())
                return Shelf.ordered((brief(row, sources) for row in self._occurrences(store, sources)), sources)
            if kept.sources is None or kept.sources[0] != store.known_since():
                kept.sources = (store.known_since(), dict(store.sources()))
            turns, fresh = _turned(store, kept)
            if not kept.rows or kept.shelf is None or len(turns) > _MOST_PATCHED:
                kept.rows = {at: row for at, row in kept.rows.items() if at not in turns} | fresh
                return Shelf.ordered((row for _, row in kept.rows.values()), kept.sources[1])
            gone = [kept.rows[at][1] for at in turns if at in kept.rows]
            made = kept.shelf[1].changed(gone, (row for _, row in fresh.values()), kept.sources[1])
            for at in turns:
                kept.rows.pop(at, None)
            kept.rows.update(fresh)
            return made

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

    def waiting(self, scope: Scope | None = None, *, standing: Sequence[str] = ("open", "partly")) -> Queue:
        """As of a Reviewer; kept while the store stays as it is."""
        check(scope := scope or Scope())
        shelf, review = self.shelf(), self._review()
        rejected = review.rejected if not standing or "rejected" in standing else ()

        def made() -> Queue:
            found = [row for row in shelf.choose(scope) if not standing or row.standing in standing]
            if rejected:
                found = sorted((*found, *choose(rejected, scope)), key=lambda row: (row.sort_key, row.id))
            return queued(found, review.why)

        return shelf.made(("queue", scope, tuple(standing)), made)

    def standings(self, scope: Scope) -> Mapping[str, int]:
        """How many rows of `scope` stand in each way, the rejected among them."""
        shelf, rejected = self.shelf(), choose(self._review().rejected, scope)
        return shelf.made(("standings", scope), lambda: Counter(row.standing for row in (*shelf.choose(scope), *rejected)))

    def questions(self) -> tuple[OpenQuestion, ...]:
        """As of a Reviewer; kept while the store stays as it is."""
        return self._review().questions

    def _review(self) -> "_Review":
        return self.shelf().made(("review",), self._reviewed)

    def _reviewed(self) -> "_Review":
        with self._open() as store:
            moment = self._moment(store)
            why = Reasons(self._unsure(store, moment), moment.questions, self._kept.reasons)
            return _Review(why, moment.questions, tuple(self._rejected(moment)))

    def _moment(self, store: Store) -> Moment:
        """A moment that reads of the ledger what is new. What it kept is put in place whole, for others read it meanwhile."""
        moment = Moment(store, self._kept.ledger, self._kept.portions)
        self._kept.ledger = {one.id: one for one in moment.decisions}
        return moment

    def _briefs(self, store: Store, moment: Moment) -> Sequence[Digest]:
        return self.shelf().rows

    def _unsure(self, store: Store, moment: Moment) -> frozenset[str]:
        return store.unsure() if store.begun() is not None else super()._unsure(store, moment)

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

    def undo_all(self, ids: Sequence[str], *, by: str, at: str, text: str = "") -> tuple[Decision, ...]:
        """As of a Reviewer, one request at a time."""
        with self._kept.reading:
            return super().undo_all(ids, by=by, at=at, text=text)

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

    def verify_document(self, document: Document, watch: Watching | None = None) -> Check:
        """As of a Verifier, one text at a time."""
        with self._kept.reading:
            return super().verify_document(document, watch)

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


def _turned(store: Store, kept: _Kept) -> tuple[set[int], dict[int, tuple[int, Digest]]]:
    """The numbers of the rows that are not as they are kept, and how those of them that are there stand now. Where no row has
    gone and the store is no earlier one that was put back, what was made since tells it."""
    latest, number, last = store.turned(kept.turn) if kept.rows else ({}, -1, store.turn())
    turns = latest if len(kept.rows.keys() | latest.keys()) == number and last >= kept.turn else store.turns()
    differ = {at for at, turn in turns.items() if at not in kept.rows or kept.rows[at][0] != turn}
    if turns is not latest:
        differ |= kept.rows.keys() - turns.keys()
    found = {at: (turn, row) for at, turn, row in store.briefs(differ & turns.keys() if kept.rows else None)}
    kept.turn = last
    return differ, found
