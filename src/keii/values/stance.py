"""What an actor says of an issue: a position taken, or given up, at some time."""

from dataclasses import dataclass

from keii.values.span import Span


@dataclass(frozen=True)
class Stance:
    """`actor` is a chronology code, `issue` and `stance` are ids of the codebook, `date` is EDTF or None.

    `speaker` is who spoke, in the words of the document, None where it names the actor only. `said` tells whether it
    is the actor's own statement; otherwise it is the writer's account of the position.
    """

    doc: str
    actor: str
    issue: str
    date: str | None
    speaker: str | None
    stance: str
    text: str
    evidence: tuple[Span, ...]
    said: bool = True
