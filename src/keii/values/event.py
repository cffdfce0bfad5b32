"""One coder's dated, coded claim from one document, with the words it rests on and the reason for each field."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from keii.values.ids import content_id
from keii.values.mark import Mark
from keii.values.span import Span
from keii.values.when import When, parse_edtf

Status = Literal["realised", "proposed", "refused", "planned", "cancelled", "ongoing"]
Factuality = Literal["asserted", "attributed", "assessed", "forecast"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount: 年間約4億ドル is value 400000000, unit USD, per year, mod APPROX."""

    value: float
    unit: str
    per: str | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the coder's reasoning: the field it decided, the value, the words, the rule's name."""

    field: str
    value: str
    rule: str
    span: Span | None = None
    note: str | None = None


@dataclass(frozen=True)
class Event:
    """A dated event of one document. `evidence` is never empty and its first span is the best.

    `date` is EDTF level 1, `mod` as in TIMEX3; `key` holds what tells like events apart (第五回, 決議2321, a place).
    `review` is what people made of it; an event they corrected is a value of its own that names the coded one.
    """

    doc: str
    date: str
    mod: str | None
    summary: str
    actors: tuple[str, ...]
    initiator: tuple[str, ...]
    target: tuple[str, ...]
    action: str
    pillar: str
    status: Status
    factuality: Factuality
    evidence: tuple[Span, ...]
    source: str | None = None
    approach: str | None = None
    level: str | None = None
    issues: tuple[str, ...] = ()
    rank: str | None = None
    channel: str | None = None
    place: str | None = None
    numbers: tuple[Quantity, ...] = ()
    key: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()
    trace: tuple[Step, ...] = ()
    review: Mark | None = None

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("an event needs the words it rests on")
        parse_edtf(self.date)

    @cached_property
    def id(self) -> str:
        """Content hash of what is claimed and the words it rests on."""
        best = self.evidence[0]
        origin = (self.review.of,) if self.review and self.review.of else ()
        return content_id("event", self.doc, best.start, best.quote, self.date, self.action, self.initiator,
                          self.target, self.status, *origin)

    def trace_of(self, field: str) -> str:
        """The words that decided a field, "" where the trace has none."""
        return next((step.span.quote for step in self.trace if step.field == field and step.span is not None), "")

    @property
    def when(self) -> When:
        when = parse_edtf(self.date)
        return when if self.mod in (None, when.mod) else When(when.value, self.mod)
