"""Scores of a set of found lines against reference lines, document by document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from keii.evaluation import events, times
from keii.evaluation.lines import EventLine, Row, TimeLine

Layer = Literal["times", "events"]
LAYERS: tuple[Layer, ...] = ("times", "events")


@dataclass(frozen=True, slots=True)
class Score:
    """Figures of a layer by name (0..1, but for the counts `gold` and `pred`): each document's, and over all."""

    layer: Layer
    documents: tuple[tuple[str, dict[str, float]], ...]
    total: dict[str, float]


def score(layer: Layer, gold: Iterable[Row], pred: Iterable[Row]) -> Score:
    """Score JSON lines. A found line belongs to the reference document with whose name its own begins."""
    wanted, found = _by_document(gold), _by_document(pred)
    pairs = [(doc, rows, [row for name, of in found.items() if name.startswith(doc) for row in of])
             for doc, rows in sorted(wanted.items())]
    return _times(pairs) if layer == "times" else _events(pairs)


Pairs = Sequence[tuple[str, list[Row], list[Row]]]


def _times(pairs: Pairs) -> Score:
    counts = [(doc, times.score(list(map(TimeLine.of, gold)), list(map(TimeLine.of, pred))))
              for doc, gold, pred in pairs]
    total = sum((count for _, count in counts), times.TimesCount())
    return Score("times", tuple((doc, count.figures) for doc, count in counts), total.figures)


def _events(pairs: Pairs) -> Score:
    counts = [(doc, events.score(list(map(EventLine.of, gold)), list(map(EventLine.of, pred))))
              for doc, gold, pred in pairs]
    total = sum((count for _, count in counts), events.EventsCount())
    return Score("events", tuple((doc, count.figures) for doc, count in counts), total.figures)


def _by_document(rows: Iterable[Row]) -> dict[str, list[Row]]:
    documents: dict[str, list[Row]] = {}
    for row in rows:
        documents.setdefault(str(row.get("doc", "")), []).append(row)
    return documents
