"""A question as it was understood, and what a store answers to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.values.view import Hit
from keii.values.when import When

Kind = Literal["yesno", "when", "where", "who", "number", "what", "list"]
Verdict = Literal["yes", "no", "unknown"]
Role = Literal["act", "thing", "who"]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing a question speaks of. `forms` are the words that mean it (`A+B`: both in one sentence), `parts` the
    pieces of a compound, `codes` the actors it names; `weight` is how much it tells."""

    label: str
    forms: tuple[str, ...]
    weight: float
    role: Role
    parts: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `window` is the time it speaks of, `summit` whether only heads will do, `happened` whether the act
    must have come about (a talk was held, not proposed); `unit` is what is counted, `pool` of a list by decade.

    `odd` are reasons why nothing can answer it (`window`, `empty`), `unknown` names it uses that no codebook has.
    """

    text: str
    kind: Kind
    terms: tuple[Term, ...]
    window: When | None = None
    period: str | None = None
    summit: bool = False
    happened: bool = True
    negated: bool = False
    unit: str | None = None
    odd: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """One thing found: a coded row, or, where no row was coded, the passage as it stands. `near`: it does not answer."""

    score: float
    row: Occurrence | None = None
    hit: Hit | None = None
    near: bool = False


@dataclass(frozen=True)
class Answer:
    """Findings best first, and the verdict where one was asked for. `count` is a number the rows themselves give.

    `searched` are documents looked through; `alone` says that an AI answer alone carries it.
    """

    question: Question
    verdict: Verdict | None
    findings: tuple[Finding, ...]
    near: tuple[Finding, ...] = ()
    searched: int = 0
    alone: bool = False
    count: int | None = None
    more: int = 0
    sources: Mapping[str, Source] = field(default_factory=dict)
