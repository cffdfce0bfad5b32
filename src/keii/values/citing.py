"""What a document says that it draws on: a reference of its notes or bibliography, or a publication that it names."""

from dataclasses import dataclass

from keii.values.reference import Reference
from keii.values.span import Span


@dataclass(frozen=True)
class Citing:
    """One publication that `doc` cites, and where it does."""

    doc: str
    reference: Reference
    evidence: tuple[Span, ...]
