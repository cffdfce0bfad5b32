"""Document → mentions: sentences, clauses, times, actors, notes."""

from bisect import bisect_left
from collections import defaultdict
from typing import Protocol

from keii.language import clauses, notes, sentences, times
from keii.values.document import Document
from keii.values.mention import ActorMention, Mentions, Sentence, TimeMention


class ActorFinder(Protocol):
    """What finds actors: `keii.language.actors.Finder` over a codebook."""

    def in_document(self, document: Document, times: tuple[TimeMention, ...]) -> tuple[ActorMention, ...]: ...


def read(document: Document, finder: ActorFinder) -> Mentions:
    """All that language finds in a document, each with its place in the text."""
    found_times = times.in_document(document)
    found_sentences = sentences.of(document)
    ranges: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for time in found_times:
        ranges[time.block].append((time.start, time.end))
    parsed = tuple(
        clause
        for number, sentence in enumerate(found_sentences)
        for clause in clauses.parse(document.cleaned[sentence.block].text, sentence.block, number,
                                    (sentence.start, sentence.end), _within(ranges[sentence.block], sentence))
    )
    return Mentions(found_sentences, found_times, finder.in_document(document, found_times), notes.of(document), parsed)


def _within(ranges: list[tuple[int, int]], sentence: Sentence) -> list[tuple[int, int]]:
    return ranges[bisect_left(ranges, (sentence.start, 0)) : bisect_left(ranges, (sentence.end, 0))]
