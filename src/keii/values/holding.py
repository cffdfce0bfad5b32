"""What a store holds of one document, in a line."""

from dataclasses import dataclass

from keii.values.source import Source


@dataclass(frozen=True, slots=True)
class Holding:
    """`characters` counts code points, `events` those coded from it; `path` is where it was read."""

    name: str
    path: str
    source: Source
    media: str
    encoding: str | None
    flags: tuple[str, ...]
    characters: int
    events: int
