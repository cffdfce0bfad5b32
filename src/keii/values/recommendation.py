"""What a source says ought to be done, and by whom. Never an event."""

from dataclasses import dataclass

from keii.values.span import Span


@dataclass(frozen=True)
class Recommendation:
    """`who` recommends (None: the writer), `addressee` are the codes of whom it is asked of, `issue` an id or None."""

    doc: str
    who: str | None
    addressee: tuple[str, ...]
    text: str
    issue: str | None
    evidence: tuple[Span, ...]
    actors: tuple[str, ...] = ()
