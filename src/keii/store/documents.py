"""The documents of a store and what was coded from them."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from sqlalchemy import func, literal, select

from keii.errors import StoreError
from keii.store import rows, search_index
from keii.store.base import Opened
from keii.store.schema import documents, events, findings
from keii.values.document import Document
from keii.values.event import Event
from keii.values.finding import Finding
from keii.values.holding import Holding
from keii.values.source import Source

_AT_ONCE = 500


class Documents(Opened):
    """Reading what was put in."""

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

    def events_in(self, docs: Collection[str]) -> Iterator[Event]:
        """The events of some documents, as `events` gives them."""
        names = sorted(docs)
        for at in range(0, len(names), _AT_ONCE):
            query = select(documents.c.name, documents.c.text).where(documents.c.name.in_(names[at : at + _AT_ONCE]))
            for row in self._read(query.order_by(documents.c.name)):
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
                raise StoreError("store.altered", file=self.place, doc=row["doc"], event=f"{kind} {row['place']}")
            yield finding

    def versions(self) -> dict[str, str]:
        """By which version of codebook and coders each document was coded."""
        return {row["name"]: row["version"] for row in self._read(select(documents.c.name, documents.c.version))}

    def prints(self) -> dict[str, str]:
        """The hash of the text of each document, by name."""
        return {row["name"]: row["print"] for row in self._read(select(documents.c.name, documents.c.print))}

    def prints_of(self, names: Iterable[str], prints: Iterable[str] = ()) -> dict[str, str]:
        """The same of documents with one of these names, or of a text with one of these hashes."""
        found: dict[str, str] = {}
        for column, given in ((documents.c.name, names), (documents.c.print, prints)):
            wanted = sorted(set(given))
            for at in range(0, len(wanted), _AT_ONCE):
                query = select(documents.c.name, documents.c.print).where(column.in_(wanted[at : at + _AT_ONCE]))
                found.update((row["name"], row["print"]) for row in self._read(query))
        return found

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

    def _events_of(self, name: str, text: str) -> Iterator[Event]:
        query = select(events.c.payload).where(events.c.doc == name).order_by(events.c.place)
        for row in self._read(query):
            event = rows.to_event(row)
            if not all(span.holds(text) for span in event.evidence if span.doc == name):
                raise StoreError("store.altered", file=self.place, doc=name, event=event.id)
            yield event
