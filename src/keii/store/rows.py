"""Values as rows of the tables and back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from keii.values.document import Document
from keii.values.event import Event
from keii.values.finding import KINDS, Finding, kind_of
from keii.values.holding import Holding
from keii.values.ids import content_id
from keii.values.judgement import Judgement
from keii.values.source import Source
from keii.values.wire import dump, load

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Earlier:
    """How a file was read last: the hash of all that reading it depended on, the name it is kept under, and the date
    the user stated then, if any."""

    stamp: str
    name: str
    stated: str | None


def fingerprint(document: Document) -> str:
    """A hash of the text alone: the same under any name, in any folder."""
    return content_id("text", document.text)


def of_document(document: Document, version: str, path: str, stamp: str) -> Row:
    bare = replace(document, text="", source=Source(), boxes=b"")
    return {
        "name": document.name, "id": document.id, "version": version, "path": path, "stamp": stamp,
        "print": fingerprint(document), "source": _json(replace(document.source, cites=())), "published": document.source.published,
        "media": document.media, "encoding": document.encoding, "characters": len(document.text),
        "payload": _json(bare), "text": document.text, "boxes": document.boxes,
    }


def to_document(row: Row) -> Document:
    bare = load(Document, json.loads(row["payload"]))
    return replace(bare, text=row["text"], source=to_source(row), boxes=row["boxes"])


def to_source(row: Row, cites: Sequence[str] = ()) -> Source:
    return replace(load(Source, json.loads(row["source"])), cites=tuple(cites))


def of_cites(cites: Mapping[str, Sequence[str]]) -> str:
    return json.dumps({doc: list(cited) for doc, cited in cites.items()}, ensure_ascii=False)


def to_cites(value: str | None) -> Mapping[str, Sequence[str]]:
    """The documents each document cites, by name."""
    found: dict[str, list[str]] = json.loads(value) if value else {}
    return found


def to_earlier(row: Row) -> Earlier:
    source = to_source(row)
    return Earlier(row["stamp"], row["name"], source.published if source.published_basis == "user" else None)


def to_holding(row: Row) -> Holding:
    flags = tuple(json.loads(row["payload"]).get("flags", ()))
    return Holding(row["name"], row["path"], to_source(row), row["media"], row["encoding"], flags, row["characters"],
                   row["events"])


def of_event(event: Event, place: int) -> Row:
    earliest, latest = event.when.bounds
    return {
        "doc": event.doc, "place": place, "id": event.id, "earliest": earliest and earliest.isoformat(),
        "latest": latest and latest.isoformat(), "action": event.action, "status": event.status,
        "payload": _json(event),
    }


def to_event(row: Row) -> Event:
    return load(Event, json.loads(row["payload"]))


def of_finding(doc: str, finding: Finding, place: int) -> Row:
    return {"doc": doc, "place": place, "kind": kind_of(finding), "payload": _json(finding)}


def to_finding(row: Row) -> Finding:
    return load(KINDS[row["kind"]], json.loads(row["payload"]))


def of_judgement(judgement: Judgement) -> Row:
    return {"a": judgement.a, "b": judgement.b, "by": judgement.by, "verdict": judgement.verdict,
            "score": judgement.score, "why": json.dumps(judgement.why, ensure_ascii=False)}


def to_judgement(row: Row) -> Judgement:
    return Judgement(row["a"], row["b"], row["verdict"], row["by"], row["score"], tuple(json.loads(row["why"])))


def _json(value: object) -> str:
    return json.dumps(dump(value), ensure_ascii=False, separators=(",", ":"))
