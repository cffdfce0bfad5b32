"""Which of its events a row shows: the most exactly dated one of the better kinds of source, told as most of them tell it."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from keii.values.event import Event
from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.weaving import exactness, foreseen

_BETTER = frozenset({"government", "academic", "press", "reference", "parliament"})
_LAST, _NONE = "ai-answer", 2
_PARTIES = frozenset({"initiator", "target", "actors"})
_CLOSED = re.compile(r"[をがに].*|[ぁ-ん]*")
"""What follows the word of the act in a line that ends with it: 発射｜した, 会談｜を行う. 発射｜された「火星15」 goes on."""


def led(occurrence: Occurrence, sources: Mapping[str, Source]) -> Occurrence:
    """The occurrence with its best told event first; its id stays, and so do its conflicts, but for those of who told a
    plan before the day with who told later what came of it.

    What a person corrected or added goes before all: who corrects a row sees it so. Then an AI answer goes after all, and who
    tells what came of it before who told that it was to be; sources that report or study as their trade go before memoirs and
    what is of unknown kind; among equals the more exact date
    leads, then a line that stands by itself, then the one whose words the others share most, then the one with more
    passages, then the order the events have.
    """
    if len(occurrence.events) == 1:
        return occurrence
    common = Counter(pair for event in occurrence.events for pair in _pairs(event))

    def rank(event: Event) -> tuple[bool, bool, bool, int, int, int, float, int]:
        touched = bool(event.review and event.review.state in ("corrected", "added"))
        pairs = _pairs(event)
        shared = sum(common[pair] - 1 for pair in pairs) / (len(pairs) or 1) ** 0.5
        standing = _standing(sources.get(event.doc, Source()).family)
        return (not touched, standing == _NONE, event.status == "planned", standing, exactness(event), _leans(event), -shared,
                -len(event.evidence))

    return replace(foreseen(occurrence, sources), events=tuple(sorted(occurrence.events, key=rank)))


def _leans(event: Event) -> int:
    """How much a line wants of what stands beside it: it is quoted, names who stands elsewhere, names none of those who
    act, or does not end with the act."""
    line = event.summary
    parties = [step.span.quote for step in event.trace if step.field in _PARTIES and step.span]
    act = next((step.span.quote for step in event.trace if step.field == "action" and step.span), "")
    _, found, after = line.rpartition(act) if act else ("", "", "")
    return (line.startswith("「") + ("〔" in line) + (not any(words in line for words in parties))
            + (bool(found) and not _CLOSED.fullmatch(after)))


def _pairs(event: Event) -> set[tuple[str, str]]:
    """The neighbouring characters of a line."""
    return set(pairwise(event.summary))


def _standing(family: str) -> int:
    """0 for the better kinds of source, 1 for the others, 2 for an AI answer."""
    return _NONE if family == _LAST else int(family not in _BETTER)
