"""A document into the passages that search and answers quote: its sentences and table rows, with dates and actors."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from keii.values.document import Document
from keii.values.event import Event
from keii.values.mention import Mentions
from keii.values.offsets import Range
from keii.values.view import DateBasis, Passage
from keii.values.when import parse_edtf

_UNREAD = frozenset({"aside"})
_DATED = frozenset({"DATE", "TIME"})
_PART = 512
"""The passages of events are looked up by parts of the text of so many characters."""
_OF_A_THING = re.compile("の[^、。はがをにで]{0,14}?(?:宣言|合意文?書?|声明|条約|協定|議定書|決議|枠組み|憲法|白書|[^、。はがをにで]法"
                         "|事件|危機|戦争|体制|水準)"
                         "(?!書?(?:に|の)?(?:署名|調印|採択|発表|締結)|(?:書?[をが])[^、。]{0,12}(?:署名|調印|採択|発表|締結|交わ|結[ばん]))")
"""What follows a date that only says which thing is meant (2002年の日朝平壌宣言にのっとり), so that no sentence after goes on from it."""
_Placed = tuple[int, int, str]


def passages(document: Document, mentions: Mentions, events: Sequence[Event]) -> tuple[Passage, ...]:
    """Every sentence in the order of the text; a row of a table is one passage with all its cells."""
    facts = _Facts(document, mentions, events)
    place, found = 0, []
    for block, ranges in _ranges(document, mentions):
        before = ""
        for start, end in ranges:
            dates, basis = facts.dates(block, start, end)
            if not dates and before:
                dates, basis = (before,), "carried"
            before = facts.going_on(block, start, end, dates) or before
            pieces = document.cleaned[block].source(start, end, gap=0)
            found.append(Passage(document.name, place, document.blocks[block].kind, document.cleaned[block].text[start:end],
                                 pieces, dates, basis, facts.actors(block, start, end),
                                 facts.places(block, start, end) if basis == "stated" else ()))
            place += 1
    return tuple(found)


def _ranges(document: Document, mentions: Mentions) -> Iterator[tuple[int, Sequence[Range]]]:
    """The stretches of each block that are passages: its sentences, or the whole of a table row or a reference."""
    sentences: dict[int, list[Range]] = defaultdict(list)
    for sentence in mentions.sentences:
        sentences[sentence.block].append((sentence.start, sentence.end))
    for index, (block, clean) in enumerate(zip(document.blocks, document.cleaned, strict=True)):
        if block.kind in _UNREAD or not clean.text.strip():
            continue
        whole = block.kind == "row" or index not in sentences
        yield index, [(0, len(clean.text))] if whole else sentences[index]


class _Facts:
    """Dates and actors of the stretches of a document."""

    def __init__(self, document: Document, mentions: Mentions, events: Sequence[Event]) -> None:
        self._document = document
        dated = [time for time in mentions.times if time.type in _DATED and _edtf(time.when.edtf)]
        self._times = _by_block((time.block, time.start, time.when.edtf) for time in dated)
        self._going_on = _by_block((time.block, time.start, time.when.edtf) for time in dated
                                   if not _OF_A_THING.match(document.cleaned[time.block].text, time.end))
        self._actors = _by_block((actor.block, actor.start, actor.counts_as) for actor in mentions.actors)
        self._events: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
        for event in events:
            for span in event.evidence:
                for part in range(span.start // _PART, (span.end - 1) // _PART + 1):
                    self._events[part].append((span.start, span.end, event.date))

    def actors(self, block: int, start: int, end: int) -> tuple[str, ...]:
        return _within(self._actors[block], start, end)

    def places(self, block: int, start: int, end: int) -> tuple[int, ...]:
        """Where the dates stated in a stretch stand in it, each at its first place."""
        first: dict[str, int] = {}
        for at, edtf in _between(self._times[block], start, end):
            first.setdefault(edtf, at - start)
        return tuple(first.values())

    def going_on(self, block: int, start: int, end: int, dates: tuple[str, ...]) -> str:
        """The last of a stretch's dates that the sentences after can be of; "" where it has none."""
        stated = _within(self._times[block], start, end)
        own = _within(self._going_on[block], start, end) if stated else dates
        return own[-1] if own else ""

    def dates(self, block: int, start: int, end: int) -> tuple[tuple[str, ...], DateBasis | None]:
        """The dates stated in a stretch, else those of the events told there."""
        if stated := _within(self._times[block], start, end):
            return stated, "stated"
        low, high = self._document.cleaned[block].at(start), self._document.cleaned[block].at(end - 1)
        near = {one for part in range(low // _PART, high // _PART + 1) for one in self._events.get(part, ())}
        told = tuple(dict.fromkeys(date for first, last, date in sorted(near) if first <= high and last > low and _edtf(date)))
        return told, "event" if told else None


def _by_block(found: Iterable[tuple[int, int, str]]) -> dict[int, list[_Placed]]:
    """What stands in each block, by place and then as it was found."""
    placed: dict[int, list[_Placed]] = defaultdict(list)
    for number, (block, at, value) in enumerate(found):
        placed[block].append((at, number, value))
    for some in placed.values():
        some.sort()
    return placed


def _between(placed: Sequence[_Placed], start: int, end: int) -> list[tuple[int, str]]:
    """What stands in a stretch, as it was found."""
    inside = placed[bisect_left(placed, (start,)) : bisect_left(placed, (end,))]
    return [(at, value) for at, _, value in sorted(inside, key=lambda one: one[1])]


def _within(placed: Sequence[_Placed], start: int, end: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for _, value in _between(placed, start, end)))


def _edtf(text: str) -> bool:
    """Whether it is a date that can be read back."""
    try:
        return bool(text) and parse_edtf(text).on_calendar
    except ValueError:
        return False
