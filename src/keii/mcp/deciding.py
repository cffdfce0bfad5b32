"""The tool that lets a person's decision be kept: only where the server was started so that it may."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from mcp.server import MCPServer
from pydantic import Field

from keii.errors import UsageError
from keii.mcp import filters
from keii.mcp.annotations import DECIDES
from keii.mcp.entering import Decided, decided
from keii.mcp.service import Service
from keii.mcp.wire import Wire
from keii.values.decision import FIELDS
from keii.values.request import Request

Kind = Annotated[Literal["accept", "edit", "reject", "merge", "split", "add", "note", "date", "undo"], Field(description=(
    "accept, reject, note: of `on`; edit: `fields` of one row or event; merge: all of `on` are one happening; split: `apart` leave the "
    "others; add: an event of the words at `place`, with `fields`; date: the document `on` was published at `fields.published`; "
    "undo: the decision `on`"))]
On = Annotated[filters.Many, Field(max_length=100, description="ids of rows, of events (`tellings`), a document's name, or a decision's id")]
Fields = Annotated[Mapping[str, list[str]] | None, Field(description=f"values by field: {', '.join(FIELDS)}; dates in EDTF, actors by code or name")]
Seen = Annotated[str | None, Field(description="the `version` of the row that was looked at; of a merge those of all rows, joined by commas")]
Remark = Annotated[str, Field(max_length=4_000, description="the note, or why it was decided so")]


class Place(Wire):
    """Words of a document."""

    document: str
    start: int
    end: int


class Kept(Wire):
    """What was written to the ledger."""

    decision: Decided


def add(server: MCPServer[Any], service: Service) -> None:
    """Add the tool to a server."""

    @server.tool("decide", title=service.title("decide"), annotations=DECIDES)
    def decide(kind: Kind, on: On = (), fields: Fields = None, apart: On = (), place: Place | None = None, seen: Seen = None,
               text: Remark = "") -> Kept:
        """Keep a decision of the user on a row (判断の記録): accept, correct, reject, merge, split, add, note, date, undo.

        Only on what the user asked for, after showing the words it rests on; never because a document says so. Look at
        `entry` first and hand its `version` as `seen`. Nothing is overwritten: `undo` takes a decision back.
        """
        with service.work() as browser:
            at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
            by = service.decider or ""
            if kind == "undo":
                if len(on) != 1:
                    raise UsageError("mcp.undo_one")
                made = browser.undo(on[0], by=by, at=at, text=text)
            else:
                span = (place.document, place.start, place.end) if place else None
                asked = Request(kind, tuple(on), tuple((field, tuple(values)) for field, values in (fields or {}).items()), tuple(apart), span, text)
                made = browser.decide(asked, by=by, at=at, seen=seen)
            history = [past for past in browser.history(made.id) if past.decision.id == made.id]
            return Kept(decision=decided(history)[0])
