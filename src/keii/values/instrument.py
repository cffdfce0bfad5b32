"""A means of policy that somebody has, uses, weighs or is advised to use, whether it is dated or not."""

from dataclasses import dataclass
from typing import Literal, get_args

from keii.values.span import Span

Use = Literal["has", "uses", "weighs", "advised", "lacks"]
USES: tuple[Use, ...] = get_args(Use)


@dataclass(frozen=True)
class Instrument:
    """`approach`, `pillar` and `level` are ids of the codebook or None; `actors` are those whose means it is."""

    doc: str
    approach: str | None
    pillar: str | None
    level: str | None
    actors: tuple[str, ...]
    date: str | None
    summary: str
    use: Use
    evidence: tuple[Span, ...]
    issues: tuple[str, ...] = ()
