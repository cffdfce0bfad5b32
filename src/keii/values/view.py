"""What asking and verifying may see of a store: rows by what they tell, passages by their words. Never a back end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from keii.values.document import BlockKind, Document
from keii.values.occurrence import Occurrence
from keii.values.offsets import Clean, Range
from keii.values.source import Source
from keii.values.span import Span
from keii.values.when import When

Words = tuple[tuple[str, ...], ...]
"""Groups of words: of each group one must be found."""

DateBasis = Literal["stated", "event", "carried"]


@dataclass(frozen=True, slots=True)
class Lookup:
    """Which rows are wanted. All filters must hold; within one any value will do, save `actors`: all must take part.

    What is compared is what any event of a row tells. With `begun` a row begins in the window, without it may only reach
    into it. `anyone`: one of these must take part. `words` are looked for in
    summaries and quotes, in any spelling. At most `limit` rows come back, in the order of time.
    """

    window: When | None = None
    actors: tuple[str, ...] = ()
    anyone: tuple[str, ...] = ()
    initiators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    words: Words = ()
    docs: tuple[str, ...] = ()
    limit: int = 400
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Seek:
    """Which passages are wanted: of each group of `words` one is found in them; all filters must hold.

    `window` holds for passages whose date is known, and leaves out the others; `kinds` are kinds of blocks;
    `undated` wants only passages of which no date is known; where the words need not be `marked`, hits come without their places.
    """

    words: Words = ()
    window: When | None = None
    actors: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    kinds: tuple[BlockKind, ...] = ()
    undated: bool = False
    limit: int = 200
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a row of a table: `text` is its clean reading, `pieces` the source ranges it is made of.

    `dates` (EDTF) are `stated` in it, or those of the `event` coded from it, or `carried` on from the sentence before;
    none where none is known. Stated ones stand `at` these indices of `text`. `actors` are codes.
    """

    doc: str
    place: int
    kind: BlockKind
    text: str
    pieces: tuple[Range, ...]
    dates: tuple[str, ...] = ()
    basis: DateBasis | None = None
    actors: tuple[str, ...] = ()
    at: tuple[int, ...] = ()

    @property
    def clean(self) -> Clean:
        return Clean(self.text, self.pieces)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, its exact words in the document, and there the words that were looked for.

    `spans` is one span but where the passage is broken over columns; `page` is its label, or its number in brackets.
    """

    passage: Passage
    spans: tuple[Span, ...]
    words: tuple[Span, ...] = ()
    page: str | None = None

    @property
    def doc(self) -> str:
        return self.passage.doc

    @property
    def span(self) -> Span:
        return self.spans[0]


class View(Protocol):
    """A store as it is looked at."""

    def sources(self) -> Mapping[str, Source]:
        """The source of each document, by its name."""
        ...

    def outline(self, name: str) -> Document | None:
        """A document without its boxes."""
        ...

    def occurrences(self, lookup: Lookup) -> Sequence[Occurrence]:
        """Rows in the order of time, each led by its best source."""
        ...

    def count(self, lookup: Lookup) -> int:
        """How many rows there are, whatever the limit."""
        ...

    def passages(self, seek: Seek) -> Sequence[Hit]:
        """Passages in the order of documents and places."""
        ...

    def count_passages(self, seek: Seek) -> int:
        """How many passages there are, whatever the limit."""
        ...

    def around(self, hit: Hit, before: int = 1, after: int = 1) -> Sequence[Hit]:
        """The passages that stand next to one in its document, itself among them."""
        ...

    def near(self, hits: Sequence[Hit], before: int = 1, after: int = 1) -> Sequence[Sequence[Hit]]:
        """The same for each of several, in their order."""
        ...
