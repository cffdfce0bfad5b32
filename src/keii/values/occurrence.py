"""What happened: the events judged the same, and where they disagree."""

from dataclasses import dataclass
from functools import cached_property

from keii.values.event import Event
from keii.values.ids import content_id


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field on which the events of one occurrence disagree: `values` are (document, value) pairs."""

    field: str
    values: tuple[tuple[str, str], ...]
    note: str | None = None


@dataclass(frozen=True)
class Occurrence:
    """Events judged the same happening, the most exact and best evidenced first."""

    events: tuple[Event, ...]
    conflicts: tuple[Conflict, ...] = ()

    @cached_property
    def id(self) -> str:
        return content_id("occurrence", sorted(event.id for event in self.events))

    @property
    def lead(self) -> Event:
        """The event whose fields the row shows."""
        return self.events[0]

    @property
    def docs(self) -> tuple[str, ...]:
        return tuple(sorted({event.doc for event in self.events}))
