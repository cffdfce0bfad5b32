"""What is compared of an event, worked out once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from keii.values.event import Event
from keii.weaving.days import Days, days
from keii.weaving.lexicon import (
    ACCEPTING,
    ADOPTING,
    BROKEN_OFF,
    DECIDING,
    INTENDING,
    LAYING_DOWN,
    MATTERS,
    PAPERS,
    POSTS,
    PROMISING,
    REACHES,
    SAYING,
    SIGNING,
    STAGES,
)
from keii.weaving.marks import Marks, marks
from keii.weaving.outright import carried, guessed, slim
from keii.weaving.weights import BODIES
from keii.weaving.words import each_dated, even, persons, plain, several, titles, unwrapped, verbs, words

_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
_NAMED = re.compile(r"決議(?:第?\d+号?)?[」』]?$")
_BEFORE = re.compile(r"決議(?:第?\d+号?)?(?:に続|に次|に加え|以来|以後|に基づ|を受け|に違反|を踏まえ)")
"""The resolution that is named came before what is told (決議1695に続いて採択)."""
_KEPT = "_sketch"
_CLOSING = 14
"""How many characters at the end of a clause hold its predicate."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """One event, ready to be compared.

    `core` are the words of the summary, `words` also those of the best quote, `doers` those of the persons named.
    """

    id: str
    event: Event
    days: Days
    actors: frozenset[str]
    initiator: frozenset[str]
    target: frozenset[str]
    core: frozenset[str]
    words: frozenset[str]
    doers: frozenset[str]
    titles: frozenset[str]
    persons: frozenset[tuple[str, str]]
    stages: frozenset[str]
    matters: frozenset[str]
    reaches: frozenset[str]
    marks: Marks
    place: str
    text: str
    status: str
    saying: bool
    deciding: bool
    promising: bool
    intending: bool
    accepting: bool
    several: bool
    enacts: str
    guessed: bool
    carried: bool
    verbs: frozenset[str]


def actors_of(codes: tuple[str, ...]) -> frozenset[str]:
    """Actor codes with every body as what sources name in its place: UNSC → UN, SIX → its six members."""
    return frozenset(each for code in codes for each in BODIES.get(code, (even(plain(code)),)))


def _text(summary: str, quote: str) -> str:
    return summary if quote in summary else quote if summary in quote else f"{summary}。{quote}"


def _closes_on(summary: str, signs: tuple[str, ...]) -> bool:
    return any(sign in summary[-_CLOSING:] for sign in signs)


def _shown(summary: str, kinds: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    return frozenset(name for name, signs in kinds.items() if any(sign in summary for sign in signs))


def _status(event: Event, summary: str) -> str:
    """How far it came; a meeting that broke up without result was held."""
    held = event.action == "CONSULT" and event.status == "cancelled" and any(sign in summary for sign in BROKEN_OFF)
    return "realised" if held else event.status


def _enacts(summary: str) -> str:
    """Whether it tells that a resolution was adopted, a paper signed, or what it lays down; "" where it but names one, or none."""
    if _closes_on(summary, LAYING_DOWN) and any(paper in summary for paper in PAPERS):
        return "lays down"
    if any(sign in summary for sign in (*ADOPTING, *SIGNING)) and not _BEFORE.search(summary):
        return "adopts"
    return "lays down" if "決議" in summary and not _NAMED.search(summary) else ""


def sketch(event: Event) -> Sketch:
    """Everything `compare` looks at; worked out once and kept with the event, also where that is sent to another process."""
    held: Sketch | None = vars(event).get(_KEPT)
    if held is None:
        held = vars(event)[_KEPT] = _drawn(event)
    return held


def _as_coded(event: Event) -> str:
    """The line made of the document's words, also where a person put another in its place: that one is to be read, and brings
    no source nearer to another or farther from it."""
    changes = event.review.changes if event.review else ()
    return next((change.old[0] for change in changes if change.field == "summary" and change.old), event.summary)


def _drawn(event: Event) -> Sketch:
    told = plain(_as_coded(event))
    in_key = titles(even(" ".join(map(plain, event.key))))
    summary, quote = even(told), even(plain(event.evidence[0].quote))
    text = _text(summary, quote)
    named = persons(summary)
    return Sketch(
        id=event.id, event=event, days=days(event), actors=actors_of(event.actors),
        initiator=actors_of(event.initiator), target=actors_of(event.target),
        core=words(_ASIDE.sub("", summary)) or words(summary), words=words(text),
        doers=words(" ".join(name + office for office, name in named)), titles=titles(summary) | in_key, persons=named,
        stages=_shown(summary, STAGES | POSTS if event.action == "DOMESTIC" else STAGES),
        matters=_shown(summary, MATTERS) if event.action == "TEST" else frozenset(),
        reaches=_shown(summary, REACHES) if event.action == "TEST" else frozenset(), marks=marks(event, told),
        place=even(plain(unwrapped(event.place or ""))), text=text,
        status=_status(event, summary), saying=event.action == "STATE" or _closes_on(summary, SAYING), deciding=_closes_on(summary, DECIDING),
        promising=_closes_on(summary, PROMISING) and not any(sign in summary for sign in SIGNING),
        intending=_closes_on(summary, INTENDING), accepting=_closes_on(summary, ACCEPTING),
        several=several(told) and not each_dated(told, event.date), enacts=_enacts(summary), guessed=guessed(event), carried=carried(event),
        verbs=verbs(_ASIDE.sub("", summary)))


def slimmed(event: Event) -> Event:
    """The event without what is not compared, with its sketch."""
    made, held = slim(event), sketch(event)
    vars(made).update({"id": event.id, _KEPT: replace(held, event=made)})
    return made
