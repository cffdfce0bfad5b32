"""What is compared of an event, worked out once."""

from dataclasses import dataclass

from keii.values.event import Event
from keii.weaving.days import Days, days
from keii.weaving.marks import Marks, marks
from keii.weaving.weights import SAYING, UNITED_NATIONS
from keii.weaving.words import names, plain, words

_CLOSING = 14
"""How many characters at the end of a clause hold its predicate."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """One event, ready to be compared. `core` are the words of the summary, `words` also those of the best quote."""

    event: Event
    days: Days
    actors: frozenset[str]
    initiator: frozenset[str]
    target: frozenset[str]
    core: frozenset[str]
    words: frozenset[str]
    marks: Marks
    names: frozenset[str]
    place: str
    text: str
    saying: bool


def actor(code: str) -> str:
    """One code for what sources name in several ways: the United Nations and its organs."""
    return "UN" if code in UNITED_NATIONS else plain(code)


def sketch(event: Event) -> Sketch:
    """Everything `compare` looks at."""
    summary, quote = plain(event.summary), plain(event.evidence[0].quote)
    text = summary if quote in summary else quote if summary in quote else f"{summary}。{quote}"
    return Sketch(
        event=event, days=days(event),
        actors=frozenset(map(actor, event.actors)),
        initiator=frozenset(map(actor, event.initiator)), target=frozenset(map(actor, event.target)),
        core=words(summary), words=words(text), marks=marks(event, text), names=names(summary),
        place=plain(event.place or ""), text=text,
        saying=event.action == "STATE" or any(word in summary[-_CLOSING:] for word in SAYING))
