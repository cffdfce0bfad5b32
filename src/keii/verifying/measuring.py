"""Which of several amounts of a source an amount of a claim is to be held against."""

from collections.abc import Sequence

from keii.verifying.amounts import Amount
from keii.verifying.facets import Facets
from keii.verifying.lexicon import words

_COUNTED = frozenset({"shot", "person", "ship", "country", "company", "time"})


def _object(facets: Facets, amount: Amount) -> set[str]:
    """The words right before an amount, to which it belongs: 石油製品を年50万バレル."""
    near = [term for term in facets.terms if term.end <= amount.start]
    return {term.word for term in near[-2:]}


def same_object(claim: Facets, amount: Amount, facets: Facets, same: Sequence[Amount], like: Sequence[Amount]) -> bool:
    """Whether an equal amount is one of the same thing, where the source has several of that unit."""
    if len(like) < 2 or amount.unit in _COUNTED:
        return True
    best = nearest(claim, amount, facets, like)
    return best in same or best.value == amount.value


def nearest(claim: Facets, amount: Amount, facets: Facets, like: Sequence[Amount]) -> Amount:
    """Of several amounts the one whose words before it, and after it, are those of the claim's amount."""
    lexicon = words()
    before = _object(claim, amount)
    after = {term.word for term in claim.terms if term.start >= amount.end}
    rest = {term.word for term in claim.terms}

    def likeness(one: Amount) -> tuple[int, int, int]:
        behind = next((term.word for term in facets.terms if term.start >= one.end), "")
        theirs = _object(facets, one)
        return (sum(any(lexicon.alike(a, b) for b in theirs) for a in before) + sum(any(lexicon.alike(a, b) for b in theirs) for a in rest),
                int(any(lexicon.alike(behind, word) for word in after)) if behind else 0, -one.start)

    return max(like, key=likeness)
