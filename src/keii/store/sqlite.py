"""The store: documents, their events, and judgements, in one SQLite file. Every write is one transaction."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, Select, and_, delete, exists, func, insert, literal, select, update

from keii.errors import StoreError
from keii.store import ledger, rows, search_index
from keii.store.opening import faults, open_reading, open_writing, settle
from keii.store.schema import documents, events, findings, judgements, meta, passages
from keii.store.search import Lead, SqliteView
from keii.values.decision import Decision
from keii.values.document import Document
from keii.values.event import Event
from keii.values.finding import Finding
from keii.values.holding import Holding
from keii.values.judgement import Judgement
from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.values.span import Span
from keii.values.view import Passage

Gather = Callable[[Iterable[Event], Iterable[Judgement]], tuple[Occurrence, ...]]
Standing = Callable[["SqliteStore"], tuple[Sequence[Event], Sequence[Judgement]]]
"""Events as they stand by what people decided, and people's judgements on them."""
_WOVEN = "woven"
_BOTH_HERE = (exists().where(events.c.id == judgements.c.a), exists().where(events.c.id == judgements.c.b))


class SqliteStore:
    """A store on disk. `gather` is how events and judgements become occurrences, `standing` how events stand by its
    ledger (as they were coded where none is given)."""

    def __init__(self, path: Path, engine: Engine, gather: Gather, standing: Standing | None = None) -> None:
        self.path = path
        self._engine = engine
        self._gather = gather
        self._standing = standing

    @classmethod
    def open(cls, path: Path, gather: Gather, *, write: bool = False, patience: float = 5.0,
             standing: Standing | None = None) -> Self:
        """The store at `path`; with `write` it is made where it is missing. Waits `patience` seconds for a lock.

        Raises StoreError where the file is missing, no store, locked, made by a newer version, or cannot be written.
        """
        opener = open_writing if write else open_reading
        return cls(path, opener(path, patience), gather, standing)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close it; nothing is left beside the file where this was the last to have it open."""
        self._engine.dispose()
        settle(self.path)

    # what it holds

    def sources(self) -> Sequence[tuple[str, Source]]:
        query = select(documents.c.name, documents.c.source).order_by(documents.c.name)
        cites = rows.to_cites(self._meta(search_index.CITES))
        return [(row["name"], rows.to_source(row, cites.get(row["name"], ()))) for row in self._read(query)]

    def holdings(self) -> Sequence[Holding]:
        """A line on each document, by name."""
        columns = (documents.c.name, documents.c.path, documents.c.source, documents.c.media, documents.c.encoding,
                   documents.c.payload, documents.c.characters)
        query = (select(*columns, func.count(events.c.id).label("events")).outerjoin(events)
                 .group_by(documents.c.name).order_by(documents.c.name))
        return [rows.to_holding(row) for row in self._read(query)]

    def document(self, name: str) -> Document | None:
        found = self._read(select(documents).where(documents.c.name == name))
        return rows.to_document(found[0]) if found else None

    def outline(self, name: str) -> Document | None:
        """The document without its boxes, which are most of a PDF's weight."""
        columns = (documents.c.source, documents.c.payload, documents.c.text, literal(b"").label("boxes"))
        found = self._read(select(*columns).where(documents.c.name == name))
        return rows.to_document(found[0]) if found else None

    def events(self) -> Iterator[Event]:
        """All events, by document and place. Raises StoreError where a quote is not what its document says."""
        for row in self._read(select(documents.c.name, documents.c.text).order_by(documents.c.name)):
            yield from self._events_of(row["name"], row["text"])

    def findings(self, kind: str) -> Iterator[Finding]:
        """The findings of one kind (`measure`, `cause`, …), by document, in the order of their coding.

        Raises StoreError where a quote is not what its document says.
        """
        texts = {row["name"]: row["text"] for row in self._read(select(documents.c.name, documents.c.text))}
        query = select(findings).where(findings.c.kind == kind).order_by(findings.c.doc, findings.c.place)
        for row in self._read(query):
            finding = rows.to_finding(row)
            if not all(span.holds(texts[row["doc"]]) for span in finding.evidence):
                raise StoreError("store.altered", file=str(self.path), doc=row["doc"], event=f"{kind} {row['place']}")
            yield finding

    def versions(self) -> dict[str, str]:
        """By which version of codebook and coders each document was coded."""
        return {row["name"]: row["version"] for row in self._read(select(documents.c.name, documents.c.version))}

    def occurrences(self) -> Iterator[Occurrence]:
        """What happened, by events and judgements as they stand."""
        events, people = self._standing(self) if self._standing else (tuple(self.events()), ())
        yield from self._gather(events, (*self.all_judgements(), *people))

    def all_judgements(self) -> Iterator[Judgement]:
        """Every judgement, those on events that are not here too: corrected ones have ids of their own."""
        yield from map(rows.to_judgement, self._read(_ordered(select(judgements))))

    def judgements(self) -> Iterator[Judgement]:
        """Those whose two events are both here."""
        yield from map(rows.to_judgement, self._read(_ordered(select(judgements).where(*_BOTH_HERE))))

    def dormant(self) -> Iterator[Judgement]:
        """Those that touch an event that has vanished: kept, not applied."""
        yield from map(rows.to_judgement, self._read(_ordered(select(judgements).where(~and_(*_BOTH_HERE)))))

    # what people decided

    def decisions(self) -> tuple[Decision, ...]:
        """The ledger, in the order of arrival. Raises StoreError where an entry is not what its id says."""
        with faults(self.path), self._engine.connect() as connection:
            try:
                return tuple(ledger.read(connection))
            except ValueError as error:
                raise StoreError("store.ledger", file=str(self.path), reason=str(error)) from error

    def head(self) -> int:
        """How far the ledger goes."""
        with faults(self.path), self._engine.connect() as connection:
            return ledger.head(connection)

    def append(self, decisions: Iterable[Decision], *, head: int | None = None, judged: Iterable[Judgement] = ()
               ) -> Sequence[Decision] | None:
        """Add decisions to the ledger, with what rules say of the events they change; returns those that are new.

        None, and nothing is written, where the ledger no longer ends at `head`: somebody decided meanwhile. What was
        returned is on the disk, whatever happens to the machine.
        """
        with faults(self.path), self._write(durable=True) as connection:
            if head is not None and ledger.head(connection) != head:
                return None
            fresh = ledger.append(connection, decisions)
            _judge(connection, judged)
            if fresh:
                search_index.note(connection, search_index.ROWS, None)
            return fresh

    def prints(self) -> dict[str, str]:
        """The hash of the text of each document, by name."""
        return {row["name"]: row["print"] for row in self._read(select(documents.c.name, documents.c.print))}

    def text(self, name: str) -> str:
        """The text of a document, "" where it is not here."""
        found = self._read(select(documents.c.text).where(documents.c.name == name))
        return str(found[0]["text"]) if found else ""

    def published(self, name: str) -> str | None:
        """The date (EDTF) a document bears."""
        found = self._read(select(documents.c.published).where(documents.c.name == name))
        return found[0]["published"] if found else None

    def origin(self, name: str) -> tuple[str, str]:
        """Path and stamp of a document: where it was read, and the hash of all that reading it depended on."""
        found = self._read(select(documents.c.path, documents.c.stamp).where(documents.c.name == name))
        return (found[0]["path"], found[0]["stamp"]) if found else ("", "")

    # what it knows of what it was given

    def known(self, name: str) -> tuple[str, str] | None:
        found = self._read(select(documents.c.id, documents.c.version).where(documents.c.name == name))
        return (found[0]["id"], found[0]["version"]) if found else None

    def earlier(self) -> dict[str, rows.Earlier]:
        """How each path was read last."""
        query = select(documents.c.path, documents.c.stamp, documents.c.name, documents.c.source)
        return {row["path"]: rows.to_earlier(row) for row in self._read(query)}

    def name_for(self, document: Document, path: str) -> str:
        """The name under which a document read from `path` is kept.

        Its own, unless a document of another path and another text bears it: then `name~xxxx`, from the hash of its
        text.
        """
        known = documents.c
        like = (known.name == document.name) | known.name.startswith(f"{document.name}~", autoescape=True)
        query = select(known.name, known.path, known.print).where((known.path == path) | like)
        taken: dict[str, tuple[str, str]] = {row["name"]: (row["path"], row["print"]) for row in self._read(query)}
        for earlier, (where, _) in taken.items():
            if where == path:
                return earlier
        own = rows.fingerprint(document)
        name, size = document.name, 3
        while name in taken and taken[name][1] != own:
            size += 1
            name = f"{document.name}~{own[:size]}"
        return name

    # what changes it

    def put(self, document: Document, events: Iterable[Event], version: str, *, path: str = "",
            stamp: str = "", passages: Iterable[Passage] = (), found: Iterable[Finding] = ()) -> None:
        """Store a document with its events, its passages for search and what else was `found` in it, in place of what
        stood under its name.

        Raises ValueError where an event or a finding quotes what the document does not say.
        """
        kept, others = {event.id: event for event in events}, tuple(found)
        for event in kept.values():
            _check(document, (*event.evidence, *(step.span for step in event.trace if step.span)))
        for finding in others:
            _check(document, finding.evidence)
        with faults(self.path), self._write() as connection:
            search_index.drop_passages(connection, document.name)
            _replace(connection, rows.of_document(document, version, path, stamp), tuple(kept.values()))
            search_index.put_passages(connection, document.name, passages)
            if others:
                connection.execute(insert(findings), [rows.of_finding(document.name, one, place)
                                                      for place, one in enumerate(others)])
            _unweave(connection)

    def touch(self, name: str, *, path: str, stamp: str) -> None:
        """Note that `path` holds what is stored as `name` already."""
        with faults(self.path), self._write() as connection:
            connection.execute(update(documents).where(documents.c.name == name).values(path=path, stamp=stamp))

    def remove(self, name: str) -> None:
        with faults(self.path), self._write() as connection:
            search_index.drop_passages(connection, name)
            connection.execute(delete(documents).where(documents.c.name == name))
            _unweave(connection)

    def put_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Add judgements; one by the same judge on the same pair is replaced."""
        with faults(self.path), self._write() as connection:
            _judge(connection, judgements)
            search_index.note(connection, search_index.ROWS, None)

    def weave(self, suggested: Iterable[Judgement], version: str) -> None:
        """Put `suggested` in place of all judgements made by rules; those of people stay."""
        with faults(self.path), self._write() as connection:
            connection.execute(delete(judgements).where(judgements.c.by.startswith("rule:")))
            _judge(connection, suggested)
            search_index.note(connection, search_index.ROWS, None)
            search_index.note(connection, _WOVEN, version)

    def woven(self) -> str | None:
        """The version by which the events as they stand were woven, None where they were not."""
        return self._meta(_WOVEN)

    def put_cites(self, cites: Mapping[str, Sequence[str]]) -> None:
        """Which documents cite which, as `sources` tells from now on."""
        with faults(self.path), self._write() as connection:
            search_index.note(connection, search_index.CITES, rows.of_cites(cites) if cites else None)

    def kept(self, prefix: str) -> dict[str, str]:
        """What is noted under keys that begin so, by the rest of the key."""
        found = self._read(select(meta).where(meta.c.key.startswith(prefix, autoescape=True)).order_by(meta.c.key))
        return {row["key"].removeprefix(prefix): row["value"] for row in found}

    def keep(self, key: str, value: str | None) -> None:
        """Note `value` under `key`, or, where None, forget what is noted there."""
        with faults(self.path), self._write() as connection:
            search_index.note(connection, key, value)

    # looking into it

    def unread(self) -> Sequence[str]:
        """Documents without passages: those of a store made before there were any."""
        query = select(documents.c.name).where(~exists().where(passages.c.doc == documents.c.name)).order_by(documents.c.name)
        return [row["name"] for row in self._read(query)]

    def put_passages(self, name: str, found: Iterable[Passage]) -> None:
        with faults(self.path), self._write() as connection:
            search_index.put_passages(connection, name, found)

    def indexed(self) -> bool:
        """Whether rows and passages can be looked into as they stand."""
        with faults(self.path), self._engine.connect() as connection:
            woven = {row.key for row in connection.execute(select(meta.c.key))}
            return search_index.ROWS in woven and search_index.current(connection)

    def index(self) -> None:
        """Bring what is looked into up to date with events, judgements and decisions."""
        while not self._index(self.head()):
            pass

    def _index(self, head: int) -> bool:
        """Index all as it stands; False where somebody decided meanwhile."""
        occurrences = tuple(self.occurrences())
        places: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for row in self._read(select(events.c.id, events.c.doc, events.c.place)):
            places[row["id"]].append((row["doc"], row["place"]))
        with faults(self.path), self._write() as connection:
            if ledger.head(connection) != head:
                return False
            if not search_index.current(connection):
                search_index.rebuild_passages(connection)
            search_index.put_reviewed(connection, occurrences, places)
            search_index.put_rows(connection, occurrences, places)
            search_index.note(connection, search_index.ROWS, "1")
        return True

    @contextmanager
    def view(self, lead: Lead) -> Iterator[SqliteView]:
        """What asking and searching may see, as it stands at one moment."""
        with faults(self.path), self._engine.connect() as connection:
            yield SqliteView(connection, lead)

    def _meta(self, key: str) -> str | None:
        found = self._read(select(meta.c.value).where(meta.c.key == key))
        return found[0]["value"] if found else None

    def _events_of(self, name: str, text: str) -> Iterator[Event]:
        query = select(events.c.payload).where(events.c.doc == name).order_by(events.c.place)
        for row in self._read(query):
            event = rows.to_event(row)
            if not all(span.holds(text) for span in event.evidence if span.doc == name):
                raise StoreError("store.altered", file=str(self.path), doc=name, event=event.id)
            yield event

    def _read(self, query: Select[*tuple[object, ...]]) -> Sequence[rows.Row]:
        with faults(self.path), self._engine.connect() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]

    def _write(self, *, durable: bool = False) -> AbstractContextManager[Connection]:
        return self._engine.execution_options(writes=True, beside_readers=True, durable=durable).begin()


def _check(document: Document, spans: Iterable[Span]) -> None:
    if wrong := [span for span in spans if span.doc != document.name or not span.holds(document.text)]:
        raise ValueError(f"{wrong[0]} is not what {document.name} says")


def _replace(connection: Connection, document: rows.Row, found: Sequence[Event]) -> None:
    connection.execute(delete(documents).where(documents.c.name == document["name"]))
    connection.execute(insert(documents), [document])
    if found:
        connection.execute(insert(events), [rows.of_event(event, place) for place, event in enumerate(found)])


def _unweave(connection: Connection) -> None:
    """Note that rows no longer stand for the events."""
    connection.execute(delete(meta).where(meta.c.key.in_((_WOVEN, search_index.ROWS))))


def _judge(connection: Connection, added: Iterable[Judgement]) -> None:
    by_judge = {(judgement.a, judgement.b, judgement.by): judgement for judgement in added}
    if by_judge:
        statement = insert(judgements).prefix_with("OR REPLACE")
        connection.execute(statement, [rows.of_judgement(judgement) for judgement in by_judge.values()])


def _ordered(query: Select[*tuple[object, ...]]) -> Select[*tuple[object, ...]]:
    return query.order_by(judgements.c.a, judgements.c.b, judgements.c.by)
