"""What grammar sees in a sentence: tokens, phrases with their particles, clauses around predicates."""

from dataclasses import dataclass
from typing import Literal, NamedTuple


class Token(NamedTuple):
    """A morpheme: `start:end` in the clean text of its block, UniDic part of speech, dictionary and normal form."""

    start: int
    end: int
    surface: str
    pos: str
    sub: str
    lemma: str
    norm: str
    form: str


class Phrase(NamedTuple):
    """A noun phrase and the particle that closes it: `start:end` is the phrase without the particle.

    `case` is the particle (が, は, に対して, …), "" where none stands, "、" after a bare adverbial noun.
    """

    start: int
    end: int
    case: str


Link = Literal["end", "coordinate", "subordinate", "relative", "quote", "nominal"]
Trait = Literal["past", "negative", "passive", "causative", "volition", "desire", "progress", "potential", "duty",
                "copula", "polite", "perfect"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with what stands before it and belongs to it.

    `head` is the range of the predicate's stem, `start:end` that of the whole clause with its closing; `lemma` is the
    サ変 stem (打診), the dictionary form (求める) or the noun of a nominal predicate, `norm` its spelling normalised. `link` tells how it joins the
    next: `end` of the sentence, `coordinate` (連用中止, て, が), `subordinate` (ため, 後, ので), `relative` (連体修飾),
    `quote` (と), `nominal` (体言止め). `tail` is what follows the stem up to the clause's end. `governor` is the index
    of the clause it hangs on, within its sentence's clauses. `noun` is the head noun a relative clause modifies.
    """

    block: int
    sentence: int
    start: int
    end: int
    head: tuple[int, int]
    lemma: str
    form: Literal["sahen", "verb", "noun", "adjective"]
    link: Link
    tail: str
    traits: frozenset[Trait]
    phrases: tuple[Phrase, ...]
    topic: Phrase | None = None
    noun: Phrase | None = None
    norm: str = ""
