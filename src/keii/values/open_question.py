"""What people must settle: decisions that no longer find what they are about, or that contradict each other."""

from dataclasses import dataclass
from typing import Literal

from keii.values.decision import Decision
from keii.values.event import Event
from keii.values.span import Span

Why = Literal["gone", "unsaid", "unclear", "disagreement"]


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A decision that stands open.

    gone          its document is not in the store (it comes back with the document)
    unsaid        the document no longer says its words
    unclear       its words are there, but what is read in them now is not surely what was meant: `candidates`, if any. An
                  event that was accepted or corrected stands meanwhile as it was
    disagreement  it and `others` on the same subject were made without knowing of each other, and differ; the latest
                  holds until somebody who knows both decides

    `span` are the words it was about, None for a whole document. `candidates` are ids of events as they are shown.
    """

    why: Why
    decision: Decision
    doc: str
    span: Span | None = None
    candidates: tuple[str, ...] = ()
    others: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """An event on which a decision that stands open may be made anew, with the row it stands in and that row's version.

    `holds` tells that the decision stands on it already, as on the other events of a merge; `apart` that it is among those
    that leave the others.
    """

    event: Event
    row: str
    version: str
    holds: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Settling:
    """An open question with what its decision may be put upon: the events it holds on first, then the likeliest."""

    question: OpenQuestion
    offers: tuple[Offer, ...] = ()
