"""What people have made of an event: the mark it carries beside what its coder read."""

from dataclasses import dataclass
from typing import Literal

State = Literal["accepted", "corrected", "added", "rejected", "noted"]


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after. Every value is a tuple of texts: a date is one, actors are many, "none" is ()."""

    field: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A note somebody left: who, when (ISO 8601, UTC), what."""

    by: str
    at: str
    text: str
    decision: str


@dataclass(frozen=True, slots=True)
class Mark:
    """An event that people have looked at: by whom and when last, and by which decisions of the ledger.

    One that is only `noted` bears remarks, or was merged or split, and nothing else; `rejected` ones stand in the review queue alone.

    `of` is the id of the event as it was coded, or of the decision that added it, where the event is not what a coder
    read; `changes` tell what differs from that. `kept` is true where the coder reads the event no longer and it stands on
    a person's word and its span alone.
    """

    state: State
    by: str
    at: str
    decisions: tuple[str, ...] = ()
    of: str | None = None
    changes: tuple[Change, ...] = ()
    remarks: tuple[Remark, ...] = ()
    kept: bool = False
