"""A document with all that was coded from it, as rows of the tables: made without a store, wherever there is time for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete

from keii.store import rows, search_index
from keii.store.bulk import load
from keii.store.rows import Row
from keii.store.schema import documents, events, findings
from keii.values.document import Document
from keii.values.event import Event
from keii.values.finding import Finding
from keii.values.span import Span
from keii.values.view import Passage


@dataclass(frozen=True, slots=True)
class Prepared:
    """Rows of one document, but for what only the store knows; `entries` are what is indexed of its passages, `told` its events
    once more, as bytes that only who makes them reads."""

    document: Row
    events: Sequence[Row]
    findings: Sequence[Row]
    passages: Sequence[Row]
    entries: Sequence[search_index.Told]
    told: bytes = b""

    @property
    def name(self) -> str:
        return str(self.document["name"])

    @property
    def print(self) -> str:
        """A hash of its text alone."""
        return str(self.document["print"])


def prepared(document: Document, told: Iterable[Event], version: str, passages: Iterable[Passage] = (), found: Iterable[Finding] = ()
             ) -> Prepared:
    """A document and what was coded from it by `version`.

    Raises ValueError where an event or a finding quotes what the document does not say.
    """
    kept, others = {event.id: event for event in told}, tuple(found)
    for event in kept.values():
        _check(document, (*event.evidence, *(step.span for step in event.trace if step.span)))
    for finding in others:
        _check(document, finding.evidence)
    sought = [search_index.row_of(passage) for passage in passages]
    return Prepared(rows.of_document(document, version, "", ""), [rows.of_event(event, place) for place, event in enumerate(kept.values())],
                    [rows.of_finding(document.name, one, place) for place, one in enumerate(others)],
                    sought, [search_index.told_of(row) for row in sought])


def take(connection: Connection, one: Prepared, *, path: str, stamp: str) -> None:
    """Into the tables, in place of what stood under its name."""
    search_index.drop_passages(connection, one.name)
    connection.execute(delete(documents).where(documents.c.name == one.name))
    load(connection, documents, [{**one.document, "path": path, "stamp": stamp}])
    load(connection, events, one.events)
    search_index.add_passages(connection, one.name, one.passages, one.entries)
    load(connection, findings, one.findings)


def _check(document: Document, spans: Iterable[Span]) -> None:
    if wrong := [span for span in spans if span.doc != document.name or not span.holds(document.text)]:
        raise ValueError(f"{wrong[0]} is not what {document.name} says")
