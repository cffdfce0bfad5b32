"""The tool that checks a text against the documents, claim by claim."""

import tempfile
from pathlib import Path
from typing import Annotated, Any, Literal

from mcp.server import MCPServer
from pydantic import Field

from keii.errors import UnreadableError, UsageError
from keii.mcp import filters
from keii.mcp.annotations import READS
from keii.mcp.quoting import Quote, Quoter
from keii.mcp.service import Service
from keii.mcp.wire import Wire
from keii.mcp.works import Work, works
from keii.presenting import verdicts
from keii.values.claim import Check, Checked, Finding
from keii.workbench import Browser

Text = Annotated[str, Field(min_length=1, max_length=100_000, description="the text to be checked")]
Form = Annotated[Literal["md", "txt"], Field(description="md: claims are sentences, list items and table rows; txt: every line is a claim")]


class Part(Wire):
    """A part of a claim that states something by itself."""

    text: str
    start: int
    end: int
    verdict: str
    differs: list[str]
    reason: str
    quotes: list[Quote]


class Cited(Wire):
    """A source that the claim names."""

    text: str
    present: bool
    """Whether it is among the documents. Where it is not, nothing was checked against it."""
    documents: list[str]


class Claim(Wire):
    """One claim: `text[start:end]` of what was checked, in code points."""

    claim: str
    start: int
    end: int
    verdict: str
    """supported, contradicted, or not_found (the documents do not say: it may be true or not)."""
    reason: str
    differs: list[str]
    """The fields on which the documents say something else."""
    found: dict[str, str]
    """What they say instead."""
    independent_sources: int
    only_ai: bool
    quotes: list[Quote]
    parts: list[Part]
    """Where the claim has several parts; its verdict is the worst of theirs."""
    cited: list[Cited]


class Verdicts(Wire):
    """The claims in the order of the text."""

    summary: list[str]
    total: int
    offset: int
    counts: dict[str, int]
    claims: list[Claim]
    sources: list[Work]


def add(server: MCPServer[Any], service: Service) -> None:
    """Add the tool to a server."""

    @server.tool("verify", title=service.title("verify"), annotations=READS)
    def verify(text: Text, form: Form = "md", limit: filters.Limit = 100, offset: filters.Offset = 0) -> Verdicts:
        """Check a text claim by claim against the documents (照合): supported, contradicted (on which field), or not found.

        Use it on your own draft before you hand it over, and correct or leave out what is not supported. `not_found` is
        neither true nor false: say that the documents do not bear it out.
        """
        if not text.strip():
            with service.work():
                raise UsageError("mcp.nothing_to_check")
        with service.work() as browser:
            check = _checked(browser, text, form)
            quoter = service.quoter()
            shown = check.checked[offset:offset + limit]
            quoter.bring(span.doc for one in shown for span in one.evidence)
            cited = {span.doc for one in shown for span in one.evidence}
            return Verdicts(
                summary=verdicts.summary(check, service.lang), total=len(check.checked), offset=offset,
                counts={verdict: check.count(verdict) for verdict in ("supported", "contradicted", "not_found")},
                claims=[_claim(one, quoter, service.lang) for one in shown],
                sources=works(((one.name, one.source) for one in browser.sources()), service.lang, cited))


def _checked(browser: Browser, text: str, form: str) -> Check:
    """The text is read from a file as any other is, and the file is gone again."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"text.{form}"
        file.write_bytes(text.encode("utf-8", "replace"))
        try:
            return browser.verify(file)
        except UnreadableError as fault:
            raise UsageError(fault.key, **{**fault.facts, "file": "text"}) from fault


def _claim(one: Checked, quoter: Quoter, lang: str) -> Claim:
    parts = [_part(finding, quoter, lang) for finding in one.findings] if len(one.findings) > 1 else []
    cited = [Cited(text=cite.text, present=cite.present, documents=list(cite.docs)) for cite in one.claim.cited]
    return Claim(claim=one.claim.text, start=one.claim.start, end=one.claim.end, verdict=one.verdict, reason=verdicts.reason(one, lang),
                 differs=list(one.differs), found=dict(one.found), independent_sources=one.independent, only_ai=one.circular,
                 quotes=quoter.spans(one.evidence), parts=parts, cited=cited)


def _part(finding: Finding, quoter: Quoter, lang: str) -> Part:
    return Part(text=finding.text, start=finding.start, end=finding.end, verdict=finding.verdict, differs=list(finding.differs),
                reason=verdicts.because(finding, lang), quotes=quoter.spans(finding.evidence))
