"""Whether two events tell one happening: named features, each with its reason, and their sum.

The docstring of a feature is its published explanation.
"""

from collections.abc import Callable
from dataclasses import dataclass

from keii.values.event import Event
from keii.weaving.doing import action, actors, direction, factuality, rank, status
from keii.weaving.feature import SILENT, Feature
from keii.weaving.marking import key, matter, model, numbers, ordinal, place, provision, reach, resolution, treaty
from keii.weaving.sketch import Sketch, sketch
from keii.weaving.timing import when
from keii.weaving.weights import OPPOSED, UNOPPOSED, WEIGHTS
from keii.weaving.wording import clause, persons, retold, series, slip, stage, title, voice, words


@dataclass(frozen=True, slots=True)
class Likeness:
    """Points for a pair, whether a feature forbids it, and every feature that spoke: (name, points, reason)."""

    points: float
    vetoed: bool
    parts: tuple[tuple[str, float, str], ...]

    @property
    def why(self) -> tuple[str, ...]:
        """The features, heaviest first, as `when +3.0 2016-03-02`."""
        heaviest = sorted(self.parts, key=lambda part: (-abs(part[1]), part[0]))
        return tuple(f"{name} {points:+.1f} {reason}".rstrip() for name, points, reason in heaviest)


FEATURES: tuple[Callable[[Sketch, Sketch], Feature], ...] = (
    when, actors, direction, action, status, factuality, rank, words, title, persons, stage,
    voice, series, clause, retold, slip,
    ordinal, resolution, provision, model, treaty, matter, reach, key, place,
    numbers)


def likeness(a: Sketch, b: Sketch) -> Likeness:
    """All features of a pair and their sum in points (WEIGHTS)."""
    points, vetoed, parts = 0.0, False, []
    for feature in FEATURES:
        found = feature(a, b)
        if found is SILENT:
            continue
        weight = WEIGHTS[feature.__name__]
        worth = found.score * (weight.agree if found.score > 0 else weight.disagree)
        points, vetoed = points + worth, vetoed or found.veto
        parts.append((feature.__name__, worth, found.reason))
    if a.event.doc != b.event.doc and not vetoed and all(worth > OPPOSED for _, worth, _ in parts):
        points += UNOPPOSED
        parts.append(("unopposed", UNOPPOSED, ""))
    return Likeness(round(points, 3), vetoed, tuple(parts))


def compare(a: Event, b: Event) -> Likeness:
    """How alike two events are. Symmetric in points; the reasons name `a` first."""
    return likeness(sketch(a), sketch(b))
