"""The store with its ledger: events as they stand by what people decided, and what rules make of them then."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module

from keii import review, weaving
from keii.errors import StoreError
from keii.settings import Settings
from keii.store import SqliteStore
from keii.values.decision import Decision
from keii.values.event import Event
from keii.values.judgement import Judgement
from keii.values.occurrence import Occurrence

_NEAR = 8
"""Days by which two sources may date one happening differently, and one more."""


def open_store(settings: Settings, *, write: bool = False) -> SqliteStore:
    """The store of the settings, which tells events as people left them.

    Where a decision on a date was broken off before its document was coded anew, that is done first, if it can be.
    """
    store = _open(settings, write)
    if store.undated():
        store.close()
        with suppress(StoreError), _open(settings, True) as writing:
            import_module("keii.workbench.redating").catch_up(writing, settings)
        store = _open(settings, write)
    return store


def _open(settings: Settings, write: bool) -> SqliteStore:
    return SqliteStore.open(settings.place, weaving.gather, write=write, patience=settings.patience, standing=_standing)


class Shelf:
    """The documents of a store, as laying decisions needs them; each is fetched once."""

    def __init__(self, store: SqliteStore) -> None:
        self.prints = cache(store.prints)
        self.text = cache(store.text)
        self.published = cache(store.published)


def laid(store: SqliteStore) -> review.Laid:
    """The events of a store with its ledger laid over them."""
    return review.lay(store.decisions(), store.events(), Shelf(store))


def _standing(store: SqliteStore) -> tuple[Sequence[Event], Sequence[Judgement]]:
    found = laid(store)
    return found.events, found.judgements


def suggested(store: SqliteStore) -> tuple[Judgement, ...]:
    """What rules say of all pairs of events: as they were coded, and as people left them.

    The former are never given up for the latter, so that undoing a decision finds them as they were.
    """
    coded, standing = tuple(store.events()), laid(store).events
    return (*weaving.suggest(coded), *of_changed(standing, {event.id for event in coded}))


def of_changed(events: Sequence[Event], coded: Iterable[str]) -> tuple[Judgement, ...]:
    """What rules say of those of `events` whose ids are not among `coded`, each held against all it could be one with."""
    known = set(coded)
    changed = [event for event in events if event.id not in known]
    if not changed:
        return ()
    ids, spans = {event.id for event in changed}, [weaving.days(event) for event in changed]
    near = [event for event in events if event.id in ids or any(weaving.days(event).apart(span) <= _NEAR for span in spans)]
    return tuple(judgement for judgement in weaving.suggest(near) if {judgement.a, judgement.b} & ids)


def judged(before: Sequence[Decision], made: Sequence[Decision], coded: Sequence[Event], shelf: Shelf) -> tuple[Judgement, ...]:
    """What rules say of the events that decisions `made` after others make of what was coded."""
    known = {event.id for event in (*coded, *review.lay(before, coded, shelf).events)}
    return of_changed(review.lay((*before, *made), coded, shelf).events, known)


def woven_in_passing(store: SqliteStore) -> tuple[Occurrence, ...]:
    """What adding left unwoven, woven without being written."""
    events, people = _standing(store)
    judged = [judgement for judgement in store.all_judgements() if not judgement.by.startswith("rule:")]
    return weaving.gather(events, (*weaving.suggest(events), *judged, *people))
