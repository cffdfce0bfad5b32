"""What stands in a complement and belongs to the clause behind it."""

from dataclasses import replace

from keii.coding.scene import Scene
from keii.values.clause import Clause


def with_complement(scene: Scene, clauses: tuple[Clause, ...], position: int) -> Clause:
    """党大会で後継者とする|ことが承認された: a clause with what stands in the complement that is its subject or object."""
    clause, inner = clauses[position], clauses[position - 1]
    held = position and inner.link == "quote" and inner.noun is not None and scene.phrase_words(inner.noun) == "こと"
    return replace(clause, phrases=(*inner.phrases, *clause.phrases)) if held else clause
