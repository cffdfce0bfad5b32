"""A store and its ledger at one moment: rows by id, what a new decision on them is anchored to, and their versions."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from keii import review, weaving
from keii.errors import OvertakenError, UsageError
from keii.store import SqliteStore
from keii.values.decision import Anchor, Decision
from keii.values.event import Event
from keii.values.ids import content_id
from keii.values.judgement import Judgement
from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.workbench.explaining import Place, nothing_at, place_of
from keii.workbench.laying import Shelf
from keii.workbench.leading import led


class Moment:
    """Read once; what is decided while it is held is told to it by `note`."""

    def __init__(self, store: SqliteStore) -> None:
        self.head = store.head()
        self.decisions = store.decisions()
        self.coded: tuple[Event, ...] = tuple(store.events())
        self.shelf = Shelf(store)
        self.laid = review.lay(self.decisions, self.coded, self.shelf)
        self._store = store
        self._noted: dict[str, list[Decision]] = {}

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        return dict(self._store.sources())

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """Those of rules and of people, on events as they stand."""
        if self._store.woven() is not None:
            return (*self._store.all_judgements(), *self.laid.judgements)
        kept = (one for one in self._store.all_judgements() if not one.by.startswith("rule:"))
        return (*weaving.suggest(self.laid.events), *kept, *self.laid.judgements)

    @cached_property
    def rows(self) -> tuple[Occurrence, ...]:
        """What happened, each row led by its best event."""
        return tuple(led(row, self.sources) for row in weaving.gather(self.laid.events, self.judgements))

    @cached_property
    def rejected(self) -> tuple[Occurrence, ...]:
        """What people rejected, in rows as they would be."""
        return tuple(led(row, self.sources) for row in weaving.gather(self.laid.rejected, self.judgements))

    @cached_property
    def _row_of(self) -> Mapping[str, Occurrence]:
        return {event.id: row for row in (*self.rows, *self.rejected) for event in row.events}

    def row_of(self, event: Event) -> Occurrence:
        return self._row_of[event.id]

    def found(self, id: str) -> tuple[Occurrence, Event | None]:
        """The row an id (or its beginning) means, with the event where it is an event's: as shown, or as it was coded; or
        the event that is told at a place, `doc:offset`.

        Raises OvertakenError for one that was decided on and is no more, UsageError for one that is none or several.
        """
        if not id:
            raise UsageError("usage.no_such_id", value=id)
        if place := place_of(id, self.shelf.prints()):
            return self._told_at(place)
        rows = [(row, None) for row in (*self.rows, *self.rejected) if row.id.startswith(id)]
        events = [(row, event) for row in (*self.rows, *self.rejected) for event in row.events
                  if event.id.startswith(id) or bool(event.review and event.review.of and event.review.of.startswith(id))]
        meant = [*rows, *events]
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
        there = [(row, event) for row in (*self.rows, *self.rejected) for event in row.events if place.told_by(event)]
        if not there:
            raise nothing_at(place, self.rows)
        if len(there) > 1:
            value = f"{place.doc}:{place.offset}"
            raise UsageError("review.several_told", value=value, ids=", ".join(event.id for _, event in there))
        return there[0]

    def _lost(self, id: str) -> UsageError:
        last = next((one for one in reversed(self.decisions) if any(shown.startswith(id) for shown in one.shown)), None)
        if last is None:
            return UsageError("usage.no_such_id", value=id)
        return OvertakenError("review.overtaken", id=id, by=last.by, at=last.at)

    def note(self, decision: Decision, events: Iterable[Event]) -> None:
        """What is decided next on `events` comes after `decision`."""
        for event in events:
            self._noted.setdefault(event.id, []).append(decision)

    def known(self, event: Event) -> tuple[Decision, ...]:
        """The decisions on an event."""
        return (*self.laid.known.get(event.id, ()), *self._noted.get(event.id, ()))

    def after(self, events: Iterable[Event]) -> tuple[str, ...]:
        """What a new decision on events comes after."""
        known = {one.id: one for event in events for one in self.known(event)}
        return review.heads(tuple(known.values()))

    def anchor(self, event: Event) -> Anchor:
        return review.anchor_of(event, self.laid, self.shelf.prints())

    def version(self, row: Occurrence) -> str:
        """Changes with the events of a row and with every decision on them."""
        return content_id("version", sorted((event.id, review.heads(self.laid.known.get(event.id, ()))) for event in row.events))

    def check(self, rows: Sequence[Occurrence], seen: str) -> None:
        """Raises OvertakenError where rows are not as they were seen."""
        for row, version in zip(rows, seen.split(","), strict=False):
            if self.version(row) == version:
                continue
            known = {one.id: one for event in row.events for one in self.laid.known.get(event.id, ())}
            if not known:
                raise OvertakenError("review.changed", id=row.id)
            last = review.in_order(known.values())[-1]
            raise OvertakenError("review.overtaken", id=row.id, by=last.by, at=last.at)

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
