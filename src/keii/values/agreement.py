"""How far people's decisions agree, field by field."""

from dataclasses import dataclass

from keii.values.span import Span


@dataclass(frozen=True, slots=True)
class Agreed:
    """One field (`verdict`, `date`, …, `pairs`): on how many things two people or more decided, on how many of them all
    alike, and Krippendorff's alpha (nominal), None where it is not defined."""

    field: str
    units: int
    alike: int
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What people say differently of a field of what these words tell: (person, value) pairs."""

    span: Span | None
    field: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Agreement:
    """Of `people`, on `shared` events that at least two of them decided on."""

    people: tuple[str, ...]
    shared: int
    fields: tuple[Agreed, ...]
    differences: tuple[Difference, ...]
