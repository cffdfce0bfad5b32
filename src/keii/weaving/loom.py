"""What weaving keeps between one document and the next: who waits where, and what was judged."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from keii.values.event import Event
from keii.values.judgement import Judgement
from keii.values.waits import Key, Place, Waiting, Waits


class Loom(Protocol):
    """Everything is looked up by keys, so that what a look costs does not depend on how much is kept."""

    def events(self, ids: Collection[str]) -> Mapping[str, Event]:
        """Events as they stand, those that are woven and those about to be; who is not there is left out."""
        ...

    def waits(self, ids: Collection[str]) -> Mapping[str, Waits]:
        """Where events that were admitted wait."""
        ...

    def bare(self) -> bool:
        """Whether nobody waits."""
        ...

    def crowd(self, key: Key) -> int:
        """How many wait at `key`; of more than a few dozen, that they are more."""
        ...

    def before(self, key: Key, place: Place, count: int) -> Sequence[Waiting]:
        """The last `count` who wait at `key` before a place, the nearest first."""
        ...

    def after(self, key: Key, place: Place, count: int) -> Sequence[Waiting]:
        """The first `count` who wait at `key` behind a place."""
        ...

    def admit(self, some: Iterable[Waits]) -> None:
        """From now on these wait."""
        ...

    def dismiss(self, some: Iterable[Waits]) -> None:
        """From now on these do not."""
        ...

    def judgements(self, ids: Collection[str]) -> Iterable[Judgement]:
        """All judgements, of rules and of people, on a pair of which one is among `ids`."""
        ...

    def judge(self, written: Collection[Judgement], dropped: Collection[Judgement]) -> None:
        """Write judgements of rules down, each in place of the one on its pair, and take others away."""
        ...

    def beside(self, ids: Collection[str]) -> set[str]:
        """Who stood in a row with one of `ids` when rows were gathered last."""
        ...
