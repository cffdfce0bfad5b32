"""What has been said so far: the mentions a later word can point back to."""

from dataclasses import dataclass, field

from keii.values.codebook import Actor
from keii.values.span import Span

REACH = 6  # blocks that a pointing word looks back over


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention as far as later words need it. `group` numbers the compound it stands in, 0 for none."""

    actor: Actor
    block: int
    start: int
    end: int
    span: Span
    group: int = 0


@dataclass
class Discourse:
    """Mentions in order, back to the last heading, and everybody named in full."""

    seen: list[Seen] = field(default_factory=list)
    named: dict[str, int] = field(default_factory=dict)

    def note(self, seen: Seen) -> None:
        self.seen.append(seen)
        if seen.actor.kind == "person":
            self.named[seen.actor.id] = len(self.named) + 1 if seen.actor.id not in self.named else self.named[seen.actor.id]

    def section(self) -> None:
        """A heading: pointing words do not look back beyond it."""
        self.seen.clear()

    def last(self, kinds: frozenset[str], block: int) -> Seen | None:
        """The last mention of one of the kinds."""
        for seen in reversed(self.seen):
            if block - seen.block > REACH:
                return None
            if seen.actor.kind in kinds:
                return seen
        return None
