"""The store with its ledger: events as they stand by what people decided, and what rules make of them then."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import cast

from keii import review, weaving
from keii.store import Store
from keii.store.woven import Batch, Woven
from keii.values.decision import Decision
from keii.values.digest import Digest
from keii.values.event import Event
from keii.values.judgement import Judgement
from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.values.spreading import Spread, here
from keii.workbench.digest import digest
from keii.workbench.leading import led
from keii.workbench.uncollected import uncollected

_AT_ONCE = 12_000
"""About so many events are woven in one transaction."""


class Shelf:
    """The documents of a store, as laying decisions needs them; each is fetched once. `prints` holds those of all, or of
    the few that matter."""

    def __init__(self, store: Store, prints: Mapping[str, str] | None = None) -> None:
        self.prints: Callable[[], Mapping[str, str]] = cache(store.prints) if prints is None else lambda: prints
        self.text = cache(store.text)
        self.published = cache(store.published)


def laid(store: Store) -> review.Laid:
    """The events of a store with its ledger laid over them."""
    return review.lay(store.decisions(), store.events(), Shelf(store))


def laid_in(store: Store, docs: Collection[str], decisions: Sequence[Decision] | None = None) -> review.Laid:
    """The same for some documents: what it says of others, which decisions tie to them, may not be all.

    `decisions` is the whole ledger, read where it is not given.
    """
    decisions = store.decisions() if decisions is None else decisions
    if not decisions:
        return review.Laid(tuple(store.events_in(docs)))
    near = store.prints_of(*_named(_about(decisions, store.prints_of(docs))))
    held = {**near, **store.prints_of(docs)}
    wanted = _about(decisions, held)
    known = {**store.prints_of(*_named(wanted)), **held}
    return review.lay(wanted, tuple(store.events_in(held)), Shelf(store, known))


def _about(decisions: Sequence[Decision], prints: Mapping[str, str]) -> tuple[Decision, ...]:
    """Decisions on one of some documents (by name, or by text), with all that they came after or replaced."""
    texts, by_id = set(prints.values()), {one.id: one for one in decisions}
    left = [one for one in decisions if any(anchor.doc in prints or anchor.print in texts for anchor in one.anchors)]
    found: dict[str, Decision] = {}
    while left:
        one = left.pop()
        if one.id not in found:
            found[one.id] = one
            left += [by_id[id] for id in (*one.after, *((one.of,) if one.of else ())) if id in by_id]
    return tuple(one for one in decisions if one.id in found or one.of in found)


def _named(decisions: Iterable[Decision]) -> tuple[set[str], set[str]]:
    """The documents decisions are about: their names, and the hashes of their texts."""
    anchors = [anchor for one in decisions for anchor in one.anchors]
    return {anchor.doc for anchor in anchors}, {anchor.print for anchor in anchors}


def standing(store: Woven) -> tuple[Sequence[Event], Sequence[Judgement]]:
    """Events as people left them, and what people judged of pairs of them."""
    found = laid(cast("Store", store))
    return found.events, found.judgements


def brief(row: Occurrence, sources: Mapping[str, Source]) -> Digest:
    """A row in brief, led by its best source."""
    return digest(led(row, sources), sources, weaving.independent(row, sources))


def weave(store: Store, at_hand: Callable[[Batch], Sequence[Event] | None] = lambda _: None, spread: Spread = here) -> int:
    """Weave what changed since rows were made; a batch is a transaction. Returns of how many events besides the rows were
    made anew. `at_hand` are the events of a batch that nobody decided on, where they need not be read; `spread` does what is
    nothing but computing."""
    again = 0
    while batch := store.unwoven(_AT_ONCE):
        with uncollected():
            again += _woven(store, batch, at_hand(batch), spread)
    return again


def _woven(store: Store, batch: Batch, at_hand: Sequence[Event] | None, spread: Spread) -> int:
    if at_hand is not None:
        return store.weave(batch, at_hand, (), weaving.renew, brief, spread) or 0
    found, docs = laid_in(store, batch.docs), set(batch.docs)
    events = [event for event in found.events if event.doc in docs]
    ids = {event.id for event in events}
    people = [one for one in found.judgements if one.a in ids or one.b in ids]
    return store.weave(batch, events, people, weaving.renew, brief, spread) or 0


def judgements_of(store: Store) -> tuple[Judgement, ...]:
    """All judgements, of rules and of people, on events as they stand."""
    if store.woven() is not None:
        return (*store.all_judgements(), *store.agreed())
    found = laid(store)
    kept = (one for one in store.all_judgements() if not one.by.startswith("rule:"))
    return (*weaving.suggest(found.events), *kept, *found.judgements)


def woven_in_passing(store: Store) -> tuple[Occurrence, ...]:
    """What adding left unwoven, woven without being written."""
    events, people = standing(store)
    judged = [judgement for judgement in store.all_judgements() if not judgement.by.startswith("rule:")]
    return weaving.gather(events, (*weaving.suggest(events), *judged, *people))
