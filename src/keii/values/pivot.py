"""What cuts a process into periods: a kind of happening, as a person asks for it, or a day."""

from dataclasses import dataclass

from keii.values.event import Event


@dataclass(frozen=True, slots=True)
class Pivot:
    """All that is given must hold: `actors` all take part; `day` is EDTF; `asked` is the pivot in the person's words."""

    asked: str
    actors: tuple[str, ...] = ()
    action: str | None = None
    rank: str | None = None
    status: str | None = None
    day: str | None = None

    def meets(self, event: Event) -> bool:
        """Whether an event is of this kind."""
        return (set(self.actors) <= set(event.actors) and self.action in (None, event.action)
                and self.rank in (None, event.rank) and self.status in (None, event.status)
                and (self.day is None or event.date.startswith(self.day)))
