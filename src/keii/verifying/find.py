"""Which passages can speak of a claim: those of its rarer words, and those of its date."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from keii.values.document import BlockKind
from keii.values.view import Hit, Seek, View
from keii.values.when import When
from keii.verifying.facets import Facets
from keii.verifying.lexicon import words

_KINDS: tuple[BlockKind, ...] = ("paragraph", "item", "row", "caption", "note", "heading")
_MOST = 60
_MOST_TERMS = 14
_KEPT = 80


@dataclass(frozen=True)
class Candidates:
    """Passages, the likeliest first, and what each word of the claim weighs: the rarer, the more."""

    hits: tuple[Hit, ...]
    weights: Mapping[str, float]


def candidates(view: View, claim: Facets, but: frozenset[str]) -> Candidates:
    """Passages of all documents but those of `but`."""
    lexicon = words()
    docs = tuple(doc for doc in view.sources() if doc not in but)
    found: dict[tuple[str, int], tuple[float, Hit]] = {}
    weights: dict[str, float] = {}
    if not docs:
        return Candidates((), {})
    sought = docs if but else ()

    def add(hits: list[Hit], weight: float) -> None:
        for hit in hits:
            key = (hit.doc, hit.passage.place)
            found[key] = (found.get(key, (0.0, hit))[0] + weight, hit)

    for term in claim.terms[:_MOST_TERMS]:
        if term.word in weights:
            continue
        surface = claim.text[term.start : term.end]
        forms = tuple(dict.fromkeys([surface, *lexicon.variants(term.word)]))
        hits = list(view.passages(Seek(words=(forms,), docs=sought, kinds=_KINDS, limit=_MOST * 5)))
        weights[term.word] = 1.0 / (1.0 + math.log1p(len(hits)) / 2)
        add(hits[:_MOST * 5], weights[term.word])
    for word in dict.fromkeys([*(place.text for place in claim.places), *(claim.text[key.start : key.end] for key in claim.keys)]):
        add(list(view.passages(Seek(words=((word,),), docs=sought, kinds=_KINDS, limit=_MOST))), 0.5)
    for actor in dict.fromkeys(one.text for one in claim.doers if one.kind == "person"):
        add(list(view.passages(Seek(words=((actor,),), docs=sought, kinds=_KINDS, limit=_MOST))), 0.2)
    if when := _window(claim):
        add(list(view.passages(Seek(window=when, docs=sought, kinds=_KINDS, limit=_MOST * 5))), 0.6)
    ordered = sorted(found.values(), key=lambda one: (-one[0], one[1].doc, one[1].passage.place))
    return Candidates(tuple(hit for _, hit in ordered[:_KEPT]), weights)


def _window(claim: Facets) -> When | None:
    """The first date of a claim that is one: what ends before it begins (2013年から2007年まで) is none."""
    return next((time.when for time in claim.times
                 if not (time.when.earliest and time.when.latest and time.when.latest < time.when.earliest)), None)
