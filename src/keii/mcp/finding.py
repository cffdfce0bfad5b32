"""Tools that find: passages by words, rows by filters."""

from typing import Annotated, Any

from mcp.server import MCPServer
from pydantic import Field

from keii.mcp import filters
from keii.mcp.annotations import READS
from keii.mcp.quoting import Quote
from keii.mcp.rows import Row
from keii.mcp.service import Service
from keii.mcp.wire import Wire
from keii.mcp.works import Work, works
from keii.values.chronology import Citation
from keii.values.view import Hit

Words = Annotated[filters.Many, Field(min_length=1, max_length=10, description="words that must all stand in a passage, in any spelling")]


class Passage(Wire):
    """A sentence, table row or note that holds the words."""

    dates: list[str]
    """EDTF dates of what it tells; empty where none is known."""
    dates_basis: str | None
    """stated in it, of the event coded from it, or carried on from the sentence before."""
    kind: str
    quotes: list[Quote]
    """The passage; more than one where it is broken over columns."""


class Found(Wire):
    """Passages in the order of documents."""

    total: int
    offset: int
    undated: int
    """With a window of time: so many further passages hold the words, but no date is known of them."""
    searched: int
    """So many documents were searched."""
    passages: list[Passage]
    sources: list[Work]


class Chronology(Wire):
    """Rows in the order of time."""

    total: int
    offset: int
    filters: list[str]
    """The filters in words."""
    rows: list[Row]
    sources: list[Work]


def add(server: MCPServer[Any], service: Service) -> None:
    """Add the tools to a server."""

    @server.tool("search", title=service.title("search"), annotations=READS)
    def search(words: Words, since: filters.Since = None, until: filters.Until = None, documents: filters.Documents = (),
               limit: filters.Limit = 20, offset: filters.Offset = 0) -> Found:
        """Find every passage that holds some words (語句検索), in texts, tables and notes of the documents.

        Use it for exact wording. Quote the `quotes` verbatim with their `cite`. Words that are not found were not written:
        say so rather than tell from memory. Short Japanese words work best (拉致, 首脳会談).
        """
        with service.work() as browser:
            found = browser.search(tuple(words), since=since or None, until=until or None, docs=tuple(documents), limit=offset + limit)
            hits, quoter = found.hits[offset:], service.quoter()
            quoter.bring(hit.doc for hit in hits)
            passages = [Passage(dates=list(hit.passage.dates), dates_basis=hit.passage.basis, kind=hit.passage.kind,
                                quotes=quoter.quotes(_cited(hit))) for hit in hits]
            return Found(total=found.total, offset=offset, undated=found.undated, searched=found.documents, passages=passages,
                         sources=works(found.sources, service.lang, (hit.doc for hit in hits)))

    @server.tool("chronology", title=service.title("chronology"), annotations=READS)
    def chronology(since: filters.Since = None, until: filters.Until = None, actors: filters.Actors = (),  # noqa: PLR0913
                   action: filters.Actions = (), pillar: filters.Pillars = (), status: filters.Statuses = (),
                   factuality: filters.Factualities = (), issue: filters.Issues = (), origin: filters.Origins = (),
                   family: filters.Families = (), documents: filters.Documents = (), text: filters.Text = None,
                   min_sources: Annotated[int, Field(ge=0, le=99, description="at least so many independent sources")] = 0,
                   single_source: Annotated[bool, Field(description="only what one source alone tells")] = False,
                   conflicts: Annotated[bool, Field(description="only where sources disagree")] = False,
                   quotes: filters.Quotes = 3, limit: filters.Limit = 20, offset: filters.Offset = 0) -> Chronology:
        """The dated rows of the chronology (年表) that meet all filters: who did what to whom, and whether it came about.

        Each row rests on `quotes`; give them verbatim with their `cite`. Tell `status`, `conflicts` and a single source
        with the row. `total` tells how many rows there are: ask on with `offset` before saying that something is missing.
        """
        with service.work() as browser:
            asked = filters.scope(
                browser, since=since, until=until, actors=actors, action=action, pillar=pillar, status=status, factuality=factuality,
                issue=issue, origin=origin, family=family, documents=documents, text=text, min_sources=min_sources,
                single_source=single_source, conflicts=conflicts)
            shelf = browser.shelf()
            chosen = shelf.choose(asked)
            entries = browser.entries([row.id for row in chosen[offset:offset + limit]])
            speaker = service.speaker(service.quoter())
            rows = [speaker.row(entry, quotes) for entry in entries]
            return Chronology(total=len(chosen), offset=offset, filters=filters.in_words(browser.in_words(asked), service.lang), rows=rows,
                              sources=works(shelf.sources.items(), service.lang, (doc for row in rows for doc in row.documents)))


def _cited(hit: Hit) -> list[Citation]:
    return [Citation(span) for span in hit.spans]
