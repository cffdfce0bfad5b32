"""What the review shows: rows to be looked at, and what was decided of them."""

from dataclasses import dataclass
from typing import Literal, get_args

from keii.values.chronology import Entry
from keii.values.decision import Decision

Standing = Literal["open", "accepted", "corrected", "added", "rejected", "partly"]

STANDINGS: tuple[Standing, ...] = get_args(Standing)
REASONS = ("question", "conflict", "ai-only", "unsure", "single", "vague", "hedged")
"""Why a row should be looked at, the gravest first."""


@dataclass(frozen=True)
class Item:
    """A row of the review queue.

    `standing` is what people have made of it: `partly` where they looked at some of its events only. `version` changes
    with every decision on it, and with its events: hand it back with a decision to be sure that nobody decided meanwhile.
    `reasons` are why it should be looked at, the gravest first: `question`, `conflict`, `ai-only`, `unsure` (a rule could
    not tell whether it is one with another row), `single`, `vague` (dated to a year or less), `hedged`.
    """

    entry: Entry
    standing: Standing
    version: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Past:
    """One step of an entry's history: a decision, and whether it holds (False: undone or replaced, by `gone_by`)."""

    decision: Decision
    holds: bool
    gone_by: str | None = None
