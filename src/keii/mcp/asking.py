"""The tool that answers a question from the store."""

from collections.abc import Sequence
from typing import Annotated, Any

from mcp.server import MCPServer
from pydantic import Field

from keii.mcp import filters
from keii.mcp.annotations import READS
from keii.mcp.quoting import Quote, Quoter
from keii.mcp.service import Service
from keii.mcp.wire import Wire
from keii.mcp.works import Work, works
from keii.presenting.answers import sentences, understood
from keii.values.question import AnswerRow, Finding

Question = Annotated[str, Field(min_length=1, max_length=2_000, description="a question in Japanese: 日本が首脳会談を打診したことはありますか")]
Before = Annotated[filters.Many, Field(max_length=20, description="the questions asked before in this thread, the earliest first")]


class Line(Wire):
    """One line of an answer."""

    date: str | None
    """EDTF; null where none is known."""
    summary: str
    actors: list[str]
    """Codes."""
    status: str | None
    """Null for a passage from which no row was coded."""
    documents: list[str]
    independent_sources: int
    entry: str | None
    """The id of the row of the chronology, for `entry`."""
    quotes: list[Quote]
    more_quotes: int


class Answer(Wire):
    """What the documents answer."""

    question: str
    understood: str
    """How the question was read. Where that is not what was meant, ask again in other words."""
    verdict: str | None
    """yes, no, unknown (the documents do not settle it: that is no "no"), or null for other kinds of question."""
    answer: str
    """The answer in words. Nothing in it goes beyond the lines."""
    total: int
    offset: int
    lines: list[Line]
    """What the answer rests on, the best first."""
    near: list[Line]
    """Where nothing answers: what comes nearest. It is no answer."""
    only_ai: bool
    """True where answers of an AI alone carry it: then it is not borne out."""
    sources: list[Work]


def add(server: MCPServer[Any], service: Service) -> None:
    """Add the tool to a server."""

    @server.tool("ask", title=service.title("ask"), annotations=READS)
    def ask(question: Question, before: Before = (), quotes: filters.Quotes = 3, limit: filters.Limit = 20,
            offset: filters.Offset = 0) -> Answer:
        """Ask the documents a question (質問): yes or no, when, who, where, how many, or a list.

        The answer is selected from the documents, never composed. Give `answer` with the quotes of its lines and their
        `cite`; `unknown` means that the documents do not say, so say just that. Do not add what the lines do not hold.
        """
        with service.work() as browser:
            asked = browser.ask(question, before)
            quoter = service.quoter()
            lines = _lines(asked.rows, asked.answer.findings, quoter, quotes)
            near = _lines(asked.near, asked.answer.near, quoter, quotes)
            shown = lines[offset:offset + limit]
            return Answer(
                question=question, understood=understood(asked.answer.question, service.lang), verdict=asked.answer.verdict,
                answer=sentences(asked, service.lang), total=len(lines) + asked.answer.more, offset=offset, lines=shown, near=near[:limit],
                only_ai=asked.answer.alone,
                sources=works(asked.sources, service.lang, (doc for line in (*shown, *near[:limit]) for doc in line.documents)))


def _lines(rows: Sequence[AnswerRow], findings: Sequence[Finding], quoter: Quoter, most: int) -> list[Line]:
    made = []
    for row, finding in zip(rows, findings, strict=True):
        quotes = quoter.quotes(row.citations, most)
        made.append(Line(date=row.date or None, summary=row.summary, actors=list(row.actors), status=row.status, documents=list(row.docs),
                         independent_sources=row.independent, entry=finding.row.id if finding.row else None, quotes=quotes,
                         more_quotes=len(row.citations) - len(quotes)))
    return made
