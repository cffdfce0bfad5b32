"""The field of importance × cooperation: where each side stood in each period."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from keii.analysis.happening import cited, dyads, words
from keii.analysis.periods import periods
from keii.analysis.remarking import remarks
from keii.analysis.weights import balance, weight
from keii.values.analysis import Analysis, Line, Value
from keii.values.material import Material
from keii.values.occurrence import Occurrence

COLUMNS = ("period", "side", "importance", "cooperation", "region", "attention", "initiative", "consent", "low", "high", "steady", "basis")
FOCUS = ("JPN", "PRK")
THIRD = "KOR"
_EVEN = (1.0, 1.0, 1.0)
_WEIGHTS = (_EVEN, *((2.0, 1.0, 1.0), (1.0, 2.0, 1.0), (1.0, 1.0, 2.0), (0.5, 1.0, 1.0), (1.0, 0.5, 1.0), (1.0, 1.0, 0.5)))
_BOUNDS = (0.5, 0.4, 0.6)
_BROKEN = ("refused", "cancelled")
_FEW = 5

Parts = tuple[float, float, float]


@dataclass(frozen=True)
class Stand:
    """The parts of the importance a side gives to the talks, and the rows they rest on."""

    parts: Parts
    talks: tuple[Occurrence, ...]
    whole: int


def field(material: Material) -> Analysis:
    """For each period and side a point, where the record tells enough; the talks are those of the two sides asked for, Japan and
    North Korea by default, the third is South Korea.

    Definition: importance = (attention + initiative + consent) / 3, from 0 to 1, of the side's rows in the period:
    attention = rows of dialogue with the other side / all rows the side takes part in; initiative = rows of dialogue it
    begins and did not refuse or cancel / all rows of dialogue of the two; consent = 1 − rows of dialogue it refused or
    cancelled / all rows of dialogue of the two. cooperation = C / (C + F), from 0 to 1: C is the sum of the positive weights
    (`weights`) of the rows between the third and the side, F that of the negative ones. Regions: A importance and cooperation
    at least ½; B importance only; C cooperation only; D neither. `low` and `high` are the least and the greatest importance
    with each weight halved and doubled, `steady` the share of these weights × bounds of 0.4, 0.5 and 0.6 that give the
    same region. A side without rows of dialogue, or without weighed rows with the third, has no point.
    Source: importance each side gives to the talks × cooperation from South Korea, as a study of 2001 to 2006 draws it; it
    gives no formulae, those here are ours.
    """
    cut = periods(material)
    sides = material.focus or FOCUS
    by_id = {one.id: one for one in material.occurrences()}
    lines: list[Line] = []
    missing = 0
    for period in cut.lines:
        held = [by_id[id] for id in period.ids]
        for side, other in (sides, sides[::-1]):
            line = _point(str(period.values[2]), side, other, held)
            missing += line is None
            lines += [line] if line else []
    told = [(key, facts) for key, facts in cut.remarks if key in ("periods.no_match", "periods.no_pivot", "periods.overlap", "periods.undated")]
    if not lines:
        told = [*told, *(remarks((), material) if not cut.lines else (("field.none", (("sides", "-".join(sides)), ("third", THIRD))),))]
    elif missing:
        told.append(("field.missing", (("n", str(missing)),)))
    if any(int(str(line.values[-1])) < _FEW for line in lines):
        told.append(("field.few", (("n", str(_FEW)),)))
    spans = [span for line in lines for span in line.evidence]
    return Analysis("field", COLUMNS, tuple(lines), "measure.field", None, tuple(dict.fromkeys(told)), cited(material, spans))


def _point(period: str, side: str, other: str, held: Sequence[Occurrence]) -> Line | None:
    stand = stance(side, other, held)
    pair = (min(side, THIRD), max(side, THIRD))
    third = [one for one in held if weight(one.lead) and pair in dyads(one.lead)]
    share = cooperation([weight(one.lead) for one in third])
    if stand is None or share is None:
        return None
    value = importance(stand.parts, _EVEN)
    place = region(value, share)
    values = [importance(stand.parts, weights) for weights in _WEIGHTS]
    alike = [region(one, share, bound) == place for one, bound in product(values, _BOUNDS)]
    heavy = sorted(third, key=lambda one: -abs(weight(one.lead)))[:2]
    evidence = dict.fromkeys(span for one in (*stand.talks[:3], *heavy) for span in words(one))
    ids = dict.fromkeys(one.id for one in (*stand.talks, *third))
    told: tuple[Value, ...] = (period, side, _round(value), _round(share), place, *map(_round, stand.parts), _round(min(values)),
                               _round(max(values)), _round(sum(alike) / len(alike)), len(ids))
    return Line(told, tuple(evidence), tuple(ids))


def stance(side: str, other: str, held: Sequence[Occurrence]) -> Stand | None:
    """The parts of the importance `side` gives to its talks with `other`; None without rows of dialogue of the two."""
    talks = tuple(one for one in held if one.lead.pillar == "dialogue" and {side, other} <= set(one.lead.actors))
    if not talks:
        return None
    whole = sum(side in one.lead.actors for one in held)
    begun = sum(side in one.lead.initiator and one.lead.status not in _BROKEN for one in talks)
    broken = sum(side in one.lead.initiator and one.lead.status in _BROKEN for one in talks)
    return Stand((len(talks) / whole, begun / len(talks), 1 - broken / len(talks)), talks, whole)


def importance(parts: Parts, weights: Sequence[float]) -> float:
    """The weighed mean of the parts, from 0 to 1."""
    return sum(part * one for part, one in zip(parts, weights, strict=True)) / sum(weights)


def cooperation(weights: Sequence[float]) -> float | None:
    """Cooperation over cooperation and conflict, from 0 to 1; None where there is neither."""
    positive, negative, both = balance(list(weights))
    return None if both is None else positive / (positive + negative)


def region(importance: float, cooperation: float, bound: float = 0.5) -> str:
    """A: both at least `bound`; B: importance only; C: cooperation only; D: neither."""
    return {(True, True): "A", (True, False): "B", (False, True): "C", (False, False): "D"}[importance >= bound, cooperation >= bound]


def _round(value: float) -> float:
    return round(value, 3)
