"""One sentence as the coder sees it: its clauses, times and actors, and what the discourse carries into it."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import TypeVar

from keii.values.clause import Clause, Phrase
from keii.values.document import Block, Document
from keii.values.fold import fold
from keii.values.mention import ActorMention, Mentions, Sentence, TimeMention
from keii.values.when import When

_DATE_COLUMN = re.compile(r"^(?:年月日?|年・月(?:・日)?|日付|日時|時期|月日|年次?|期日|date)$", re.IGNORECASE)
M = TypeVar("M", TimeMention, ActorMention)


@dataclass(frozen=True, slots=True)
class Scene:
    """`text` is the clean text of the whole block, folded to one width; all positions are in it."""

    document: Document
    block: Block
    index: int
    number: int
    text: str
    sentence: Sentence
    clauses: tuple[Clause, ...]
    times: tuple[TimeMention, ...]
    actors: tuple[ActorMention, ...]
    row_time: TimeMention | None = None
    row_times: tuple[TimeMention, ...] = ()
    memo: dict[object, object] = field(default_factory=dict, compare=False, repr=False)  # what was found out about a clause

    def words(self, start: int, end: int) -> str:
        return self.text[start:end]

    def actors_in(self, start: int, end: int) -> tuple[ActorMention, ...]:
        return tuple([actor for actor in self.actors if start <= actor.start and actor.end <= end]) if self.actors else ()

    def times_in(self, start: int, end: int) -> tuple[TimeMention, ...]:
        return tuple([time for time in self.times if start <= time.start and time.end <= end]) if self.times else ()

    def phrase_words(self, phrase: Phrase) -> str:
        return self.text[phrase.start : phrase.end]


def scenes(document: Document, mentions: Mentions) -> Iterator[Scene]:
    """The sentences of a document in order, each with what was found in it."""
    times, actors, clauses = defaultdict(list), defaultdict(list), defaultdict(list)
    for time in mentions.times:
        times[time.block].append(time)
    for actor in mentions.actors:
        actors[actor.block].append(actor)
    for clause in mentions.clauses:
        clauses[clause.sentence].append(clause)
    folded, text = -1, ""
    row_times: tuple[TimeMention, ...] = ()
    row_time = None
    for number, sentence in enumerate(mentions.sentences):
        block = document.blocks[sentence.block]
        here_times = _lasting(_finest(_within(times[sentence.block], sentence), document.cleaned[sentence.block].text),
                              document.cleaned[sentence.block].text)
        if sentence.block != folded:
            folded, text = sentence.block, fold(document.cleaned[sentence.block].text)
            row_times = tuple(times[sentence.block]) if block.cells else ()
            row_time = _row_time(block, row_times)
        yield Scene(document, block, sentence.block, number, text, sentence,
                    tuple(clauses[number]), here_times, _within(actors[sentence.block], sentence), row_time, row_times)


def _within(found: list[M], sentence: Sentence) -> tuple[M, ...]:
    low, high = (bisect_left(found, place, key=lambda mention: mention.start) for place in (sentence.start, sentence.end))
    return tuple(found[low:high])


def _row_time(block: Block, times: tuple[TimeMention, ...]) -> TimeMention | None:
    """The date of a table row: that of its first cell, or of a cell that is nothing but a date under a heading that
    means one (年月日, 時期). A date of adoption or birth in some column is not the row's."""
    for index, (start, end) in enumerate(block.cells[:3]):
        if index and not _DATE_COLUMN.search(block.header[index] if index < len(block.header) else ""):
            continue
        for time in times:
            if start <= time.start < end and time.when.on_calendar and time.start - start <= 2:
                return time
    return None


_JOINT = re.compile(r"[（(）)\sの]*$")


def _finest(times: tuple[TimeMention, ...], text: str) -> tuple[TimeMention, ...]:
    """Of expressions that say one date together (平成29年（2017年）11月末) only the last and most exact."""
    return tuple(
        time for time, after in zip_longest(times, times[1:])
        if after is None or not _JOINT.fullmatch(text[time.end : after.start]) or not _holds(time, after)
    )


_UNTIL = re.compile(r"[^（(。]{0,60}[（(](?:[^（()）]{0,20}[、,，])?(?P<from>[～〜~―-])?")
_LONGEST = 62  # days


def _lasting(times: tuple[TimeMention, ...], text: str) -> tuple[TimeMention, ...]:
    """10月29日　交渉（クアラルンプール、30日まで）, 3日に訪朝（～5日）: a day whose brackets say until when is the days from the one to the
    other."""
    if len(times) < 2 or not ("まで" in text or "～" in text or "〜" in text or "~" in text):
        return times
    kept: list[TimeMention] = []
    for time in times:
        last = kept[-1] if kept else None
        opened = _UNTIL.fullmatch(text, last.end, time.start) if last is not None else None
        closed = text[time.end : time.end + 3]
        if last is not None and opened and last.when.precision == time.when.precision == "day" and "/" not in last.when.value + time.when.value \
                and (closed.startswith(("まで）", "まで)")) or (opened["from"] and closed[:1] in ("）", ")"))) and _soon(last, time):
            kept[-1] = replace(last, when=When(f"{last.when.value}/{time.when.value}", last.when.mod))
        else:
            kept.append(time)
    return tuple(kept)


def _soon(first: TimeMention, last: TimeMention) -> bool:
    low, high = first.when.earliest, last.when.latest
    return low is not None and high is not None and 0 < (high - low).days <= _LONGEST


def _holds(time: TimeMention, after: TimeMention) -> bool:
    (low, high), (first, last) = time.when.bounds, after.when.bounds
    return bool(low and high and first and last and low <= first and last <= high)
