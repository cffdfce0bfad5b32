"""Finding what a person asks to have explained, and gathering what explains it."""

import re
from collections.abc import Mapping, Sequence

from keii.values.event import Event
from keii.values.judgement import Judgement
from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.weaving import independent
from keii.workbench.report import Explanation

_PLACE = re.compile(r"(.+):(\d+)$")


def asked_for(asked: str, occurrence: Occurrence) -> tuple[bool, tuple[Event, ...]]:
    """Whether the row itself is asked for, and which of its events: by the beginning of an id, or by `doc:offset`."""
    if match := _PLACE.match(asked):
        doc, offset = match[1], int(match[2])
        return False, tuple(event for event in occurrence.events if _tells(event, doc, offset))
    return (occurrence.id.startswith(asked),
            tuple(event for event in occurrence.events if event.id.startswith(asked)))


def explanation(occurrence: Occurrence, sources: Mapping[str, Source], judgements: Sequence[Judgement]) -> Explanation:
    members = {event.id for event in occurrence.events}
    why = tuple(judgement for judgement in judgements if {judgement.a, judgement.b} & members)
    return Explanation(occurrence, tuple((doc, sources[doc]) for doc in occurrence.docs), why,
                       independent(occurrence, sources))


def _tells(event: Event, doc: str, offset: int) -> bool:
    return any(span.doc == doc and span.start <= offset < span.end for span in event.evidence)
