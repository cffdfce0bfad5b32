"""Which of its events a row shows: the most exactly dated one of the better kinds of source."""

from collections.abc import Mapping
from dataclasses import replace

from keii.values.event import Event
from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.weaving import exactness

_BETTER = frozenset({"government", "academic", "press", "reference", "parliament"})
_LAST = "ai-answer"


def led(occurrence: Occurrence, sources: Mapping[str, Source]) -> Occurrence:
    """The occurrence with its best told event first; its id and conflicts stay.

    What a person corrected or added goes before all: who corrects a row sees it so. Then sources that report or study as their trade go
    before memoirs and what is of unknown kind, and an AI answer after all; among equals the more exact date leads, then
    the one with more passages, then the order the events have.
    """
    if len(occurrence.events) == 1:
        return occurrence

    def rank(event: Event) -> tuple[bool, int, int, int]:
        touched = bool(event.review and event.review.state in ("corrected", "added"))
        return not touched, _standing(sources.get(event.doc, Source()).family), exactness(event), -len(event.evidence)

    if len(occurrence.events) < 2:
        return occurrence
    return replace(occurrence, events=tuple(sorted(occurrence.events, key=rank)))


def _standing(family: str) -> int:
    """0 for the better kinds of source, 1 for the others, 2 for an AI answer."""
    return 2 if family == _LAST else int(family not in _BETTER)
