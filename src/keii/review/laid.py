"""What laying decisions over events needs, and what it yields."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from keii.values.decision import Anchor, Decision
from keii.values.event import Event
from keii.values.judgement import Judgement
from keii.values.open_question import OpenQuestion


class Library(Protocol):
    """The documents of a store, as far as decisions need them."""

    def prints(self) -> Mapping[str, str]:
        """The hash of the text of each document, by its name."""
        ...

    def text(self, name: str) -> str:
        """The text of a document that is there."""
        ...

    def published(self, name: str) -> str | None:
        """The date (EDTF) it bears now."""
        ...


@dataclass(frozen=True)
class Laid:
    """Events as they stand with all that people decided.

    `events` and `rejected` bear marks where people looked at them; `judgements` are those of people; `questions` are the
    decisions that stand open. By the id of an event as it is shown: `anchors` (what a new decision on it is anchored to)
    and `known` (the decisions on it, in causal order, undone ones too).
    """

    events: tuple[Event, ...]
    judgements: tuple[Judgement, ...] = ()
    rejected: tuple[Event, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    anchors: Mapping[str, Anchor] = field(default_factory=dict)
    known: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
