"""What stands in the review queue, and why."""

from collections.abc import Iterable

from keii.values.event import Event
from keii.values.judgement import Judgement
from keii.values.occurrence import Occurrence
from keii.values.open_question import OpenQuestion
from keii.values.reviewed import REASONS, Standing
from keii.weaving import days

_YEAR = 365


def standing_of(row: Occurrence) -> Standing:
    """What people have made of a row."""
    states = [event.review.state if event.review else "open" for event in row.events]
    if all(state == "rejected" for state in states):
        return "rejected"
    looked = [state for state in states if state not in ("open", "noted")]
    if not looked:
        return "open"
    for state in ("corrected", "added"):
        if row.lead.review and row.lead.review.state == state:
            return "corrected" if state == "corrected" else "added"
    return "accepted" if len(looked) == len(states) else "partly"


def unsure(rows: Iterable[Occurrence], judgements: Iterable[Judgement]) -> frozenset[str]:
    """The events that may be one with an event of another row."""
    row_of = {event.id: row.id for row in rows for event in row.events}
    return frozenset(id for one in judgements if one.verdict == "unsure" and row_of.get(one.a) != row_of.get(one.b)
                     for id in (one.a, one.b))


class Reasons:
    """Why rows should be looked at, by the events that may be elsewhere (`unsure`) and the open questions of a moment."""

    def __init__(self, unsure: frozenset[str], questions: Iterable[OpenQuestion]) -> None:
        self._unsure = unsure
        questions = tuple(questions)
        self._asked = {id for one in questions for id in one.candidates}
        self._open = {one.decision.id for one in questions} | {other.id for one in questions for other in one.others}

    def of(self, row: Occurrence, independent: int) -> tuple[str, ...]:
        lead = row.lead
        holds = {
            "question": any(self._in_question(event) for event in row.events), "conflict": bool(row.conflicts),
            "ai-only": independent == 0, "unsure": any(event.id in self._unsure for event in row.events),
            "single": independent == 1, "vague": days(lead).length >= _YEAR, "hedged": lead.factuality in ("assessed", "forecast"),
        }
        return tuple(reason for reason in REASONS if holds[reason])

    def _in_question(self, event: Event) -> bool:
        return event.id in self._asked or bool(event.review and self._open & set(event.review.decisions))


def urgency(reasons: tuple[str, ...]) -> tuple[int, ...]:
    """Sorts the gravest first, and among equals the one with more reasons."""
    places = tuple(REASONS.index(reason) for reason in reasons)
    return (places[0] if places else len(REASONS), -len(places))
