"""What language finds in a document: times, actors, sentences, notes, each tied to its exact words.

Every mention stands in the clean text of one block (`block`, `start`, `end`: indices into
`document.cleaned[block].text`) and, as `span`, in the document itself. The span of a mention that is broken over
columns is its first stretch.
"""

from dataclasses import dataclass
from typing import Literal

from keii.values.clause import Clause
from keii.values.reference import Reference
from keii.values.span import Span
from keii.values.when import When

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Basis = Literal["absolute", "underspecified", "anaphoric", "deictic", "vague"]


@dataclass(frozen=True, slots=True)
class TimeMention:
    """One time expression. `rule` names the pattern; `anchor` is the expression or place it was resolved against.

    `anchor_note` says so where the anchor is no span: `published` (the document's date), `heading`, `row`, `user`.
    `alternative` is the value a second anchor would give. `invalid` is the reason an impossible date was not
    resolved (its `when.value` is then ""), `likely` the reading it probably meant.
    """

    span: Span
    block: int
    start: int
    end: int
    type: TimexType
    when: When
    basis: Basis
    rule: str
    anchor: Span | None = None
    anchor_note: str | None = None
    alternative: str | None = None
    invalid: str | None = None
    likely: str | None = None


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One name or role word read as an actor of the codebook.

    `actor` is the codebook id (`PRK`, `kim-jong-un`), `counts_as` the chronology code (`PRK`; `ORG:名` for those
    without a state), `kind` the actor's kind, `rule` how it was read: `name`, `compound` (日朝), `role` (首相, by
    date), `titled` (金委員長), `anaphor` (同国), `carried`. `basis` says what a role or anaphor rests on.
    """

    span: Span
    block: int
    start: int
    end: int
    actor: str
    counts_as: str
    kind: str
    rule: str
    basis: str | None = None
    anchor: Span | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: indices into the clean text of its block, closing punctuation included."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NoteLink:
    """A note marker tied to its note. `text` is the span of the note's text after its number, None where the
    document does not hold the note; `references` are what the note cites, in order."""

    number: int
    marker: Span
    text: Span | None
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that language found in one document."""

    sentences: tuple[Sentence, ...]
    times: tuple[TimeMention, ...]
    actors: tuple[ActorMention, ...]
    notes: tuple[NoteLink, ...]
    clauses: tuple[Clause, ...] = ()
