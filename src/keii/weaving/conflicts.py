"""Where events that tell one happening disagree. Reported, never settled."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations

from keii.values.event import Event, Quantity
from keii.values.occurrence import Conflict
from keii.weaving.days import days
from keii.weaving.doing import met, voices
from keii.weaving.lexicon import COUNTRIES, EXTENTS
from keii.weaving.marking import same_amount
from keii.weaving.outright import dated, doers
from keii.weaving.sketch import actors_of, sketch
from keii.weaving.weights import COUNCILS, TWO_SIDED
from keii.weaving.words import even, plain

_DONE = {"realised", "ongoing"}
_NOT_DONE = {"refused", "cancelled", "proposed", "planned"}


def _dates(a: Event, b: Event) -> bool:
    """They share no day: 02-13 and 02-14 do not, 2016-03 and 2016-03-02 do. Both must be dated outright."""
    one, other = days(a), days(b)
    return dated(a) and dated(b) and "open" not in (one.grain, other.grain) and one.apart(other) > 0


def _places(a: Event, b: Event) -> bool:
    """Neither place holds the other, as far as the words show it; a country holds every place, and a hall may stand in any
    town, a town lie at any sea."""
    one, other = _place(a), _place(b)
    if not one or not other or one in other or other in one or {one, other} & COUNTRIES or _extent(one) != _extent(other):
        return False
    return not any(one in text and other in text for text in map(_text, (a, b)))


def _extent(place: str) -> str:
    """What kind of place a name is: the hall, the town, the stretch of land or water; only places of one kind exclude each other."""
    return next((kind for kind, ends in EXTENTS.items() if place.endswith(ends)), "town")


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
    """Each says outright that somebody did it who has no part in it in the other. Who names more contradicts nobody."""
    return a.action == b.action and _strange(a, b) and _strange(b, a)


def _strange(one: Event, other: Event) -> bool:
    """Whether one names a doer whom the other, which names one too, leaves out."""
    mine, theirs = actors_of(tuple(doers(one))), actors_of(other.actors)
    return bool(mine) and met(mine, theirs) < len(mine)


def _status(a: Event, b: Event) -> bool:
    """One says it was done, the other that it was not, or not yet; or one says planned and the other called off.

    A statement is made, whatever it says: its status is not that of what is refused or proposed in it. Nor is that of a
    decision the status of what is decided, nor that of an offer (用意があると表明) the status of what is offered.
    """
    if a.action != b.action and "STATE" in (a.action, b.action):
        return False
    pair = {sketch(a).status, sketch(b).status}
    if pair & _DONE and pair & {"proposed", "planned"} and voices(sketch(a)) and voices(sketch(b)):
        return False
    differ = (pair & _DONE and pair & _NOT_DONE) or pair in ({"planned", "cancelled"}, {"planned", "refused"})
    return bool(differ) and not (pair & _DONE and "planned" in pair and (sketch(a).deciding or sketch(b).deciding))


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


def _place(event: Event) -> str:
    return even(plain(event.place or ""))


def _text(event: Event) -> str:
    return even(plain(event.summary + "。" + "。".join(span.quote for span in event.evidence)))


_FIELDS: tuple[tuple[str, Callable[[Event, Event], bool], Callable[[Event], str]], ...] = (
    ("date", _dates, lambda event: event.date),
    ("place", _places, lambda event: event.place or ""),
    ("number", _amounts, _amount),
    ("actor", _actors, lambda event: " ".join(sorted(event.initiator))),
    ("status", _status, lambda event: event.status),
    ("direction", _direction, _sides),
)


def _alike(field: str, event: Event) -> object:
    """What besides its value decides whether an event contradicts another."""
    if field == "date":
        return event.mod, dated(event)
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
        involved = {(event.doc, value(event)) for some, others in pairs if differ(some[0], others[0])
                    for event in (*some, *others)}
        if involved:
            found.append(Conflict(field, tuple(sorted(involved))))
    return tuple(found)
