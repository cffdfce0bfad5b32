"""Which of several tellings of one happening is told best."""

from collections.abc import Iterable

from keii.values.event import Event
from keii.weaving.days import days

_FACTUALITY = {"asserted": 0, "attributed": 1, "assessed": 2, "forecast": 3}


def exactness(event: Event) -> int:
    """Days the date leaves open; an open stretch is the least exact."""
    found = days(event)
    return 10**6 if found.grain == "open" else found.length


def fullness(event: Event) -> int:
    """How many of the fields that tell something are filled."""
    return (len(event.actors) + len(event.key) + len(event.numbers) + bool(event.target) + bool(event.place)
            + bool(event.rank) + bool(event.channel) + bool(event.issues))


def _telling(event: Event) -> tuple[object, ...]:
    return (_FACTUALITY[event.factuality], -fullness(event), -len(event.evidence), event.doc,
            event.evidence[0].start, event.id)


def best_first(events: Iterable[Event]) -> tuple[Event, ...]:
    """The most exactly dated first, then the surest, then the fullest; the rest by document and place in it."""
    return tuple(sorted(events, key=lambda event: (exactness(event), *_telling(event))))


def fullest_first(events: Iterable[Event]) -> tuple[Event, ...]:
    """The surest first, then the fullest, whatever the exactness of the date."""
    return tuple(sorted(events, key=_telling))
