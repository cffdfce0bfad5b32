"""What a source says promoted, obstructed or broke what."""

from dataclasses import dataclass
from typing import Literal, get_args

from keii.values.span import Span

Polarity = Literal["promoting", "obstructing", "breaking", "ambivalent"]
POLARITIES: tuple[Polarity, ...] = get_args(Polarity)


@dataclass(frozen=True)
class Cause:
    """A causal claim: `cause` and `effect` in the words of the document.

    `claimed_by` is a code or a name, None where the writer of the document claims it; `denied`: it is said not to be so.
    `actors` and `issues` are those of the sentence.
    """

    doc: str
    cause: str
    effect: str
    polarity: Polarity
    claimed_by: str | None
    denied: bool
    rule: str
    evidence: tuple[Span, ...]
    actors: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
