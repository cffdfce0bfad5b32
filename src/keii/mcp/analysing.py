"""The tool that lays out the process: periods, factors, instruments and the rest, each line with its words."""

from typing import Annotated, Any

from mcp.server import MCPServer
from pydantic import Field

from keii.errors import UsageError
from keii.mcp import filters
from keii.mcp.annotations import READS
from keii.mcp.quoting import Quote, Quoter
from keii.mcp.service import Service
from keii.mcp.wire import Wire
from keii.mcp.works import Work, works
from keii.presenting.analysis.json_ import cells
from keii.presenting.analysis.shown import Look
from keii.presenting.words import say
from keii.values.analysis import Analysis, Table
from keii.values.chronology import Citation
from keii.workbench.analysing import NAMES

_COLUMNS = 100

Name = Annotated[str, Field(description=f"one of {', '.join(NAMES)}", json_schema_extra={"enum": list(NAMES)})]
Pivots = Annotated[filters.Many, Field(description="for periods and field: what cuts the record, such as 2002-09-17=日朝首脳会談")]
Seed = Annotated[int, Field(ge=0, description="seed of what is drawn at random")]


class AnalysisRow(Wire):
    """One line of a table."""

    values: dict[str, Any]
    """By column."""
    quotes: list[Quote]
    more_quotes: int
    entries: list[str]
    """Ids of the rows or events it counts, where it counts any."""


class AnalysisTable(Wire):
    """One table."""

    name: str
    measure: str
    """How it was made: give it with any figure."""
    columns: list[str]
    total: int
    offset: int
    rows: list[AnalysisRow]


class Tables(Wire):
    """An analysis: its table, and those that stand beside it."""

    filters: list[str]
    tables: list[AnalysisTable]
    remarks: list[str]
    """What a reader must know, such as that there are few cases. Pass it on."""
    sources: list[Work]


def add(server: MCPServer[Any], service: Service) -> None:
    """Add the tool to a server."""

    @server.tool("analyse", title=service.title("analyse"), annotations=READS)
    def analyse(name: Name, since: filters.Since = None, until: filters.Until = None, actors: filters.Actors = (),  # noqa: PLR0913
                pillar: filters.Pillars = (), issue: filters.Issues = (), origin: filters.Origins = (),
                family: filters.Families = (), documents: filters.Documents = (), text: filters.Text = None,
                pivots: Pivots = (), seed: Seed = 0, quotes: filters.Quotes = 2, limit: filters.Limit = 30,
                offset: filters.Offset = 0) -> Tables:
        """Lay out the process as a table (分析): periods, factors, field, instruments, provisions, proposals, positions,
        relations, outlook, recommendations.

        Every row has its quotes. Give the measure with a figure and pass on the remarks. `relations`, `field` and `periods`
        are about two sides: name them as `actors` (JPN, PRK).
        """
        with service.work() as browser:
            if name not in NAMES:
                raise UsageError("usage.value", option="name", value=name, known=", ".join(NAMES))
            scope = filters.scope(browser, since=since, until=until, actors=actors, pillar=pillar, issue=issue, origin=origin,
                                  family=family, documents=documents, text=text)
            found = browser.analyse(name, scope, seed=seed, pivots=tuple(pivots))
            look = Look(service.lang, _COLUMNS, browser.names.labels(service.lang), browser.topics(service.lang), {})
            quoter = service.quoter()
            tables = [_table(table, look, quoter, (quotes, limit, offset)) for table in (found, *found.further)]
            cited = {quote.document for table in tables for row in table.rows for quote in row.quotes}
            return Tables(filters=filters.in_words(found.scope, service.lang), tables=tables, remarks=look.remarks(found),
                          sources=works(((one.name, one.source) for one in browser.sources()), service.lang, cited))


def _table(found: Table, look: Look, quoter: Quoter, most: tuple[int, int, int]) -> AnalysisTable:
    quotes, limit, offset = most
    measure = say(found.measure, look.lang) if isinstance(found, Analysis) else look.beside(found.name)
    shown = found.lines[offset:offset + limit]
    quoter.bring(span.doc for line in shown for span in line.evidence)
    rows = []
    for line in shown:
        cited = quoter.quotes(map(Citation, line.evidence), quotes)
        rows.append(AnalysisRow(values=cells(found, line), quotes=cited, more_quotes=len(line.evidence) - len(cited), entries=list(line.ids)))
    return AnalysisTable(name=found.name, measure=measure, columns=list(found.columns), total=len(found.lines), offset=offset, rows=rows)
