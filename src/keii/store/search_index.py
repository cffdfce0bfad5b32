"""Filling the index: the passages of a document, and what the rows tell. Everything runs in the caller's transaction."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from keii.store import search_terms as terms
from keii.store.dialect import text_of
from keii.store.full_text import Entry
from keii.store.schema import meta, passages, reviewed
from keii.store.schema import rows as rows_table
from keii.values.event import Event
from keii.values.occurrence import Occurrence
from keii.values.view import Passage
from keii.values.when import parse_edtf
from keii.values.wire import dump

_CHUNK = 2_000
_VERSION, ROWS, CITES = "search_version", "rows", "cites"


def put_passages(connection: Connection, doc: str, found: Iterable[Passage]) -> None:
    """The passages of a document in place of those it had."""
    drop_passages(connection, doc)
    rows = [_row(passage) for passage in found]
    if not rows:
        return
    connection.execute(insert(passages), rows)
    query = select(passages).where(passages.c.doc == doc)
    text_of(connection).add(connection, "passage_index", [_indexed(dict(row)) for row in connection.execute(query).mappings()])


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


def rebuild_passages(connection: Connection) -> None:
    """Index every passage anew."""
    text_of(connection).clear(connection, "passage_index")
    found = connection.execute(select(passages)).mappings()
    while chunk := found.fetchmany(_CHUNK):
        text_of(connection).add(connection, "passage_index", [_indexed(dict(row)) for row in chunk])
    note(connection, _VERSION, terms.VERSION)


BEHIND = 1_000_000
"""From this place on stand the events of a document that no coder read."""


def put_reviewed(connection: Connection, occurrences: Iterable[Occurrence], places: dict[str, list[tuple[str, int]]]) -> None:
    """Events that are not as they were coded, in the place of the coded ones; `places` then tells where they stand."""
    connection.execute(delete(reviewed))
    marked = sorted((event for row in occurrences for event in row.events if event.review), key=lambda event: event.id)
    written = []
    for number, event in enumerate(marked):
        origin = event.review.of if event.review and event.review.of in places else event.id
        here = places.get(origin or event.id) or [(event.doc, BEHIND + number)]
        places[event.id] = here
        written += [{"doc": doc, "place": place, "payload": json.dumps(dump(event), ensure_ascii=False)} for doc, place in here]
    if written:
        connection.execute(insert(reviewed), written)


def put_rows(connection: Connection, occurrences: Sequence[Occurrence], places: Mapping[str, Sequence[tuple[str, int]]]
             ) -> None:
    """All rows anew. `places` are document and place of each event by its id."""
    connection.execute(delete(rows_table))
    text_of(connection).clear(connection, "row_index")
    ordered = sorted(occurrences, key=lambda row: min(event.when.sort_key for event in row.events))
    for start in range(0, len(ordered), _CHUNK):
        add_rows(connection, start + 1, ordered[start : start + _CHUNK], places)


def add_rows(connection: Connection, first: int, ordered: Sequence[Occurrence],
             places: Mapping[str, Sequence[tuple[str, int]]]) -> None:
    """Rows behind those there are, numbered from `first`, in the order of time."""
    numbered = list(enumerate(ordered, first))
    connection.execute(insert(rows_table), [_told(number, row, places) for number, row in numbered])
    text_of(connection).add(connection, "row_index",
                            [Entry(number, tuple(facts_of(row)), tuple(_runs(row))) for number, row in numbered])


def forget(connection: Connection) -> None:
    """All that is looked into is to be made anew."""
    note(connection, _VERSION, None)
    note(connection, ROWS, None)


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


def _told(number: int, row: Occurrence, places: Mapping[str, Sequence[tuple[str, int]]]) -> Mapping[str, object]:
    bounds = [event.when.bounds for event in row.events]
    return {"id": number, "earliest": _iso([low for low, _ in bounds], min), "latest": _iso([high for _, high in bounds], max),
            "events": json.dumps([place for event in row.events for place in places[event.id]], ensure_ascii=False),
            "conflicts": json.dumps(dump(row.conflicts), ensure_ascii=False)}


def _iso(days: Sequence[date | None], pick: object) -> str | None:
    """The first or last of days, None where one of them is open."""
    known = [day for day in days if day is not None]
    if len(known) < len(days) or not known:
        return None
    return (min if pick is min else max)(known).isoformat()


def _row(passage: Passage) -> Mapping[str, object]:
    bounds = [parse_edtf(edtf).bounds for edtf in passage.dates]
    return {"doc": passage.doc, "place": passage.place, "kind": passage.kind, "text": passage.text,
            "pieces": json.dumps(passage.pieces), "dates": json.dumps(passage.dates), "basis": passage.basis,
            "at": json.dumps(passage.at), "actors": json.dumps(passage.actors, ensure_ascii=False), "earliest": _iso([low for low, _ in bounds], min),
            "latest": _iso([high for _, high in bounds], max)}


def _indexed(row: Mapping[str, Any]) -> Entry:
    """What stands in the index for a stored passage; the same whenever it is made from the same row."""
    facts = dict.fromkeys(term for edtf in json.loads(row["dates"]) for term in terms.years(*parse_edtf(edtf).bounds))
    facts.update(dict.fromkeys(terms.fact("a", code) for code in json.loads(row["actors"])))
    return Entry(row["id"], (*facts, terms.fact("k", row["kind"])), tuple(terms.runs_of([row["text"]])))
