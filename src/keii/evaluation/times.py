"""How well time expressions are found and resolved.

span    any overlap, one to one
strict  identical extents, white space and a closing 現在, 時点, 中, まで, から, に aside
value   overlap and equal value
Expressions without a calendar value are left out on both sides.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from keii.evaluation.lines import TimeLine
from keii.evaluation.matching import assign, f1, overlap, precision, recall

_CLOSING = re.compile(r"(現在|時点|中|まで|から|に)$")


@dataclass(frozen=True, slots=True)
class TimesCount:
    """Counts over one document or several; they add up."""

    gold: int = 0
    pred: int = 0
    span: int = 0
    strict: int = 0
    value: int = 0

    def __add__(self, other: "TimesCount") -> "TimesCount":
        return TimesCount(self.gold + other.gold, self.pred + other.pred, self.span + other.span,
                          self.strict + other.strict, self.value + other.value)

    @property
    def figures(self) -> dict[str, float]:
        gold, pred = self.gold, self.pred
        return {
            "gold": gold, "pred": pred,
            "span_p": precision(self.span, pred), "span_r": recall(self.span, gold),
            "span_f1": f1(self.span, gold, pred),
            "strict_f1": f1(self.strict, gold, pred),
            "value_p": precision(self.value, pred), "value_r": recall(self.value, gold),
            "value_f1": f1(self.value, gold, pred),
        }


def score(gold: Sequence[TimeLine], pred: Sequence[TimeLine]) -> TimesCount:
    """Counts over the lines of one document."""
    ignored = [(line.start, line.end) for line in gold if not line.on_calendar]
    wanted = [line for line in gold if line.on_calendar]
    found = [line for line in pred if line.on_calendar
             and not any(overlap((line.start, line.end), span) for span in ignored)]
    pairs = assign(wanted, found, _likeness)
    return TimesCount(len(wanted), len(found), len(pairs),
                      sum(_extent(w) == _extent(f) for w, f in pairs),
                      sum(w.value == f.value for w, f in pairs))


def _likeness(w: TimeLine, f: TimeLine) -> float | None:
    common = overlap((w.start, w.end), (f.start, f.end))
    return common / (max(w.end, f.end) - min(w.start, f.start)) if common else None


def _extent(line: TimeLine) -> tuple[int, int]:
    return line.start, len(_CLOSING.sub("", "".join(line.text.split())))
