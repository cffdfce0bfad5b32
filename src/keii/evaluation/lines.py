"""Lines of reference and of extraction, as far as they are scored."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from keii.errors import UsageError

Row = Mapping[str, Any]
Extent = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TimeLine:
    """One time expression: `start:end` of its document, its words, its TIMEX3 value."""

    doc: str
    start: int
    end: int
    text: str
    value: str

    @classmethod
    def of(cls, row: Row) -> "TimeLine":
        return cls(str(row.get("doc", "")), row["start"], row["end"], row.get("text") or "",
                   _squeezed(row.get("value")))

    @property
    def on_calendar(self) -> bool:
        """今, 今後, 近年 have no place on the calendar: finding them or not is nobody's fault."""
        return bool(self.value) and not self.value.endswith("_REF")


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event: EDTF date without its qualification, codes, and the spans it rests on."""

    doc: str
    date: str
    actors: frozenset[str]
    initiator: frozenset[str]
    target: frozenset[str]
    action: str | None
    pillar: str | None
    status: str | None
    factuality: str | None
    evidence: tuple[Extent, ...]

    @classmethod
    def of(cls, row: Row) -> "EventLine":
        date = "".join(sign for sign in _squeezed(row.get("date")) if sign not in "~?%")
        return cls(str(row.get("doc", "")), date, _codes(row.get("actors")), _codes(row.get("initiator")),
                   _codes(row.get("target")), row.get("action"), row.get("pillar"), row.get("status"),
                   row.get("factuality"), tuple((start, end) for start, end in row["evidence"]))


def read(text: str, file: str) -> tuple[Row, ...]:
    """The objects of JSON Lines. Raises UsageError where a line is none; `file` names the text in the fault."""
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            rows.append(_object(line, file, number))
    return tuple(rows)


def layer_of(rows: Iterable[Row]) -> str | None:
    """`times` or `events`, by what the lines hold; None where they are neither."""
    first = next(iter(rows), {})
    if "evidence" in first and "action" in first:
        return "events"
    return "times" if "start" in first and "value" in first else None


def _object(line: str, file: str, number: int) -> Row:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise UsageError("usage.not_json", file=file, line=number, reason=error.msg) from error
    if not isinstance(row, dict):
        raise UsageError("usage.not_json", file=file, line=number, reason=type(row).__name__)
    return row


def _squeezed(value: object) -> str:
    return "".join(str(value or "").split())


def _codes(actors: Iterable[str] | None) -> frozenset[str]:
    """Actor codes; every `ORG:name` counts as the same ORG."""
    return frozenset("ORG" if code.startswith("ORG:") else code for code in actors or ())
