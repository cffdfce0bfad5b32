"""What a source expects or infers: who says it, and how strongly."""

from dataclasses import dataclass
from typing import Literal, get_args

from keii.values.span import Span

Strength = Literal["certain", "likely", "possible", "doubtful"]
STRENGTHS: tuple[Strength, ...] = get_args(Strength)


@dataclass(frozen=True)
class Expectation:
    """`who` says it (None: the writer); `factuality` is `forecast` of what is to come, `assessed` of what is inferred.

    `date` is EDTF: the time spoken of, None where the statement has none.
    """

    doc: str
    date: str | None
    statement: str
    who: str | None
    factuality: Literal["forecast", "assessed"]
    strength: Strength
    issue: str | None
    evidence: tuple[Span, ...]
    actors: tuple[str, ...] = ()
