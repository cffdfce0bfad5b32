"""The ledger in portions that do not touch each other, each laid by itself: what stands open and what is rejected, at the cost of
the documents that somebody decided on, and, when it is asked for again, of those decided on since."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from keii import review
from keii.review import Laid
from keii.store import Store
from keii.values.decision import Decision
from keii.values.open_question import OpenQuestion
from keii.workbench.laying import Shelf

Key = tuple[str, str]


class Parts:
    """A ledger in portions."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self.decisions = tuple(decisions)

    @cached_property
    def portions(self) -> tuple[tuple[Decision, ...], ...]:
        return tuple(dict.fromkeys(self.holding.values()))

    @cached_property
    def holding(self) -> Mapping[Key, tuple[Decision, ...]]:
        """The portions by what they are about, and by their decisions."""
        root: dict[Key, Key] = {}

        def find(key: Key) -> Key:
            while root.setdefault(key, key) != key:
                root[key] = root[root[key]]
                key = root[key]
            return key

        for one in self.decisions:
            own = ("decision", one.id)
            for other in _ties(one):
                root[find(other)] = find(own)
        portions: dict[Key, list[Decision]] = defaultdict(list)
        for one in self.decisions:
            portions[find(("decision", one.id))].append(one)
        held = {key: tuple(portion) for key, portion in portions.items()}
        return {key: held[find(key)] for key in tuple(root) if find(key) in held}


@dataclass
class Portions:
    """What laying portions over their documents leaves (without the events), by the ids of their decisions, as long as the
    documents of the store stay what they are."""

    _parts: Parts = field(default_factory=lambda: Parts(()))
    _documents: str | None = None
    _laid: dict[frozenset[str], Laid] = field(default_factory=dict)

    def all(self, store: Store, decisions: Sequence[Decision]) -> tuple[Laid, ...]:
        """Of each portion of the ledger."""
        return tuple(self._of(store, portion) for portion in self._of_ledger(decisions).portions)

    def on(self, store: Store, decisions: Sequence[Decision], doc: str, print: str) -> Laid:
        """Of the portion that is about a document, by its name or its text."""
        parts = self._of_ledger(decisions)
        portion = parts.holding.get(("document", doc)) or parts.holding.get(("text", print))
        return self._of(store, portion) if portion else Laid(())

    def _of_ledger(self, decisions: Sequence[Decision]) -> Parts:
        parts = self._parts
        if [one.id for one in parts.decisions] != [one.id for one in decisions]:
            parts = self._parts = Parts(decisions)
        return parts

    def _of(self, store: Store, portion: tuple[Decision, ...]) -> Laid:
        documents, ids = store.known_since(), frozenset(one.id for one in portion)
        if documents != self._documents:
            self._documents, self._laid = documents, {}
        if ids not in self._laid:
            self._laid[ids] = _laid(store, portion)
        return self._laid[ids]


def _ties(one: Decision) -> Iterable[tuple[str, str]]:
    yield from (("decision", id) for id in (*one.after, *((one.of,) if one.of else ())))
    for anchor in (*one.anchors, *review.anchors_of(one)):
        yield from (("document", anchor.doc), ("text", anchor.print), ("subject", anchor.subject))
        yield from (("subject", was) for was in anchor.was)


def _laid(store: Store, portion: Sequence[Decision]) -> Laid:
    anchors = [anchor for one in portion for anchor in one.anchors]
    prints = store.prints_of({anchor.doc for anchor in anchors}, {anchor.print for anchor in anchors})
    return replace(review.lay(portion, store.events_in(prints), Shelf(store, prints)), events=())


def questions_of(portions: Iterable[Laid], decisions: Sequence[Decision]) -> tuple[OpenQuestion, ...]:
    """What stands open in all of them, the earliest decisions first."""
    place = {one.id: at for at, one in enumerate(review.in_order(decisions))}
    return tuple(sorted((one for portion in portions for one in portion.questions), key=lambda one: (place[one.decision.id], one.why)))
