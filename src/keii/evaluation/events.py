"""How well dated events are found, dated, attributed and coded.

detect  evidence overlaps      dated  ... and the same date
coded   ... and the same action, and actors with Jaccard of one half at least
Over the dated pairs: accuracy of pillar, status, factuality and action, micro F1 of actors, initiators and targets.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from keii.evaluation.lines import EventLine, Extent
from keii.evaluation.matching import assign, f1, overlap, precision, recall


@dataclass(frozen=True, slots=True)
class RoleCount:
    """Actors in one role: those that agree, those of the reference, those found."""

    hit: int = 0
    gold: int = 0
    pred: int = 0

    def __add__(self, other: "RoleCount") -> "RoleCount":
        return RoleCount(self.hit + other.hit, self.gold + other.gold, self.pred + other.pred)

    @property
    def f1(self) -> float:
        return f1(self.hit, self.gold, self.pred)


@dataclass(frozen=True, slots=True)
class EventsCount:
    """Counts over one document or several; they add up."""

    gold: int = 0
    pred: int = 0
    detect: int = 0
    dated: int = 0
    coded: int = 0
    action: int = 0
    pillar: int = 0
    status: int = 0
    factuality: int = 0
    actors: RoleCount = RoleCount()
    initiator: RoleCount = RoleCount()
    target: RoleCount = RoleCount()

    def __add__(self, other: "EventsCount") -> "EventsCount":
        return EventsCount(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))

    @property
    def figures(self) -> dict[str, float]:
        gold, pred, dated = self.gold, self.pred, self.dated or 1
        return {
            "gold": gold, "pred": pred,
            "detect_f1": f1(self.detect, gold, pred),
            "dated_p": precision(self.dated, pred), "dated_r": recall(self.dated, gold),
            "dated_f1": f1(self.dated, gold, pred),
            "coded_f1": f1(self.coded, gold, pred),
            "action_accuracy": self.action / dated, "pillar_accuracy": self.pillar / dated,
            "status_accuracy": self.status / dated, "factuality_accuracy": self.factuality / dated,
            "actors_f1": self.actors.f1, "initiator_f1": self.initiator.f1, "target_f1": self.target.f1,
        }


def score(gold: Sequence[EventLine], pred: Sequence[EventLine]) -> EventsCount:
    """Counts over the lines of one document."""
    pairs = assign(gold, pred, _likeness)
    total = EventsCount(len(gold), len(pred), len(pairs))
    return sum((_agreement(w, f) for w, f in pairs if w.date == f.date), total)


def _agreement(w: EventLine, f: EventLine) -> EventsCount:
    return EventsCount(
        dated=1, coded=w.action == f.action and _jaccard(w.actors, f.actors) >= 0.5,
        action=w.action == f.action, pillar=w.pillar == f.pillar, status=w.status == f.status,
        factuality=w.factuality == f.factuality, actors=_role(w.actors, f.actors),
        initiator=_role(w.initiator, f.initiator), target=_role(w.target, f.target))


def _role(gold: frozenset[str], pred: frozenset[str]) -> RoleCount:
    return RoleCount(len(gold & pred), len(gold), len(pred))


def _likeness(w: EventLine, f: EventLine) -> float | None:
    common = _shared(w.evidence, f.evidence)
    if not common:
        return None
    return 3 * (w.date == f.date) + 2 * _jaccard(w.actors, f.actors) + (w.action == f.action) + min(common, 100) / 200


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a | b else 1.0


def _shared(gold: tuple[Extent, ...], pred: tuple[Extent, ...]) -> int:
    """Code points shared by the best pair of spans that point at each other."""
    return max((overlap(a, b) for a in gold for b in pred if _points(a, b)), default=0)


def _points(gold: Extent, pred: Extent) -> bool:
    """Whether a span points at a gold span: a third of the shorter one is shared, and it is no whole page."""
    length, wanted = pred[1] - pred[0], gold[1] - gold[0]
    return length <= max(300, 3 * wanted) and 3 * overlap(gold, pred) >= min(wanted, length) > 0
