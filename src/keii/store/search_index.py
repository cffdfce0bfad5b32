"""Filling the index: the passages of a document, and what the rows tell. Everything runs in the caller's transaction."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, delete, insert, select

from keii.store import search_terms as terms
from keii.store.briefs import of_digest
from keii.store.bulk import load
from keii.store.dialect import text_of
from keii.store.full_text import Entry, Index, Made
from keii.store.rows import Row
from keii.store.schema import briefs, meta, passages
from keii.store.schema import rows as rows_table
from keii.values.digest import Digest
from keii.values.event import Event
from keii.values.occurrence import Occurrence
from keii.values.spreading import Spread, here, portions
from keii.values.view import Passage
from keii.values.when import parse_edtf
from keii.values.wire import dump

_CHUNK = 500
_LONGEST = 4_095
_VERSION, CITES = "search_version", "cites"

Told = tuple[tuple[str, ...], tuple[str, ...]]
"""What is indexed of one text: facts and runs."""


def put_passages(connection: Connection, doc: str, found: Iterable[Passage]) -> None:
    """The passages of a document in place of those it had."""
    drop_passages(connection, doc)
    rows = [row_of(passage) for passage in found]
    add_passages(connection, doc, rows, [told_of(row) for row in rows])


def add_passages(connection: Connection, doc: str, some: Sequence[Row], told: Sequence[Told]) -> None:
    """The passages of a document that has none, with what is indexed of each."""
    load(connection, passages, some)
    numbers = connection.execute(select(passages.c.id).where(passages.c.doc == doc).order_by(passages.c.id)).scalars()
    _index(connection, "passage_index", [Entry(number, *terms) for number, terms in zip(numbers, told, strict=True)])


def _index(connection: Connection, index: Index, entries: Iterable[Entry]) -> None:
    text = text_of(connection)
    text.add(connection, index, map(text.made, entries))


def drop_passages(connection: Connection, doc: str) -> None:
    """Take a document's passages away; before the document itself goes, as what is deleted must still be known."""
    query = select(passages).where(passages.c.doc == doc)
    gone = [_indexed(dict(row)) for row in connection.execute(query).mappings()]
    if gone:
        text_of(connection).drop(connection, "passage_index", gone)
        connection.execute(delete(passages).where(passages.c.doc == doc))


def current(connection: Connection) -> bool:
    """Whether the index was made by this version of its terms."""
    return connection.execute(select(meta.c.value).where(meta.c.key == _VERSION)).scalar() == terms.VERSION


def outdated(connection: Connection) -> bool:
    """Whether another version of its terms made the index, so that those kept with rows are of that version too."""
    return connection.execute(select(meta.c.value).where(meta.c.key == _VERSION)).scalar() not in (None, terms.VERSION)


def rebuild(connection: Connection) -> None:
    """Index every passage and every row anew."""
    text_of(connection).clear(connection, "passage_index")
    found = connection.execute(select(passages)).mappings()
    while chunk := found.fetchmany(_CHUNK):
        _index(connection, "passage_index", [_indexed(dict(row)) for row in chunk])
    text_of(connection).clear(connection, "row_index")
    made = connection.execute(select(rows_table.c.id, rows_table.c.facts, rows_table.c.runs))
    while some := made.fetchmany(_CHUNK):
        _index(connection, "row_index", [_entry(*row) for row in some])
    note(connection, _VERSION, terms.VERSION)


def _entry(number: int, facts: str, runs: str) -> Entry:
    return Entry(number, tuple(json.loads(facts)), tuple(json.loads(runs)))


def drop_rows(connection: Connection, numbers: Iterable[int]) -> None:
    """Take rows away."""
    wanted = sorted(numbers)
    for start in range(0, len(wanted), _CHUNK):
        chunk = wanted[start : start + _CHUNK]
        query = select(rows_table.c.id, rows_table.c.facts, rows_table.c.runs).where(rows_table.c.id.in_(chunk))
        gone = [_entry(*row) for row in connection.execute(query)]
        text_of(connection).drop(connection, "row_index", gone)
        for table in (rows_table, briefs):
            connection.execute(delete(table).where(table.c.id.in_(chunk)))


def put_rows(connection: Connection, found: Sequence[Occurrence], brief: Callable[[Occurrence], Digest], places: Mapping[str, tuple[str, int]],
             turn: int, spread: Spread = here) -> dict[str, int]:
    """Add rows; returns their numbers by the id of the occurrence. `brief` makes their digests, `places` are document and place
    of each event. What is stored of them is made ready by `spread`."""
    numbers, text = _numbers(connection, found), text_of(connection)

    def made(part: Sequence[Occurrence]) -> tuple[list[Made], list[Row], list[Row]]:
        entries = [Entry(numbers[row.id], tuple(facts_of(row)), tuple(_runs(row))) for row in part]
        briefed = [brief(row) for row in part]
        return (list(map(text.made, entries)), [_told(*one, places) for one in zip(entries, part, briefed, strict=True)],
                [{**of_digest(numbers[one.id], one), "turn": turn} for one in briefed])

    ordered = sorted(found, key=lambda row: numbers[row.id])
    for entries, told, briefed in spread(made, portions(ordered, _CHUNK)):
        load(connection, rows_table, told)
        load(connection, briefs, briefed)
        text.add(connection, "row_index", entries)
    return numbers


def _numbers(connection: Connection, found: Sequence[Occurrence]) -> dict[str, int]:
    """Numbers that order rows by time: by the day on which the earliest of its events begins, how long that may last, and
    then by id, whatever came first."""
    wanted = {row.id: _number(row) for row in found}
    taken: set[int] = set()
    ordered = sorted(wanted.values())
    for start in range(0, len(ordered), _CHUNK):
        query = select(rows_table.c.id).where(rows_table.c.id.in_(ordered[start : start + _CHUNK]))
        taken.update(connection.execute(query).scalars())
    numbers: dict[str, int] = {}
    for id, number in sorted(wanted.items()):
        while number in taken:
            number += 1
        taken.add(number)
        numbers[id] = number
    return numbers


def _number(row: Occurrence) -> int:
    first = min((event.when for event in row.events), key=lambda when: when.sort_key)
    low, high = first.bounds
    low = low or high or date.max
    length = (high - low).days if high else _LONGEST
    return first_number(low) + (min(length, _LONGEST) << 28) + (int(row.id, 16) & (1 << 28) - 1)


def first_number(day: date) -> int:
    """The least number of a row that begins on a day."""
    return day.toordinal() << 40


def forget(connection: Connection) -> None:
    """All that is looked into is to be made anew."""
    note(connection, _VERSION, None)


def note(connection: Connection, key: str, value: str | None) -> None:
    connection.execute(delete(meta).where(meta.c.key == key))
    if value is not None:
        connection.execute(insert(meta).values(key=key, value=value))


def facts_of(row: Occurrence) -> Iterable[str]:
    """What any event of a row tells, as terms."""
    facts: dict[str, None] = {}
    for event in row.events:
        facts.update(dict.fromkeys(_facts(event)))
    return facts


def _facts(event: Event) -> Iterable[str]:
    yield from terms.years(*event.when.bounds)
    yield from (terms.fact("a", code) for code in event.actors)
    yield from (terms.fact("i", code) for code in event.initiator)
    yield from (terms.fact("t", code) for code in event.target)
    yield from (terms.fact("q", issue) for issue in event.issues)
    yield terms.fact("x", event.action)
    yield terms.fact("s", event.status)
    if event.rank:
        yield terms.fact("r", event.rank)
    if event.status == "ongoing" and event.when.latest is None:
        yield "ylong"


def _runs(row: Occurrence) -> Sequence[str]:
    said = dict.fromkeys(text for event in row.events for text in (event.summary, *(span.quote for span in event.evidence)))
    return terms.runs_of("".join(text.split()) for text in said)


def _told(entry: Entry, row: Occurrence, brief: Digest, places: Mapping[str, tuple[str, int]]) -> Mapping[str, object]:
    bounds = [event.when.bounds for event in row.events]
    return {"id": entry.number, "occurrence": row.id, "earliest": _iso([low for low, _ in bounds], min),
            "latest": _iso([high for _, high in bounds], max),
            "events": json.dumps([places[event.id] for event in row.events], ensure_ascii=False),
            "conflicts": json.dumps(dump(row.conflicts), ensure_ascii=False),
            "facts": json.dumps(entry.facts), "runs": json.dumps(entry.runs, ensure_ascii=False), "said": brief.said.replace("\0", "")}


def _iso(days: Sequence[date | None], pick: object) -> str | None:
    """The first or last of days, None where one of them is open."""
    known = [day for day in days if day is not None]
    if len(known) < len(days) or not known:
        return None
    return (min if pick is min else max)(known).isoformat()


def row_of(passage: Passage) -> Row:
    """A passage as it stands in its table, but for its number."""
    bounds = [parse_edtf(edtf).bounds for edtf in passage.dates]
    return {"doc": passage.doc, "place": passage.place, "kind": passage.kind, "text": passage.text,
            "pieces": json.dumps(passage.pieces), "dates": json.dumps(passage.dates), "basis": passage.basis,
            "at": json.dumps(passage.at), "actors": json.dumps(passage.actors, ensure_ascii=False), "earliest": _iso([low for low, _ in bounds], min),
            "latest": _iso([high for _, high in bounds], max)}


def told_of(row: Row) -> Told:
    """What stands in the index for a stored passage; the same whenever it is made from the same row."""
    facts = dict.fromkeys(term for edtf in json.loads(row["dates"]) for term in terms.years(*parse_edtf(edtf).bounds))
    facts.update(dict.fromkeys(terms.fact("a", code) for code in json.loads(row["actors"])))
    return (*facts, terms.fact("k", row["kind"])), tuple(terms.runs_of([row["text"]]))


def _indexed(row: Row) -> Entry:
    return Entry(row["id"], *told_of(row))
