"""One statement of an outside text, and what the evidence says of it."""

from dataclasses import dataclass
from typing import Literal

from keii.values.offsets import Range
from keii.values.span import Span

ClaimVerdict = Literal["supported", "contradicted", "not_found"]
Field = Literal["date", "actor", "action", "status", "place", "number"]
ClaimKind = Literal["line", "row", "item", "sentence"]

WORST: tuple[ClaimVerdict, ...] = ("contradicted", "not_found", "supported")
"""The worst first: what a claim of several parts is called."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement to be checked: `text` is `start:end` of its document, unchanged.

    `parts` are the ranges of it that state something (the cells of a row, its sentences), without table bars, bullets
    and citations; `cited` are the sources it names. `header` are the column names of a row.
    """

    text: str
    start: int
    end: int
    kind: ClaimKind
    parts: tuple[Range, ...]
    cited: tuple["CitedSource", ...] = ()
    header: tuple[str, ...] = ()
    lead: Range | None = None
    """The cell of a row above that goes on over this row: the year of several rows."""


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source that a claim names, as written (`Reuters 2024-03-25`, `外務省`), and the documents it can be."""

    text: str
    start: int
    end: int
    docs: tuple[str, ...] = ()

    @property
    def present(self) -> bool:
        return bool(self.docs)


@dataclass(frozen=True, slots=True)
class Finding:
    """What the evidence says of one part: `differs` are the fields that the sources exclude and `found` what they say
    instead; `missing` the words of it that nothing found carries. `why` is the key of the reason in one word."""

    start: int
    end: int
    text: str
    verdict: ClaimVerdict
    differs: tuple[Field, ...] = ()
    found: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Span, ...] = ()
    missing: tuple[str, ...] = ()
    why: str = ""
    beside: tuple[str, ...] = ()
    """Documents of the evidence that only hold what another leaves open: they bear nothing out by themselves."""


@dataclass(frozen=True)
class Checked:
    """A claim with the findings on its parts. `independent` counts the independent sources that support it: an answer
    of an AI counts as none. `circular` tells that only such answers carry it."""

    claim: Claim
    findings: tuple[Finding, ...]
    independent: int = 0
    circular: bool = False

    @property
    def verdict(self) -> ClaimVerdict:
        """The worst of its parts."""
        return min((finding.verdict for finding in self.findings), key=WORST.index, default="not_found")

    @property
    def differs(self) -> tuple[Field, ...]:
        return tuple(dict.fromkeys(field for finding in self.findings for field in finding.differs))

    @property
    def found(self) -> tuple[tuple[str, str], ...]:
        return tuple(dict(pair for finding in reversed(self.findings) for pair in finding.found).items())

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The spans of the parts that decide the verdict first, each once."""
        ordered = sorted(self.findings, key=lambda finding: finding.verdict != self.verdict)
        return tuple(dict.fromkeys(span for finding in ordered for span in finding.evidence))


@dataclass(frozen=True)
class Check:
    """The whole of a text that was checked: its name and text, its claims in order, which documents were looked into."""

    name: str
    text: str
    checked: tuple[Checked, ...]
    sources: int = 0
    itself: bool = False
    left: int = 0
    """How many claims were not judged, where somebody stopped the check."""

    def count(self, verdict: ClaimVerdict) -> int:
        return sum(one.verdict == verdict for one in self.checked)
