"""Which of several amounts of a source an amount of a claim is to be held against."""

import re
from collections.abc import Callable, Sequence

from keii.verifying.amounts import Amount
from keii.verifying.facets import Facets
from keii.verifying.lexicon import words

_COUNTED = frozenset({"shot", "person", "ship", "country", "company", "time"})


def _object(facets: Facets, amount: Amount) -> set[str]:
    """The words right before an amount, to which it belongs: 石油製品を年50万バレル."""
    edge = max((one.end for one in facets.amounts if one.end <= amount.start), default=0)
    near = [term for term in facets.terms if edge <= term.start and term.end <= amount.start]
    near = near or [term for term in facets.terms if term.end <= amount.start]
    return {term.word for term in near[-2:]}


def same_object(claim: Facets, amount: Amount, facets: Facets, same: Sequence[Amount], like: Sequence[Amount]) -> bool:
    """Whether an equal amount is one of the same thing, where the source has several of that unit."""
    if len(like) < 2 or amount.unit in _COUNTED:
        return True
    likeness = _likeness(claim, amount, facets)
    return max(map(likeness, same)) >= max(map(likeness, like))


def nearest(claim: Facets, amount: Amount, facets: Facets, like: Sequence[Amount]) -> Amount:
    """Of several amounts the one whose words before it, and after it, are those of the claim's amount; of such the first."""
    likeness = _likeness(claim, amount, facets)
    return max(like, key=lambda one: (*likeness(one), -one.start))


def _likeness(claim: Facets, amount: Amount, facets: Facets) -> Callable[[Amount], tuple[int, int]]:
    lexicon = words()
    before = _object(claim, amount)
    after = {term.word for term in claim.terms if term.start >= amount.end}
    rest = {term.word for term in claim.terms} if before and not _CHAINED.match(claim.text, amount.end) else set[str]()

    def likeness(one: Amount) -> tuple[int, int]:
        behind = next((term.word for term in facets.terms if term.start >= one.end), "")
        theirs = _object(facets, one)
        return (sum(any(lexicon.alike(a, b) for b in theirs) for a in before) + sum(any(lexicon.alike(a, b) for b in theirs) for a in rest),
                int(any(lexicon.alike(behind, word) for word in after)) if behind else 0)

    return likeness


_CHAINED = re.compile("の")
"""An amount that stands before what it is the amount of: 30万トンの供与."""
