"""What a document says outright of a field, and what its coder only carried on from elsewhere."""

from dataclasses import replace

from keii.values.event import Event, Step

_HANDED_ON = ("carried on from the sentence", "as elsewhere in the document", "topic of the sentence",
              "the sides of the talks last named", "the other side", "the only one to do so", "named in the passage", "who bore the title before",
              "from the brackets", "the year the review tells of", "the day the report is about", "the day of the meeting it names",
              "the occasion of what is dated", "told of by somebody else", "one of the two it is between")
_GUESSED = ("as elsewhere in the document", "who speaks in the minutes", "told of by somebody else")
"""Who does nearly everything a document tells of: a last resort of its coder, where nothing near the clause says who."""
_WITHIN_THE_SENTENCE = ("carried on from the clause", "the date of the line")
_STAND_INS = frozenset({"anaphor", "carried", "fallback", "minutes"})
_POINTING = "deictic"
_LOOKED_AT = ("initiator", "date")
"""The fields of which the trace is looked at here."""


def slim(event: Event) -> Event:
    """The event with no more of its trace than weaving looks at: it is woven as the whole one is."""
    steps = tuple(replace(step, span=None) for step in event.trace if step.field in _LOOKED_AT)
    return replace(event, trace=steps or tuple(replace(step, span=None) for step in event.trace[:1]))


def doers(event: Event) -> frozenset[str]:
    """The initiators that words of the clause itself name; all of them where the event carries no trace."""
    if not event.trace:
        return frozenset(event.initiator)
    return frozenset(event.initiator) & {step.value for step in event.trace
                                         if step.field == "initiator" and _names(step)}


def carried(event: Event) -> bool:
    """Whether no word of its clause names a doer, and its coder carried them on."""
    return bool(event.initiator) and not doers(event)


def guessed(event: Event) -> bool:
    """Whether its coder but guessed every doer."""
    steps = [step for step in event.trace if step.field == "initiator" and step.value in event.initiator]
    return bool(steps) and all(step.rule.startswith(_GUESSED) for step in steps)


def _names(step: Step) -> bool:
    return step.note not in _STAND_INS and not step.rule.startswith(_HANDED_ON + _WITHIN_THE_SENTENCE)


def dated(event: Event) -> bool:
    """Whether a time of its own sentence dates it. What points from the day of writing (本日, 昨日) dates its clause only."""
    return all(_dates(step) for step in event.trace if step.field == "date" and step.value == event.date)


def _dates(step: Step) -> bool:
    basis, _, rule = step.rule.rpartition(": ")
    return not rule.startswith(_HANDED_ON + (_WITHIN_THE_SENTENCE if basis == _POINTING else ()))
