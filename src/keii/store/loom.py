"""What weaving keeps between one document and the next, in the tables: met by keys, within the caller's transaction."""

import struct
from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, delete, or_, select, tuple_

from keii.store import rows as wired
from keii.store.bulk import load
from keii.store.dialect import numbers, upsert
from keii.store.schema import agreed, events, judgements, reviewed, waiting, woven
from keii.values.event import Event
from keii.values.judgement import Judgement
from keii.values.waits import Cell, Key, Place, Waiting, Waits

_SPOT = struct.Struct("<qq?")
_HALF = 1 << 63
_CHUNK = 400
_CELL, _WHOLE = 240, 40
"""Who waits in a cell, or else at a key, is read once, up to so many; of more, the neighbours of a place are."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where an event stands: its document, its place there, in `reviewed` (1) or `events` (0), and a hash of all it says."""

    doc: str
    place: int
    reviewed: int
    print: str


class StoreLoom:
    """Who waits where and what was judged. `stands` tells where events stand that are about to be woven; `left` are the
    numbers of the rows of those that went."""

    def __init__(self, connection: Connection, stands: Mapping[str, Stand]) -> None:
        self.left: set[int] = set()
        self._connection = connection
        self._stands = stands
        self._blocks: dict[Key, list[Waiting] | None] = {}
        self._cells: dict[Cell, bool] = {}

    def events(self, ids: Collection[str]) -> Mapping[str, Event]:
        found: dict[str, Event] = {}
        for chunk in _chunks(ids):
            for table, mark in ((events, 0), (reviewed, 1)):
                query = (select(woven.c.id, table.c.doc, table.c.place, table.c.payload)
                         .join(table, (table.c.doc == woven.c.doc) & (table.c.place == woven.c.place))
                         .where(woven.c.id.in_(chunk), woven.c.reviewed == mark))
                for row in self._connection.execute(query).mappings():
                    found[row["id"]] = wired.to_event(dict(row))
        return found

    def waits(self, ids: Collection[str]) -> Mapping[str, Waits]:
        found: dict[str, Waits] = {}
        for chunk in _chunks(ids):
            query = select(woven.c.id, woven.c.alike, woven.c.spots).where(woven.c.id.in_(chunk))
            for id, alike, spots in self._connection.execute(query):
                found[id] = Waits(id, alike, tuple(_SPOT.iter_unpack(spots)))
        return found

    def bare(self) -> bool:
        return self._connection.execute(select(waiting.c.event).limit(1)).first() is None

    def crowd(self, key: Key) -> int:
        block = self._block(key)
        return _WHOLE + 1 if block is None else len(block)

    def before(self, key: Key, place: Place, count: int) -> Sequence[Waiting]:
        block = self._block(key)
        if block is None:
            return self._next(key, place, count, "<", "DESC")
        at = bisect_left(block, (place, False))
        return block[max(0, at - count) : at][::-1]

    def after(self, key: Key, place: Place, count: int) -> Sequence[Waiting]:
        block = self._block(key)
        if block is None:
            return self._next(key, place, count, ">", "ASC")
        at = bisect_right(block, (place, True))
        return block[at : at + count]

    def _block(self, key: Key) -> list[Waiting] | None:
        """All who wait at a key, None where they are many."""
        if key not in self._blocks:
            if self._all_of(key[0]):
                return self._blocks.setdefault(key, [])
            query = "SELECT alike, event, main FROM waiting WHERE cell = :cell AND topic = :topic ORDER BY alike, event LIMIT :most"
            found = self._waiting(query, cell=key[0], topic=key[1], most=_WHOLE + 1)
            self._blocks[key] = found if len(found) <= _WHOLE else None
        return self._blocks[key]

    def _all_of(self, cell: Cell) -> bool:
        """Whether all who wait in a cell are read: they are few."""
        if cell not in self._cells:
            query = "SELECT topic, alike, event, main FROM waiting WHERE cell = :cell ORDER BY topic, alike, event LIMIT :most"
            found = numbers(self._connection, query, {"cell": cell, "most": _CELL + 1})
            self._cells[cell] = len(found) <= _CELL
            if self._cells[cell]:
                for topic, some in groupby(found, key=itemgetter(0)):
                    block = [((alike, _id(event)), bool(main)) for _, alike, event, main in some]
                    self._blocks[cell, topic] = block if len(block) <= _WHOLE else None
        return self._cells[cell]

    def _next(self, key: Key, place: Place, count: int, sign: str, order: str) -> Sequence[Waiting]:
        query = (f"SELECT alike, event, main FROM waiting WHERE cell = :cell AND topic = :topic AND (alike, event) {sign} (:alike, :event) "
                 f"ORDER BY alike {order}, event {order} LIMIT :most")
        return self._waiting(query, cell=key[0], topic=key[1], alike=place[0], event=_number(place[1]), most=count)

    def admit(self, some: Iterable[Waits]) -> None:
        told, found = [], []
        for one in some:
            stand = self._stands[one.id]
            told.append({"id": one.id, "doc": stand.doc, "place": stand.place, "reviewed": stand.reviewed, "print": stand.print,
                         "alike": one.alike, "spots": b"".join(_SPOT.pack(*spot) for spot in one.spots), "row": None})
            for cell, topic, main in one.spots:
                found.append({"cell": cell, "topic": topic, "alike": one.alike, "event": _number(one.id), "main": int(main)})
                if (block := self._blocks.get((cell, topic))) is not None:
                    insort(block, (one.place, main))
                    if len(block) > _WHOLE:
                        self._blocks[cell, topic] = None
                elif self._cells.get(cell) and (cell, topic) not in self._blocks:
                    self._blocks[cell, topic] = [(one.place, main)]
        load(self._connection, woven, told)
        load(self._connection, waiting, sorted(found, key=lambda row: (row["cell"], row["topic"])))

    def dismiss(self, some: Iterable[Waits]) -> None:
        waits = tuple(some)
        for chunk in _chunks([one.id for one in waits]):
            rows = self._connection.execute(select(woven.c.row).where(woven.c.id.in_(chunk))).scalars()
            self.left.update(row for row in rows if row is not None)
            self._connection.execute(delete(woven).where(woven.c.id.in_(chunk)))
        names = tuple_(waiting.c.cell, waiting.c.topic, waiting.c.alike, waiting.c.event)
        for chunk in _chunks([(cell, topic, one.alike, _number(one.id)) for one in waits for cell, topic, _ in one.spots]):
            self._connection.execute(delete(waiting).where(names.in_(chunk)))
        self._blocks.clear()
        self._cells.clear()

    def judgements(self, ids: Collection[str]) -> Iterator[Judgement]:
        for chunk in _chunks(ids):
            for table in (judgements, agreed):
                for column in (table.c.a, table.c.b):
                    for row in self._connection.execute(select(table).where(column.in_(chunk))).mappings():
                        yield wired.to_judgement(dict(row))

    def judge(self, written: Collection[Judgement], dropped: Collection[Judgement]) -> None:
        _drop(self._connection, judgements, dropped)
        if written:
            upsert(self._connection, judgements, [wired.of_judgement(one) for one in written])

    def beside(self, ids: Collection[str]) -> set[str]:
        found: set[str] = set()
        for chunk in _chunks(ids):
            inner = select(woven.c.row).where(woven.c.id.in_(chunk))
            found.update(self._connection.execute(select(woven.c.id).where(woven.c.row.in_(inner))).scalars())
        return found

    def _waiting(self, query: str, **facts: int) -> list[Waiting]:
        return [((alike, _id(event)), bool(main)) for alike, event, main in numbers(self._connection, query, facts)]


def agree(connection: Connection, own: Collection[str], said: Iterable[Judgement]) -> set[str]:
    """Keep what people say of pairs with one of the events `own` in place of what they said; returns the events of pairs on
    which that differs."""
    now = {(one.a, one.b, one.by): one for one in said}
    before: dict[tuple[str, str, str], Judgement] = {}
    for chunk in _chunks(own):
        for row in connection.execute(select(agreed).where(or_(agreed.c.a.in_(chunk), agreed.c.b.in_(chunk)))).mappings():
            one = wired.to_judgement(dict(row))
            before[one.a, one.b, one.by] = one
    gone = [one for key, one in before.items() if key not in now]
    fresh = [one for key, one in now.items() if before.get(key) != one]
    _drop(connection, agreed, gone)
    if fresh:
        upsert(connection, agreed, [wired.of_judgement(one) for one in fresh])
    return {id for one in (*gone, *fresh) for id in (one.a, one.b)}


def _drop(connection: Connection, table: Table, some: Collection[Judgement]) -> None:
    for chunk in _chunks([(one.a, one.b, one.by) for one in some]):
        connection.execute(delete(table).where(tuple_(table.c.a, table.c.b, table.c.by).in_(chunk)))


def _chunks(some: Collection[Any]) -> Iterator[list[Any]]:
    found = sorted(some)
    return (found[at : at + _CHUNK] for at in range(0, len(found), _CHUNK))


def _number(id: str) -> int:
    """An id, which is 16 hexadecimal digits, as a number that orders alike."""
    return int(id, 16) - _HALF


def _id(number: int) -> str:
    return f"{number + _HALF:016x}"
