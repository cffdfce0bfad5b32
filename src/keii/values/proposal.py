"""One part of what somebody proposes: a phase, a demand, an inducement, a condition, a way to verify."""

from dataclasses import dataclass
from typing import Literal, get_args

from keii.values.span import Span

Part = Literal["stage", "demand", "inducement", "condition", "verification"]
PARTS: tuple[Part, ...] = get_args(Part)


@dataclass(frozen=True)
class Proposal:
    """`proposal` is what the document calls it, `author` whose it is, `date` EDTF where the document dates it.

    `stage` names the phase the part belongs to (第一段階, 初期目標), None where it belongs to none.
    """

    doc: str
    proposal: str
    author: str
    date: str | None
    part: Part
    stage: str | None
    text: str
    evidence: tuple[Span, ...]
    actors: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
