"""Judgements on events, and what the events become by them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)

from keii.store import ledger, rows, search_index
from keii.store.base import Backend
from keii.store.briefs import to_digest
from keii.store.dialect import text_of, upsert
from keii.store.documents import Documents
from keii.store.loom import Stand, StoreLoom, agree
from keii.store.schema import agreed, briefs, changed, documents, events, judgements, meta, reviewed, waiting, woven
from keii.store.schema import rows as rows_table
from keii.store.search_index import note
from keii.values.digest import Digest
from keii.values.event import Event
from keii.values.ids import content_id
from keii.values.judgement import Judgement
from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.values.spreading import Spread, here

Gather = Callable[[Iterable[Event], Iterable[Judgement]], tuple[Occurrence, ...]]
Standing = Callable[["Woven"], tuple[Sequence[Event], Sequence[Judgement]]]
"""Events as they stand by what people decided, and people's judgements on them."""
WOVEN = "woven"
_TURN, KNOWN = "turn", "known"
_FEW = 8
_BEHIND = 1_000_000
"""From this place on stand the events of a document that no coder read."""
_BOTH_HERE = (exists().where(events.c.id == judgements.c.a), exists().where(events.c.id == judgements.c.b))


class Rows(Protocol):
    """`rows` stand in place of all that hold one of the events `ids`."""

    @property
    def ids(self) -> frozenset[str]: ...
    @property
    def rows(self) -> tuple[Occurrence, ...]: ...


Renew = Callable[[StoreLoom, Collection[str], Sequence[Event], Collection[str], Spread], Rows]
"""Events that are gone, those that are fresh, and those people judged otherwise, into rows: see `weaving.renew`."""
Brief = Callable[[Occurrence, Mapping[str, Source]], Digest]


@dataclass(frozen=True, slots=True)
class Counts:
    """Events, rows, those of several independent sources, those that sources disagree on; documents without a date."""

    events: int
    rows: int
    several: int
    disputed: int
    undated: int


@dataclass(frozen=True)
class Batch:
    """Documents that changed since they were woven, as they and the ledger stood when that was asked."""

    turns: Mapping[str, int]
    whole: frozenset[str]
    head: int

    @property
    def docs(self) -> tuple[str, ...]:
        return tuple(self.turns)


class Woven(Documents):
    """`gather` is how events and judgements become occurrences, `standing` how events stand by the ledger (as they were
    coded where none is given)."""

    def __init__(self, backend: Backend, gather: Gather, standing: Standing | None = None) -> None:
        super().__init__(backend)
        self._gather = gather
        self._standing = standing

    def occurrences(self) -> Iterator[Occurrence]:
        """What happened, by events and judgements as they stand."""
        events, people = self._standing(self) if self._standing else (tuple(self.events()), ())
        yield from self._gather(events, (*self.all_judgements(), *people))

    def all_judgements(self) -> Iterator[Judgement]:
        """Every judgement, those on events that are not here too: corrected ones have ids of their own."""
        yield from map(rows.to_judgement, self._read(_ordered(select(judgements))))

    def judgements(self) -> Iterator[Judgement]:
        """Those whose two events are both here; the others are kept, not applied."""
        yield from map(rows.to_judgement, self._read(_ordered(select(judgements).where(*_BOTH_HERE))))

    def agreed(self) -> Iterator[Judgement]:
        """What people say of pairs of events as they stand, as these were woven last."""
        yield from map(rows.to_judgement, self._read(select(agreed).order_by(agreed.c.a, agreed.c.b, agreed.c.by)))

    def judgements_on(self, ids: Collection[str]) -> Sequence[Judgement]:
        """Those of rules and of people on a pair with one of `ids`."""
        with self._backend.reading() as connection:
            return sorted(set(StoreLoom(connection, {}).judgements(ids)))

    def unsure(self) -> frozenset[str]:
        """The events of which it is not known whether they are one with an event of another row."""
        one, other = woven.alias(), woven.alias()
        apart = func.coalesce(one.c.row, -1) != func.coalesce(other.c.row, -1)
        query = (select(judgements.c.a, judgements.c.b).outerjoin(one, one.c.id == judgements.c.a).outerjoin(other, other.c.id == judgements.c.b)
                 .where(judgements.c.verdict == "unsure", apart))
        return frozenset(id for row in self._read(query) for id in (row["a"], row["b"]))

    def put_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Add judgements; one by the same judge on the same pair is replaced."""
        added = tuple(judgements)
        with self._backend.writing() as connection:
            judge(connection, added)
            ids = {id for one in added for id in (one.a, one.b)}
            mark(connection, connection.execute(select(events.c.doc).where(events.c.id.in_(ids)).distinct()).scalars(), whole=True)

    # rows

    def rows_of(self, ids: Collection[str]) -> dict[str, str]:
        """The ids of the rows that events are in, by the ids of the events."""
        found: dict[str, str] = {}
        wanted = sorted(ids)
        for start in range(0, len(wanted), 500):
            query = (select(woven.c.id, rows_table.c.occurrence).join(rows_table, rows_table.c.id == woven.c.row)
                     .where(woven.c.id.in_(wanted[start : start + 500])))
            found.update((row["id"], row["occurrence"]) for row in self._read(query))
        return found

    def told_in(self, doc: str) -> dict[str, str]:
        """The same of all events of a document."""
        query = (select(woven.c.id, rows_table.c.occurrence).join(rows_table, rows_table.c.id == woven.c.row).where(woven.c.doc == doc))
        return {row["id"]: row["occurrence"] for row in self._read(query)}

    def meant(self, id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of rows, and those of events as they stand, that begin with `id`; the latter too where `id` begins that of
        the event as it was coded. The first few of them."""
        began = select(rows_table.c.occurrence.label("id")).where(_begins(rows_table.c.occurrence, id))
        shown = select(woven.c.id).where(_begins(woven.c.id, id))
        coded = (select(woven.c.id).join(events, (events.c.doc == woven.c.doc) & (events.c.place == woven.c.place))
                 .where(woven.c.reviewed == 1, _begins(events.c.id, id)))
        told = tuple(row["id"] for query in (shown, coded) for row in self._read(query.limit(_FEW)))
        return tuple(row["id"] for row in self._read(began.limit(_FEW))), tuple(dict.fromkeys(told))

    def briefs(self, ids: Iterable[int] | None = None) -> Iterator[tuple[int, int, Digest]]:
        """Number, turn and digest of the rows with these numbers, or of all."""
        columns = [*briefs.c, rows_table.c.said, rows_table.c.conflicts]
        query = select(*columns).join_from(briefs, rows_table, briefs.c.id == rows_table.c.id)
        wanted = None if ids is None else sorted(ids)
        with self._backend.reading() as connection:
            for start in range(0, 1 if wanted is None else len(wanted), 500):
                part = query if wanted is None else query.where(briefs.c.id.in_(wanted[start : start + 500]))
                for row in connection.execute(part).mappings():
                    yield row["id"], row["turn"], to_digest(dict(row))

    def turns(self) -> dict[int, int]:
        """When each row was made: a turn by its number. A row that changed has another turn."""
        with self._backend.reading() as connection:
            return {number: turn for number, turn in connection.execute(select(briefs.c.id, briefs.c.turn))}

    def turned(self, after: int) -> tuple[dict[int, int], int, int]:
        """The turns of the rows made after that turn; how many rows there are in all, and the last turn."""
        with self._backend.reading() as connection:
            made = {number: turn for number, turn in connection.execute(select(briefs.c.id, briefs.c.turn).where(briefs.c.turn > after))}
            number = connection.execute(select(func.count(briefs.c.occurrence))).scalar_one()
        return made, number, self.turn()

    def turn(self) -> int:
        """The last turn there was."""
        return int(self._meta(_TURN) or 0)

    def known_since(self) -> str | None:
        """Changes whenever a document, or what is known of it, did."""
        return self._meta(KNOWN)

    def counts(self) -> Counts:
        """How much is woven."""
        several, disputed = func.sum(case((briefs.c.independent > 1, 1), else_=0)), func.sum(briefs.c.disputed)
        [row] = self._read(select(func.count().label("n"), several.label("several"), disputed.label("disputed")).select_from(briefs))
        [told] = self._read(select(func.count().label("n")).select_from(woven))
        [undated] = self._read(select(func.count().label("n")).where(documents.c.published.is_(None)))
        return Counts(told["n"], row["n"], int(row["several"] or 0), int(row["disputed"] or 0), undated["n"])

    # weaving

    def woven(self) -> str | None:
        """The version by which the events as they stand were woven, None where they were not."""
        version = self._meta(WOVEN)
        return version if version is not None and not self.behind() else None

    def begun(self) -> str | None:
        """The version by which weaving began, None where nothing is woven."""
        return self._meta(WOVEN)

    def behind(self) -> int:
        """How many documents changed since they were woven."""
        return int(self._read(select(func.count().label("n")).select_from(changed))[0]["n"])

    def size(self) -> int:
        """How many documents there are."""
        return int(self._read(select(func.count().label("n")).select_from(documents))[0]["n"])

    def unweave(self, version: str) -> None:
        """Take away all that rules judged and all rows: every document is to be woven anew, by `version`."""
        with self._backend.writing() as connection:
            connection.execute(delete(judgements).where(judgements.c.by.startswith("rule:")))
            for table in (waiting, woven, agreed, reviewed, rows_table, briefs, changed):
                connection.execute(delete(table))
            text_of(connection).clear(connection, "row_index")
            mark(connection, connection.execute(select(documents.c.name)).scalars(), whole=True)
            note(connection, WOVEN, version)

    def unwoven(self, most: int) -> Batch | None:
        """Some documents of which rows do not tell yet how they stand, with about `most` events; None where there are none."""
        counted = select(func.count()).where(events.c.doc == changed.c.doc).scalar_subquery()
        with self._backend.reading() as connection:
            head = ledger.head(connection)
            found = connection.execute(select(changed.c.doc, changed.c.turn, changed.c.whole, counted).order_by(changed.c.turn).limit(most)).all()
        turns, whole, size = dict[str, int](), set[str](), 0
        for doc, turn, all_of_it, number in found:
            if turns and size + number > most:
                break
            size += number
            turns[doc] = turn
            if all_of_it:
                whole.add(doc)
        return Batch(turns, frozenset(whole), head) if turns else None

    def weave(self, batch: Batch, standing: Iterable[Event], people: Iterable[Judgement], renew: Renew, brief: Brief,
              spread: Spread = here) -> int | None:
        """Weave the documents of a batch: `standing` are their events as they stand, `people` what people say of pairs with
        one of these; `spread` does what is nothing but computing. Returns of how many events besides the rows were made anew;
        None, and nothing is written, where somebody added or decided meanwhile."""
        here = {event.id: event for event in standing}
        with self._backend.writing() as connection:
            if ledger.head(connection) != batch.head or not _as_read(connection, batch):
                return None
            printed = connection.execute(select(woven.c.id, woven.c.print).where(woven.c.doc.in_(batch.docs)))
            before = {id: print for id, print in printed}
            stands = stands_of(connection, batch.docs, here)
            gone = {id for id, was in before.items() if id not in stands or stands[id].print != was}
            fresh = [event for id, event in sorted(here.items()) if before.get(id) != stands[id].print]
            asked = agree(connection, before.keys() | here.keys(), people)
            asked |= {id for id, event in here.items() if event.doc in batch.whole}
            loom = StoreLoom(connection, stands)
            renewed = renew(loom, gone, fresh, asked, spread)
            self._put(connection, renewed, loom.left, brief, spread)
            connection.execute(delete(changed).where(changed.c.doc.in_(batch.docs)))
        return len(renewed.ids) - len(fresh)

    def _put(self, connection: Connection, renewed: Rows, left: set[int], brief: Brief, spread: Spread) -> None:
        """Rows in the place of those that held their events."""
        ids = sorted(renewed.ids)
        numbers, places = set(left), dict[str, tuple[str, int]]()
        for start in range(0, len(ids), 500):
            query = select(woven.c.id, woven.c.doc, woven.c.place, woven.c.row).where(woven.c.id.in_(ids[start : start + 500]))
            for id, doc, place, row in connection.execute(query):
                places[id] = (doc, place)
                if row is not None:
                    numbers.add(row)
        search_index.drop_rows(connection, numbers)
        sources = self._sources_of(connection, {doc for row in renewed.rows for doc in row.docs})
        made = search_index.put_rows(connection, renewed.rows, lambda row: brief(row, sources), places, _next(connection), spread)
        settle(connection, {event.id: made[row.id] for row in renewed.rows for event in row.events})

    def _sources_of(self, connection: Connection, docs: Collection[str]) -> dict[str, Source]:
        cites = rows.to_cites(connection.execute(select(meta.c.value).where(meta.c.key == search_index.CITES)).scalar())
        query = select(documents.c.name, documents.c.source).where(documents.c.name.in_(sorted(docs)))
        return {row["name"]: rows.to_source(dict(row), cites.get(row["name"], ())) for row in connection.execute(query).mappings()}


def _as_read(connection: Connection, batch: Batch) -> bool:
    found = connection.execute(select(changed.c.doc, changed.c.turn).where(changed.c.doc.in_(batch.docs)))
    return {doc: turn for doc, turn in found} == dict(batch.turns)


def _begins(column: Column[str], id: str) -> ColumnElement[bool]:
    """Whether an id begins so, in a form that an index answers."""
    return and_(column >= id, column < id + "\U0010fffe")


def stands_of(connection: Connection, docs: Sequence[str], here: Mapping[str, Event]) -> dict[str, Stand]:
    """Where events stand; those that are not as they were coded are written down, in the place of the coded ones."""
    query = select(events.c.id, events.c.place, events.c.payload).where(events.c.doc.in_(docs))
    coded = {id: (place, payload) for id, place, payload in connection.execute(query)}
    connection.execute(delete(reviewed).where(reviewed.c.doc.in_(docs)))
    behind: dict[str, int] = defaultdict(lambda: _BEHIND)
    found, written = {}, []
    for id, event in sorted(here.items()):
        marked = event.review is not None
        origin = event.review.of if event.review and event.review.of in coded else id
        place, payload = coded.get(origin, (-1, ""))
        if not payload:
            place = behind[event.doc]
            behind[event.doc] += 1
        if marked or not payload:
            payload = rows.of_event(event, place)["payload"]
        if marked:
            written.append({"doc": event.doc, "place": place, "payload": payload})
        found[id] = Stand(event.doc, place, int(marked), content_id("stand", place, marked, payload))
    if written:
        connection.execute(insert(reviewed), written)
    return found


def settle(connection: Connection, numbers: Mapping[str, int]) -> None:
    """Note in which row each event is."""
    if numbers:
        statement = update(woven).where(woven.c.id == bindparam("event")).values(row=bindparam("number"))
        connection.execute(statement, [{"event": id, "number": number} for id, number in numbers.items()])


def mark(connection: Connection, docs: Iterable[str], *, whole: bool) -> str | None:
    """Note that rows do not tell how documents stand; with `whole` all their rows are to be made anew, for what is known of
    the documents may have changed too. Returns what `known_since` tells then, None where there are no documents."""
    names = sorted(set(docs))
    if not names:
        return None
    turn = _next(connection)
    if whole:
        note(connection, KNOWN, str(turn))
    for start in range(0, len(names), 500):
        chunk = names[start : start + 500]
        were = {doc: all_of_it for doc, all_of_it in connection.execute(select(changed.c.doc, changed.c.whole).where(changed.c.doc.in_(chunk)))}
        upsert(connection, changed, [{"doc": name, "turn": turn, "whole": int(whole or bool(were.get(name)))} for name in chunk])
    return str(turn)


def _next(connection: Connection) -> int:
    """A number higher than all before."""
    turn = int(connection.execute(select(meta.c.value).where(meta.c.key == _TURN)).scalar() or 0) + 1
    note(connection, _TURN, str(turn))
    return turn


def judge(connection: Connection, added: Iterable[Judgement]) -> None:
    """Write judgements down; one by the same judge on the same pair is replaced."""
    by_judge = {(judgement.a, judgement.b, judgement.by): judgement for judgement in added}
    if by_judge:
        upsert(connection, judgements, [rows.of_judgement(judgement) for judgement in by_judge.values()])


def _ordered(query: Select[*tuple[object, ...]]) -> Select[*tuple[object, ...]]:
    return query.order_by(judgements.c.a, judgements.c.b, judgements.c.by)
