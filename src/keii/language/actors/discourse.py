"""What has been said so far: the mentions a later word can point back to."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from keii.language.actors.words import RULE
from keii.values.codebook import Actor
from keii.values.span import Span

REACH = 6  # blocks that a pointing word looks back over
NEAR = 1  # blocks that 同氏 looks back over


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch of a block's clean text read as an actor. `group` numbers the compound it stands in, 0 for none."""

    actor: Actor
    start: int
    end: int
    rule: str
    basis: str | None = None
    group: int = 0
    anchor: Span | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A reading as far as later words need it. `located` says that it is where something happens (シンガポールで)."""

    reading: Reading
    block: int
    span: Span
    located: bool = False

    @property
    def actor(self) -> Actor:
        return self.reading.actor

    @property
    def state(self) -> str | None:
        """The code of the state or body it counts as as a doer; None for places and where something happens there."""
        return None if self.located or self.actor.kind == "place" else self.actor.counts_as

    @property
    def person(self) -> bool:
        """Whether a person is meant, and not the government of one (オバマ政権)."""
        return self.actor.kind == "person" and not self.span.quote.endswith(RULE)


@dataclass
class Discourse:
    """Readings in order, back to the last heading, and everybody named so far with the order of their last naming."""

    seen: list[Seen] = field(default_factory=list)
    named: dict[str, int] = field(default_factory=dict)
    count: int = 0

    def note(self, seen: Seen) -> None:
        self.seen.append(seen)
        if seen.actor.kind == "person":
            self.count += 1
            self.named[seen.actor.id] = self.count

    def section(self) -> None:
        """A heading: pointing words do not look back beyond it."""
        self.seen.clear()

    def back(self, block: int, reach: int = REACH) -> Iterator[Seen]:
        """What was seen, latest first, in the block and the `reach` blocks before it."""
        for seen in reversed(self.seen):
            if block - seen.block > reach:
                return
            yield seen
