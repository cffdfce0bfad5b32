"""Text with what was found in it: cut where a mark begins or ends, so that marks may cross each other."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from keii.presenting.display import shown
from keii.values.document import Block, Document, NoteMark
from keii.values.event import Event
from keii.values.mention import Mentions
from keii.values.offsets import Clean, Range

Kind = Literal["time", "actor", "event", "here"]
_GAP = 40


@dataclass(frozen=True, slots=True)
class Tag:
    """A stretch of a document in which something was found: a time with its value, an actor with its code, an event."""

    start: int
    end: int
    kind: Kind
    value: str


@dataclass(frozen=True, slots=True)
class Told:
    """An event told in the part shown: its number there, and its row."""

    number: int
    event: Event
    row: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same marks. `opens` are events whose best passage begins here; `note` is a note's
    marker and `said` its text, to be opened in place; at an `anchor` begins the stretch somebody came for."""

    start: int
    text: str
    kinds: tuple[Kind, ...] = ()
    title: str = ""
    opens: tuple[Told, ...] = ()
    note: NoteMark | None = None
    said: str = ""
    anchor: bool = False


@dataclass
class Marks:
    """The tags of a document in the order of their starts, its events and its note markers."""

    document: Document
    tags: Sequence[Tag]
    told: Sequence[Told]
    _edges: list[int] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _opens: dict[int, list[Told]] = field(default_factory=lambda: defaultdict(list))
    _noted: dict[int, list[NoteMark]] = field(default_factory=lambda: defaultdict(list))
    _cleaned: dict[int, Clean] = field(default_factory=dict)
    _longest: int = 0

    def __post_init__(self) -> None:
        self.tags = sorted(self.tags, key=lambda tag: (tag.start, tag.end))
        self._edges = sorted({edge for tag in self.tags for edge in (tag.start, tag.end)} | {one.event.evidence[0].start for one in self.told})
        for one in self.told:
            self._opens[one.event.evidence[0].start].append(one)
        for mark in self.document.marks:
            self._noted[mark.start].append(mark)
        self._cleaned = {id(block): clean for block, clean in zip(self.document.blocks, self.document.cleaned, strict=True)}
        self._starts = [tag.start for tag in self.tags]
        self._longest = max((tag.end - tag.start for tag in self.tags), default=0)

    def clean(self, block: Block) -> Clean:
        """The clean text of a block of the document."""
        return self._cleaned[id(block)]

    def runs(self, pieces: Iterable[Range]) -> Iterator[Run]:
        """The text of these stretches, marked; note markers that lie between them stand where they stood."""
        before = None
        for low, high in pieces:
            if before is not None and before < low <= before + _GAP:
                yield from self._notes(before, low)
            yield from self._marked(low, high)
            before = high
        if before is not None:
            yield from self._notes(before, before + 1, trailing=True)

    def _marked(self, low: int, high: int) -> Iterator[Run]:
        text = self.document.text
        inner = self._edges[bisect_right(self._edges, low) : bisect_left(self._edges, high)]
        for start, end in zip([low, *inner], [*inner, high], strict=True):
            over = self._over(start, end)
            kinds = tuple(dict.fromkeys(tag.kind for tag in over))
            title = " ".join(dict.fromkeys(tag.value for tag in over if tag.kind in ("time", "actor") and tag.value))
            opens = tuple(self._opens.get(start, ()))
            anchor = any(tag.kind == "here" and tag.start == start for tag in over)
            yield Run(start, shown(text[start:end]), kinds, title, opens, anchor=anchor)

    def _over(self, start: int, end: int) -> list[Tag]:
        first = bisect_left(self._starts, start - self._longest)
        return [tag for tag in self.tags[first : bisect_right(self._starts, start)] if tag.start <= start and end <= tag.end]

    def _notes(self, low: int, high: int, *, trailing: bool = False) -> Iterator[Run]:
        for at in range(low, low + 1 if trailing else high):
            for mark in self._noted.get(at, ()):
                said = self.document.cleaned[mark.note].text.strip() if mark.note is not None else ""
                yield Run(mark.start, shown(self.document.text[mark.start : mark.end]), note=mark, said=shown(said))


def tags(mentions: Mentions, told: Iterable[Told], here: Range | None) -> Iterator[Tag]:
    """What was found in a document, and the stretch somebody came for."""
    for time in mentions.times:
        yield Tag(time.span.start, time.span.end, "time", time.when.edtf or time.when.value)
    for actor in mentions.actors:
        yield Tag(actor.span.start, actor.span.end, "actor", actor.counts_as.removeprefix("ORG:"))
    for one in told:
        for span in one.event.evidence:
            yield Tag(span.start, span.end, "event", "")
    if here is not None:
        yield Tag(here[0], here[1], "here", "")
