"""Whether two events are the same happening: signed, reasoned, reversible."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """`a` and `b` are event ids, `a` < `b`. `by` is `rule:NAME` or a person; `why` names the features that decided."""

    a: str
    b: str
    verdict: Verdict
    by: str
    score: float = 0.0
    why: tuple[str, ...] = ()
