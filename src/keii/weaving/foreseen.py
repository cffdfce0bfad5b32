"""A plan told before the day, and told later what came of it: two sides of one happening, and no conflict."""

from collections.abc import Mapping
from dataclasses import replace

from keii.values.event import Event
from keii.values.occurrence import Conflict, Occurrence
from keii.values.source import Source
from keii.values.when import parse_edtf
from keii.weaving.conflicts import conflicts
from keii.weaving.days import days

_AHEAD = frozenset(("planned", "proposed"))


def foreseen(occurrence: Occurrence, sources: Mapping[str, Source]) -> Occurrence:
    """The occurrence without conflicts of status that rest on plans told by documents that were, or may have been, written
    before the day or on it. A plan told as one by a document written later is a conflict still, and so is one of a document
    of unknown date. `sources` maps document names."""
    if not any(each.field == "status" for each in occurrence.conflicts):
        return occurrence
    later = tuple(event for event in occurrence.events if not _ahead(event, sources))
    if len(later) == len(occurrence.events):
        return occurrence
    settled = next((each for each in conflicts(later) if each.field == "status"), None)
    kept = (settled if each.field == "status" else each for each in occurrence.conflicts)
    return replace(occurrence, conflicts=tuple(each for each in kept if isinstance(each, Conflict)))


def _ahead(event: Event, sources: Mapping[str, Source]) -> bool:
    """Whether it is told as a plan by who wrote before it was to happen."""
    published = sources.get(event.doc, Source()).published
    first = parse_edtf(published).bounds[0] if event.status in _AHEAD and published else None
    return first is not None and first.toordinal() <= days(event).high
