"""Where events that tell one happening disagree. Reported, never settled."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations

from keii.values.event import Event, Quantity
from keii.values.occurrence import Conflict
from keii.weaving.days import days
from keii.weaving.doing import declined, met, taken_up, voices
from keii.weaving.marking import same_amount
from keii.weaving.outright import dated, doers
from keii.weaving.scene import elsewhere, shown
from keii.weaving.sketch import actors_of, sketch
from keii.weaving.timing import lasting
from keii.weaving.weights import COUNCILS, TWO_SIDED

_DONE = {"realised", "ongoing"}
_MEETING = 2
"""Doers whom two tellings share and so agree on who met whom."""
_NOT_DONE = {"refused", "cancelled", "proposed", "planned"}


def _dates(a: Event, b: Event) -> bool:
    """They share no day: 02-13 and 02-14 do not, 2016-03 and 2016-03-02 do. Both must be dated outright."""
    one, other = days(a), days(b)
    return dated(a) and dated(b) and "open" not in (one.grain, other.grain) and one.apart(other) > 0


def _spanned(events: Sequence[Event], *days_told: Event) -> bool:
    """Whether a third telling has it last over the days that two give: one tells its opening, the other its close."""
    lows, highs = zip(*((each.low, each.high) for each in map(days, days_told)), strict=True)
    return any(lasting(each) and each.low <= min(lows) and max(highs) <= each.high for each in map(days, events))


def _amounts(a: Event, b: Event) -> bool:
    """Each gives one amount of a unit, and not the same."""
    return any(not same_amount(x, y) for x, y in _comparable(a, b))


def _comparable(a: Event, b: Event) -> list[tuple[Quantity, Quantity]]:
    units = {(each.unit, each.per) for each in a.numbers} & {(each.unit, each.per) for each in b.numbers}
    found = []
    for unit in sorted(units, key=str):
        ones, others = ([each for each in event.numbers if (each.unit, each.per) == unit] for event in (a, b))
        if len(ones) == len(others) == 1:
            found.append((ones[0], others[0]))
    return found


def _actors(a: Event, b: Event) -> bool:
    """Each says outright that somebody did it who has no part in it in the other. Who names more contradicts nobody, nor do
    two who agree on who met whom and each name somebody besides."""
    both = actors_of(tuple(doers(a))) & actors_of(tuple(doers(b)))
    return a.action == b.action and len(both) < _MEETING and _strange(a, b) and _strange(b, a)


def _strange(one: Event, other: Event) -> bool:
    """Whether one names a doer whom the other, which names one too, leaves out."""
    mine, theirs = actors_of(tuple(doers(one))), actors_of(other.actors)
    return bool(mine) and met(mine, theirs) < len(mine)


def _status(a: Event, b: Event) -> bool:
    """One says it was done, the other that it was not, or not yet; or one says planned and the other called off.

    A statement is made, whatever it says: its status is not that of what is refused or proposed in it. Nor is that of a
    decision the status of what is decided, nor that of an offer (用意があると表明, 意向で一致) the status of what is offered. A
    refusal that was made is refused and done.
    """
    if a.action != b.action and "STATE" in (a.action, b.action):
        return False
    one, other = sketch(a), sketch(b)
    pair = {one.status, other.status}
    said = (voices(one) and voices(other)) or taken_up(one, other)
    if declined(one, other) or (said and pair & _DONE and pair & {"proposed", "planned"}):
        return False
    differ = (pair & _DONE and pair & _NOT_DONE) or pair in ({"planned", "cancelled"}, {"planned", "refused"})
    return bool(differ) and not (pair & _DONE and "planned" in pair and (one.deciding or other.deciding))


def _direction(a: Event, b: Event) -> bool:
    """Each says outright that who does it in the other is whom it is done to. Guest and host, a council and its member are
    told either way."""
    one, other = (actors_of(tuple(doers(event))) for event in (a, b))
    if a.action == b.action and (a.action in TWO_SIDED or bool(one & COUNCILS) != bool(other & COUNCILS)):
        return False
    return not one & other and bool(one & actors_of(b.target)) and bool(other & actors_of(a.target))


def _amount(event: Event) -> str:
    return " ".join(f"{each.value:.15g} {each.unit}{'/' + each.per if each.per else ''}" for each in event.numbers)


def _sides(event: Event) -> str:
    return f"{' '.join(event.initiator)} → {' '.join(event.target)}".strip()


_FIELDS: tuple[tuple[str, Callable[[Event, Event], bool], Callable[[Event], str]], ...] = (
    ("date", _dates, lambda event: event.date),
    ("place", elsewhere, shown),
    ("number", _amounts, _amount),
    ("actor", _actors, lambda event: " ".join(sorted(event.initiator))),
    ("status", _status, lambda event: event.status),
    ("direction", _direction, _sides),
)


def _alike(field: str, event: Event) -> object:
    """What besides its value decides whether an event contradicts another."""
    if field == "date":
        return event.mod, dated(event)
    if field == "place":
        return event.summary
    if field == "status":
        return event.action, event.summary
    return (event.action, event.actors, event.target, doers(event)) if field in ("actor", "direction") else None


def conflicts(events: Sequence[Event]) -> tuple[Conflict, ...]:
    """The fields on which events of one occurrence contradict each other, with what each document says.

    `values` hold what every document says that contradicts another, in the order of documents. What is merely vaguer,
    or says less, or is carried on from elsewhere, contradicts nothing.
    """
    found: list[Conflict] = []
    for field, differ, value in _FIELDS if len(events) > 1 else ():
        saying: dict[tuple[str, object], list[Event]] = defaultdict(list)
        for event in events:
            saying[value(event), _alike(field, event)].append(event)
        pairs = combinations(saying.values(), 2)
        involved = {(event.doc, value(event)) for some, others in pairs
                    if differ(some[0], others[0]) and not (field == "date" and _spanned(events, some[0], others[0]))
                    for event in (*some, *others)}
        if involved:
            found.append(Conflict(field, tuple(sorted(involved))))
    return tuple(found)
