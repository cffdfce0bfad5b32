"""Verdicts as JSON Lines, in the published format."""

import json
from collections.abc import Iterator
from typing import Any

from keii.values.claim import Check, Checked, Finding
from keii.values.span import Span


def text(check: Check) -> str:
    """One object a claim, in the order of the text."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(check))


def rows(check: Check) -> Iterator[dict[str, Any]]:
    yield from map(row, check.checked)


def row(one: Checked) -> dict[str, Any]:
    told = {
        "claim": one.claim.text, "start": one.claim.start, "end": one.claim.end, "verdict": one.verdict,
        "differs": list(one.differs), "found": dict(one.found), "evidence": [_span(span) for span in one.evidence],
        "quotes": [span.quote for span in one.evidence], "independent_sources": one.independent,
        "ai_only": one.circular, "kind": one.claim.kind,
        "cited": [{"text": cite.text, "start": cite.start, "end": cite.end, "present": cite.present, "docs": list(cite.docs)}
                  for cite in one.claim.cited],
    }
    if len(one.findings) > 1:
        told["parts"] = [_part(finding) for finding in one.findings]
    elif one.findings and one.verdict == "not_found":
        told["missing"] = list(one.findings[0].missing)
    return told


def _part(finding: Finding) -> dict[str, Any]:
    return {"claim": finding.text, "start": finding.start, "end": finding.end, "verdict": finding.verdict,
            "differs": list(finding.differs), "found": dict(finding.found),
            "evidence": [_span(span) for span in finding.evidence], "quotes": [span.quote for span in finding.evidence]}


def _span(span: Span) -> list[str | int]:
    return [span.doc, span.start, span.end]
