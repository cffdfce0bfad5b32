"""Where an event waits to be met: its stretches of time (cells), and in each what it can be met by (topics).

Cells and topics are numbers that depend on the event alone, so that a store can keep them and find by them who else
waits there. All wait in one order (`Place`), in which alike events stand side by side.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from hashlib import blake2b

from keii.values.event import Event
from keii.values.waits import Cell, Topic, Waits
from keii.weaving.sketch import Sketch, sketch, slimmed
from keii.weaving.weights import VOICED

FINE, MONTHS = 1, 125
"""Up to how many days an event counts as dated to the day, and to the month or season."""
_DAY, _MONTH, _YEAR, _COUNTED = range(4)
_STRONG = "!"
_KEPT = "_waits"


def waits(one: Sketch) -> Waits:
    """Where an event waits, by its date and by what it tells; worked out once and kept with the event."""
    held: Waits | None = vars(one.event).get(_KEPT)
    if held is None:
        held = vars(one.event)[_KEPT] = _waits(one)
    return held


def prepare(events: Iterable[Event]) -> Iterator[Event]:
    """Events as weaving needs them, with what is compared of them worked out."""
    for event in map(slimmed, events):
        waits(sketch(event))
        yield event


def _waits(sketch: Sketch) -> Waits:
    topics, strong = _numbers(_topics(sketch)), _numbers(_strong(sketch))
    low, high = date.fromordinal(sketch.days.low), date.fromordinal(sketch.days.high)
    found: list[tuple[Cell, tuple[Topic, ...], bool]]
    if sketch.days.length == FINE:
        month = low.year * 12 + low.month
        found = [(_cell(_DAY, sketch.days.low), topics, True), (_cell(_MONTH, month), topics, False),
                 (_cell(_YEAR, low.year), strong, False), (_cell(_COUNTED, month), _numbers(_counted(sketch)), True),
                 (_cell(_COUNTED, low.year), _numbers(_enacted(sketch)), True)]
    elif sketch.days.length <= MONTHS:
        found = [(_cell(_MONTH, month), topics, True) for month in range(low.year * 12 + low.month, high.year * 12 + high.month + 1)]
        found += [(_cell(_YEAR, year), strong, False) for year in sorted({low.year, high.year})]
    else:
        found = [(_cell(_YEAR, year), topics, True) for year in sorted({low.year, high.year})]
    return Waits(sketch.id, _alike(sketch), tuple((cell, topic, main) for cell, some, main in found for topic in some))


def worth(topic: Topic) -> int:
    """What meeting under a topic counts: a mark or a name as much as two of the others."""
    return 2 if topic & 1 else 1


def stretches(cell: Cell) -> tuple[tuple[Cell, Cell], ...]:
    """The cells in which those of a cell meet others, in pairs of the earlier and the later: a day with itself and with
    the days before and after, other cells with themselves."""
    return ((cell, cell), (cell - 4, cell), (cell, cell + 4)) if cell % 4 == _DAY else ((cell, cell),)


def _cell(kind: int, number: int) -> Cell:
    return number * 4 + kind


def _numbers(topics: Iterable[str]) -> tuple[Topic, ...]:
    return tuple(sorted({_number(topic) * 2 + topic.startswith(_STRONG) for topic in topics}))


@lru_cache(maxsize=65536)
def _number(topic: str) -> int:
    return int.from_bytes(blake2b(topic.encode("utf-8", "surrogatepass"), digest_size=7).digest(), "big")


def _alike(sketch: Sketch) -> int:
    """A number that events of one action stand together by, within it those of the same actors and marks."""
    rest = f"{' '.join(sorted(sketch.actors))} {sorted(sketch.marks.ordinals)}"
    return _number(sketch.event.action) % 2**10 * 2**21 + _number(rest) % 2**21


def _topics(sketch: Sketch) -> set[str]:
    """What an event can be met by within a day or a month."""
    doer = f"{'SAY' if sketch.event.action in VOICED else sketch.event.action} by {' '.join(sorted(sketch.initiator))}"
    tested = {f"{sketch.event.action} of {matter}" for matter in sketch.matters} | {f"a {sketch.event.action}"} if sketch.matters else set()
    return {doer} | tested | {f"{sketch.event.action} {name}" for name in sketch.actors} | sketch.core | _strong(sketch)


def _strong(sketch: Sketch) -> set[str]:
    """Marks and names: what an event can be met by where only the year is known. One of them is enough."""
    marks = sketch.marks
    strong = {f"第{value}{head[-2:]}" for head, value in marks.ordinals} | {f"第{value}" for _, value in marks.ordinals}
    strong.update(f"決議{value}" for value in marks.resolutions)
    strong.update(f"{name}{value}" for name, value in marks.models)
    strong.update(each[-4:] for each in sketch.titles)
    strong |= marks.abbreviations | {name for _, name in sketch.persons}
    return {_STRONG + each for each in strong}


def _enacted(sketch: Sketch) -> set[str]:
    """What was adopted or signed, which happens once, and by which events meet within a year, however their days differ."""
    if sketch.enacts != "adopts":
        return set()
    signed = sketch.titles if sketch.event.action == "AGREE" else ()
    return {f"{_STRONG}{sketch.event.action} {name}" for name in (*sketch.marks.resolutions, *signed)}


def _counted(sketch: Sketch) -> set[str]:
    """The numbered acts (第4回核実験) and named missiles (火星15) by which events meet within a month, however their days differ."""
    fired = {f"{_STRONG}TEST {name}{value}" for name, value in sketch.marks.models} if sketch.event.action == "TEST" else set()
    return fired | {f"{_STRONG}{sketch.event.action} 第{value}{head}" for head, value in sketch.marks.ordinals if head}
