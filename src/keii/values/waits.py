"""Where an event waits to be met by others: what weaving works out of it and the store keeps."""

from dataclasses import dataclass

Cell = int
"""A stretch of time."""
Topic = int
"""What events can be met by in a cell."""
Key = tuple[Cell, Topic]
Place = tuple[int, str]
"""The order in which events wait: a number that alike events share, and the id."""
Waiting = tuple[Place, bool]
"""Who waits, and whether more is not known of the time: who is dated more exactly waits there too, to be met by those who
are not."""
Spot = tuple[Cell, Topic, bool]


@dataclass(frozen=True, slots=True)
class Waits:
    """All spots of one event, and its place in each of them."""

    id: str
    alike: int
    spots: tuple[Spot, ...]

    @property
    def place(self) -> Place:
        return self.alike, self.id
