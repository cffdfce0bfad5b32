"""The tool that gives one row whole: all its words, what each document tells, why it reads so, what people decided."""

from collections.abc import Sequence
from typing import Annotated, Any

from mcp.server import MCPServer
from pydantic import Field

from keii.errors import UsageError
from keii.mcp import filters
from keii.mcp.annotations import READS
from keii.mcp.quoting import Quote
from keii.mcp.rows import Row, Speaker
from keii.mcp.service import Service
from keii.mcp.wire import Coded, Wire
from keii.mcp.works import Work, works
from keii.presenting import explain
from keii.presenting.lines import citations
from keii.values.event import Event
from keii.values.reviewed import Past

_FIRST = 1

Id = Annotated[str, Field(min_length=4, max_length=64, description="the `id` of a row, or its beginning")]


class Reason(Wire):
    """One step of how the words were read."""

    field: str
    read: str
    why: str


class Telling(Wire):
    """What one document tells of the happening."""

    id: str
    document: str
    date: str
    summary: str
    status: Coded
    factuality: Coded
    said_by: str | None
    """Whose word it is, where the document ascribes it to somebody."""
    reasons: list[Reason]


class Decided(Wire):
    """A decision of a person on this row."""

    id: str
    kind: str
    by: str
    at: str
    text: str
    changes: list[str]
    holds: bool
    """False where it was undone or replaced."""


class WholeEntry(Wire):
    """One row whole."""

    row: Row
    quotes: list[Quote]
    """Its quotes from `offset` on."""
    total_quotes: int
    offset: int
    tellings: list[Telling]
    version: str | None
    """Hand it to `decide`; null where no decisions may be made."""
    decisions: list[Decided]
    sources: list[Work]


def whole(service: Service, id: str, limit: int, offset: int) -> WholeEntry:
    """The row whose id begins so. Raises UsageError where there is none, or more than one."""
    browser = service.browser
    shelf = browser.shelf()
    found = shelf.beginning(id)
    if len(found) != 1:
        raise UsageError("usage.no_such_id", value=id)
    [entry] = browser.entries([found[0].id])
    quoter = service.quoter()
    speaker = service.speaker(quoter)
    cited = citations(entry)
    touched = service.decider is not None or any(event.review for event in entry.occurrence.events)
    return WholeEntry(
        row=speaker.row(entry, _FIRST), quotes=quoter.quotes(cited[offset:offset + limit]), total_quotes=len(cited), offset=offset,
        tellings=[_telling(event, speaker) for event in entry.occurrence.events],
        version=browser.item(found[0].id).version if service.decider is not None else None,
        decisions=decided(browser.history(found[0].id)) if touched else [],
        sources=works(shelf.sources.items(), service.lang, entry.occurrence.docs))


def decided(history: Sequence[Past]) -> list[Decided]:
    return [Decided(id=past.decision.id, kind=past.decision.kind, by=past.decision.by, at=past.decision.at, text=past.decision.text,
                    changes=[f"{one.field}: {', '.join(one.old) or '—'} → {', '.join(one.new) or '—'}" for one in past.decision.changes],
                    holds=past.holds) for past in history]


def _telling(event: Event, speaker: Speaker) -> Telling:
    reasons = [Reason(field=field, read=read, why=why) for field, read, why in explain.steps(event, lang=speaker.lang, names=speaker.names)]
    return Telling(id=event.id, document=event.doc, date=event.date, summary=event.summary, status=speaker.coded("status", event.status),
                   factuality=speaker.coded("factuality", event.factuality), said_by=event.source, reasons=reasons)


def add(server: MCPServer[Any], service: Service) -> None:
    """Add the tool to a server."""

    @server.tool("entry", title=service.title("entry"), annotations=READS)
    def entry(id: Id, limit: filters.Limit = 50, offset: filters.Offset = 0) -> WholeEntry:
        """One row of the chronology whole (出来事の詳細): every quote, what each document tells, where they disagree, why it
        was read so, and what people decided on it.

        Use it before you compare sources or state how sure something is.
        """
        with service.work():
            return whole(service, id, limit, offset)
