"""Verdicts in words: the mark of a claim, the reason, the line that sums up."""

from collections import Counter
from collections.abc import Mapping

from keii.presenting.words import label, say
from keii.values.claim import Check, Checked, CitedSource, Finding

MARKS = {"supported": "✓", "contradicted": "✗", "not_found": "?"}
AI_MARK = "△"
"""What only answers of an AI carry is no plain ✓."""
_KINDS = ("supported", "partly", "ai_only", "contradicted", "not_found", "nothing")
_ALWAYS = ("supported", "contradicted", "not_found")
_SIGNS = {**MARKS, "ai_only": AI_MARK, "partly": "◐", "nothing": "-"}
_UNCHECKED = ("empty", "view")
_MOST_WORDS = 6
_MOST_TEXT = 28
Docs = Mapping[str, str]


def mark(one: Checked) -> str:
    """The sign of a claim's verdict."""
    return _SIGNS[kind(one)]


def name(one: Checked, lang: str) -> str:
    """The verdict in words."""
    return label("claim", kind(one), lang)


def kind(one: Checked) -> str:
    """The verdict as a key: `supported`, `ai_only`, `contradicted`, `not_found`; what is not found is told apart as `partly` (of its
    parts some are borne out) and `nothing` (it states nothing that can be checked: a heading, a view)."""
    if one.verdict == "supported":
        return "ai_only" if one.circular else "supported"
    if one.verdict == "not_found" and any(finding.verdict == "supported" for finding in one.findings):
        return "partly"
    if one.verdict == "not_found" and one.findings and all(finding.why in _UNCHECKED for finding in one.findings):
        return "nothing"
    return one.verdict


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
    counts = Counter(map(kind, check.checked))
    told = [say("verify.summary", lang, n=len(check.checked), sources=check.sources, told=say("join.clause", lang).join(
        say("verify.counted", lang, kind=label("claim", each, lang), n=counts[each]) for each in _KINDS if counts[each] or each in _ALWAYS))]
    only = counts["ai_only"]
    if only:
        told.append(say("verify.ai_only", lang, n=only, mark=AI_MARK))
    if check.itself:
        told.append(say("verify.itself", lang))
    if counts["not_found"] or counts["partly"]:
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
