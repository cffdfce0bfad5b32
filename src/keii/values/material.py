"""What an analysis is made from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from keii.values.analysis import Analysis
from keii.values.codebook import Codebook
from keii.values.finding import Finding
from keii.values.occurrence import Occurrence
from keii.values.pivot import Pivot
from keii.values.scope import Scope
from keii.values.source import Source


@dataclass(frozen=True)
class Material:
    """`findings` gives those of a kind, by document and place; `occurrences` those of the scope, in the order of time.

    `scope` is what was asked for; `seed` is for analyses that draw. `focus` are the two sides of the process that is
    looked at, `pivots` what a person wants it cut by.
    """

    findings: Callable[[str], Sequence[Finding]]
    occurrences: Callable[[], Sequence[Occurrence]]
    sources: Mapping[str, Source]
    codebook: Codebook
    scope: Scope = field(default_factory=Scope)
    seed: int = 0
    focus: tuple[str, ...] = ()
    pivots: tuple[Pivot, ...] = ()


class Analyse(Protocol):
    """One analysis: material in, a table out. `__doc__` gives its definition, range and source."""

    def __call__(self, material: Material) -> Analysis: ...
