"""A store and its ledger at one moment: rows by id, what a new decision on them is anchored to, and their versions."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from keii import review, weaving
from keii.errors import OvertakenError, UsageError
from keii.store import Store
from keii.values.decision import Anchor, Decision
from keii.values.event import Event
from keii.values.ids import content_id
from keii.values.judgement import Judgement
from keii.values.occurrence import Occurrence
from keii.values.open_question import OpenQuestion
from keii.values.source import Source
from keii.workbench.explaining import Place, nothing_at, place_of
from keii.workbench.laying import Shelf, judgements_of
from keii.workbench.leading import led
from keii.workbench.portions import Portions, questions_of
from keii.workbench.queueing import unsure


class Moment:
    """Read once, and of a store that is woven no more than is asked for; what is decided while it is held is told to it by
    `note`."""

    def __init__(self, store: Store, known: Mapping[str, Decision] | None = None, portions: Portions | None = None) -> None:
        """`known` are decisions read before, `portions` what they were found to leave."""
        self.head = store.head()
        self.decisions = store.decisions(known)
        self._portions = portions or Portions()
        self._store = store
        self._woven = store.woven() is not None
        self._noted: dict[str, list[Decision]] = {}
        self._prints: dict[str, str] = {}

    @cached_property
    def shelf(self) -> Shelf:
        return Shelf(self._store)

    @cached_property
    def laid(self) -> review.Laid:
        return review.lay(self.decisions, self._store.events(), self.shelf)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        return dict(self._store.sources())

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """Those of rules and of people, on events as they stand."""
        if self._woven:
            return judgements_of(self._store)
        kept = (one for one in self._store.all_judgements() if not one.by.startswith("rule:"))
        return (*weaving.suggest(self.laid.events), *kept, *self.laid.judgements)

    @cached_property
    def rows(self) -> tuple[Occurrence, ...]:
        """What happened, each row led by its best event."""
        if self._woven:
            with self._store.view(led) as view:
                return tuple(view.rows())
        return tuple(led(row, self.sources) for row in weaving.gather(self.laid.events, self.judgements))

    @cached_property
    def laid_apart(self) -> tuple[review.Laid, ...]:
        """The ledger in portions, each laid over its documents."""
        return self._portions.all(self._store, self.decisions)

    @cached_property
    def questions(self) -> tuple[OpenQuestion, ...]:
        """Decisions that stand open, the earliest first."""
        return questions_of(self.laid_apart, self.decisions)

    @cached_property
    def rejected(self) -> tuple[Occurrence, ...]:
        """What people rejected, in rows as they would be."""
        found = [event for portion in self.laid_apart for event in portion.rejected]
        if not found:
            return ()
        judged = (*weaving.suggest(found), *(one for portion in self.laid_apart for one in portion.judgements))
        return tuple(led(row, self.sources) for row in weaving.gather(found, judged))

    def laid_at(self, doc: str) -> review.Laid:
        """Decisions laid over what a document tells, and perhaps over more; of a woven store without the events."""
        if not self._woven:
            return self.laid
        return self._portions.on(self._store, self.decisions, doc, self._print(doc)) if self.decisions else review.Laid(())

    def _print(self, doc: str) -> str:
        if doc not in self._prints:
            self._prints[doc] = self._store.prints_of((doc,)).get(doc, "")
        return self._prints[doc]

    def questions_on(self, row: Occurrence) -> tuple[OpenQuestion, ...]:
        """Decisions that stand open on the documents of a row."""
        return tuple({question: None for doc in row.docs for question in self.laid_at(doc).questions})

    def unsure_of(self, row: Occurrence) -> frozenset[str]:
        """The events of a row that may be one with an event of another."""
        if not self._woven:
            return unsure((*self.rows, *self.rejected), self.judgements)
        ids = {event.id for event in row.events}
        found = [one for one in self._store.judgements_on(ids) if one.verdict == "unsure"]
        rows = self._store.rows_of({id for one in found for id in (one.a, one.b)})
        return frozenset(id for one in found if rows.get(one.a) != rows.get(one.b) for id in (one.a, one.b))

    @cached_property
    def _row_of(self) -> Mapping[str, Occurrence]:
        return {event.id: row for row in (*self.rows, *self.rejected) for event in row.events}

    def whole(self, ids: Sequence[str]) -> tuple[Occurrence, ...]:
        """The rows with these ids, those that are there."""
        found = self._whole(ids)
        if len(found) == len(set(ids)) or self._woven:
            return found
        there = {row.id for row in found}
        return (*found, *(row for row in self.rows if row.id in ids and row.id not in there))

    def row_of(self, event: Event) -> Occurrence:
        """The row an event is in."""
        found = self.rows_with((event.id,))
        return found[0] if found else self._row_of[event.id]

    def rows_with(self, events: Collection[str]) -> tuple[Occurrence, ...]:
        """The rows in which events stand, by the ids of these as they are shown."""
        if self._woven:
            return self._whole(self._store.rows_of(events).values())
        return tuple({row.id: row for id in events if (row := self._row_of.get(id))}.values())

    def told_in(self, doc: str) -> tuple[Occurrence, ...]:
        """The rows of a document."""
        return self._whole(set(self._store.told_in(doc).values())) if self._woven else tuple(row for row in self.rows if doc in row.docs)

    def _whole(self, ids: Iterable[str]) -> tuple[Occurrence, ...]:
        with self._store.view(led) as view:
            return tuple(view.rows(tuple(ids)))

    def _meant(self, id: str) -> list[tuple[Occurrence, Event | None]]:
        """The rows, and the events in their rows, of which an id begins so: as shown, or as it was coded."""
        if not self._woven:
            return _beginning((*self.rows, *self.rejected), id)
        rows, events = self._store.meant(id)
        found = self._whole({*rows, *self._store.rows_of(events).values()})
        rest = () if id in rows or id in events else self.rejected
        return _beginning((*found, *rest), id)

    def found(self, id: str) -> tuple[Occurrence, Event | None]:
        """The row an id (or its beginning) means, with the event where it is an event's: as shown, or as it was coded; or
        the event that is told at a place, `doc:offset`.

        Raises OvertakenError for one that was decided on and is no more, UsageError for one that is none or several.
        """
        if not id:
            raise UsageError("usage.no_such_id", value=id)
        if ":" in id and (place := place_of(id, self.shelf.prints())):
            return self._told_at(place)
        meant = self._meant(id)
        rows = [one for one in meant if one[1] is None]
        events = [one for one in meant if one[1] is not None]
        if len(meant) == 2 and len(rows) == 1 and rows[0][0] is events[0][0]:
            return rows[0]
        if len(meant) > 1:
            exact = [(row, event) for row, event in meant if id in (row.id, event and event.id)]
            if len(exact) != 1:
                raise UsageError("review.ambiguous", value=id, n=len(meant))
            return exact[0]
        if not meant:
            raise self._lost(id)
        return meant[0]

    def _told_at(self, place: Place) -> tuple[Occurrence, Event]:
        rows = self.told_in(place.doc)
        there = [(row, event) for row in (*rows, *self.rejected) for event in row.events if place.told_by(event)]
        if not there:
            raise nothing_at(place, rows)
        if len(there) > 1:
            value = f"{place.doc}:{place.offset}"
            raise UsageError("review.several_told", value=value, ids=", ".join(event.id for _, event in there))
        return there[0]

    def _lost(self, id: str) -> UsageError:
        last = next((one for one in reversed(self.decisions) if any(shown.startswith(id) for shown in one.shown)), None)
        if last is None:
            return UsageError("usage.no_such_id", value=id)
        return OvertakenError("review.overtaken", id=id, by=last.by, at=last.at, decision=last.id[:8])

    def note(self, decision: Decision, events: Iterable[Event]) -> None:
        """What is decided next on `events` comes after `decision`."""
        for event in events:
            self._noted.setdefault(event.id, []).append(decision)

    def known(self, event: Event) -> tuple[Decision, ...]:
        """The decisions on an event."""
        return (*self.laid_at(event.doc).known.get(event.id, ()), *self._noted.get(event.id, ()))

    def after(self, events: Iterable[Event]) -> tuple[str, ...]:
        """What a new decision on events comes after."""
        known = {one.id: one for event in events for one in self.known(event)}
        return review.heads(tuple(known.values()))

    def anchor(self, event: Event) -> Anchor:
        return review.anchor_of(event, self.laid_at(event.doc), {event.doc: self._print(event.doc)})

    def version(self, row: Occurrence) -> str:
        """Changes with the events of a row and with every decision on them."""
        return content_id("version", sorted((event.id, review.heads(self.laid_at(event.doc).known.get(event.id, ()))) for event in row.events))

    def check(self, rows: Sequence[Occurrence], seen: str) -> None:
        """Raises OvertakenError where rows are not as they were seen."""
        for row, version in zip(rows, seen.split(","), strict=False):
            if self.version(row) == version:
                continue
            known = {one.id: one for event in row.events for one in self.laid_at(event.doc).known.get(event.id, ())}
            if not known:
                raise OvertakenError("review.changed", id=row.id)
            last = review.in_order(known.values())[-1]
            raise OvertakenError("review.overtaken", id=row.id, by=last.by, at=last.at, decision=last.id[:8])

    def last(self, id: str) -> Decision:
        """The decision with an id that begins so, or else the last that holds on what `id` means. Raises UsageError."""
        if any(one.id.startswith(id) for one in self.decisions) and id:
            return self.decision(id)
        row, event = self.found(id)
        known = {one.id: one for each in ((event,) if event else row.events) for one in self.known(each)}
        undone = review.gone(review.in_order(self.decisions))
        holding = [one for one in review.in_order(known.values()) if one.id not in undone and one.kind != "undo"]
        if not holding:
            raise UsageError("review.no_decision", value=id)
        return holding[-1]

    def decision(self, id: str) -> Decision:
        """The decision with an id that begins so. Raises UsageError where there is none, or several."""
        found = [one for one in self.decisions if one.id.startswith(id)] if id else []
        if len(found) != 1:
            raise UsageError("review.several_decisions" if found else "review.no_decision", value=id, n=len(found))
        return found[0]


def _beginning(rows: Iterable[Occurrence], id: str) -> list[tuple[Occurrence, Event | None]]:
    found: list[tuple[Occurrence, Event | None]] = []
    for row in rows:
        if row.id.startswith(id):
            found.append((row, None))
        found += [(row, event) for event in row.events
                  if event.id.startswith(id) or bool(event.review and event.review.of and event.review.of.startswith(id))]
    return found
