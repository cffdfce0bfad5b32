"""Verdicts in words: the mark of a claim, the reason, the line that sums up."""

from collections.abc import Mapping

from keii.presenting.words import label, say
from keii.values.claim import Check, Checked, CitedSource, Finding

MARKS = {"supported": "✓", "contradicted": "✗", "not_found": "?"}
AI_MARK = "△"
"""What only answers of an AI carry is no plain ✓."""
_MOST_WORDS = 6
_MOST_TEXT = 28
Docs = Mapping[str, str]


def mark(one: Checked) -> str:
    """The sign of a claim's verdict."""
    return AI_MARK if one.circular and one.verdict == "supported" else MARKS[one.verdict]


def name(one: Checked, lang: str) -> str:
    """The verdict in words."""
    return label("claim", kind(one), lang)


def kind(one: Checked) -> str:
    """The verdict as a key: `supported`, `ai_only`, `contradicted`, `not_found`."""
    return "ai_only" if one.circular and one.verdict == "supported" else one.verdict


def reason(one: Checked, lang: str) -> str:
    """Why a claim has its verdict, in one stretch."""
    return say("join.clause", lang).join(reasons(one, lang))


def reasons(one: Checked, lang: str) -> list[str]:
    """Why a claim has its verdict; of a claim in parts a line on each."""
    if len(one.findings) > 1 and one.verdict != "supported":
        return [say("verify.part", lang, text=short(finding.text), verdict=because(finding, lang)) for finding in one.findings]
    if one.verdict == "supported":
        return [say("verify.circular", lang) if one.circular else say("verify.sources", lang, n=one.independent)]
    return list(dict.fromkeys(because(finding, lang) for finding in one.findings if finding.verdict == one.verdict))


def because(finding: Finding, lang: str) -> str:
    """The reason for the verdict on one part."""
    if finding.verdict == "supported":
        return label("claim", "supported", lang)
    if finding.verdict == "contradicted":
        told = dict(finding.found)
        return say("join.list", lang).join(
            say("verify.differs", lang, field=label("claimfield", field, lang), told=told[field]) if field in told
            else say("verify.differs_bare", lang, field=label("claimfield", field, lang)) for field in finding.differs)
    if finding.why == "view":
        return say("verify.view", lang)
    if finding.why == "long":
        return say("verify.long", lang)
    if finding.why == "crowded":
        return say("verify.crowded", lang)
    if finding.why == "empty":
        return say("verify.empty", lang)
    if finding.why == "undated":
        words = say("join.list", lang).join(finding.missing[:_MOST_WORDS])
        return say("join.clause", lang).join([say("verify.undated", lang), *([say("verify.partly", lang, words=words)] if words else [])])
    if finding.why == "partly":
        words = say("join.list", lang).join(finding.missing[:_MOST_WORDS])
        return say("verify.partly", lang, words=words) if words else say("verify.near", lang)
    return say("verify.nothing", lang)


def summary(check: Check, lang: str) -> list[str]:
    """The line that sums up, and what a reader must know with it."""
    if not check.checked:
        return [say("verify.no_claims", lang)]
    counts = {verdict: sum(kind(one) == verdict for one in check.checked) for verdict in ("supported", "contradicted", "not_found")}
    only = sum(kind(one) == "ai_only" for one in check.checked)
    told = [say("verify.summary_ai", lang, n=len(check.checked), sources=check.sources, ai_only=only, **counts) if only
            else say("verify.summary", lang, n=len(check.checked), sources=check.sources, **counts)]
    if only:
        told.append(say("verify.ai_only", lang, n=only, mark=AI_MARK))
    if check.itself:
        told.append(say("verify.itself", lang))
    if counts["not_found"]:
        told.append(say("verify.caution", lang))
    return [*told, *citations(check, lang)]


def citations(check: Check, lang: str) -> list[str]:
    """The sources the text names: which are among the documents, and which are not."""
    every = [cite for one in check.checked for cite in one.claim.cited]
    told = []
    for key, present in (("verify.present", True), ("verify.absent", False)):
        names = dict.fromkeys(named(cite) for cite in every if cite.present is present)
        if names:
            told.append(say(key, lang, names="」「".join(names) if lang == "ja" else ", ".join(names)))
    return told


def named(cite: CitedSource) -> str:
    return " ".join(cite.text.split())


def short(text: str) -> str:
    flat = "".join(text.split("\n"))
    return flat if len(flat) <= _MOST_TEXT else flat[:_MOST_TEXT] + "…"
