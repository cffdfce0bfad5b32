"""Which findings a scope lets through, and who speaks where the writer does."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from keii.values.finding import Finding
from keii.values.material import Material
from keii.values.scope import Scope
from keii.values.source import Source
from keii.values.when import parse_edtf

F = TypeVar("F", bound=Finding)
WRITER = "著者"
_DATED = ("date", "adopted")
_ACTING = ("actors", "addressee")


def chosen(material: Material, kind: type[F], name: str) -> tuple[F, ...]:
    """The findings of a kind that the scope lets through, in the order of documents.

    A window of time leaves out what is not dated, save kinds that never are (claims, recommendations). A filter on actors
    asks that all of them stand in the finding, one on issues that any does, one on text that its words or quotes hold it.
    Filters on acts do not touch findings.
    """
    return tuple(one for one in material.findings(name) if isinstance(one, kind) and _fits(one, material))


def undated(material: Material, kind: type[F], name: str) -> int:
    """How many findings the window of the scope left out only because they have no date."""
    if material.scope.window is None:
        return 0
    return sum(1 for one in material.findings(name) if isinstance(one, kind) and _datable(one) and date_of(one) is None
               and _fits(one, material, windowed=False))


def _datable(one: Finding) -> bool:
    return any(hasattr(one, field) for field in _DATED)


def date_of(one: Finding) -> str | None:
    return next((date for field in _DATED if (date := getattr(one, field, None))), None)


def _fits(one: Finding, material: Material, *, windowed: bool = True) -> bool:
    scope = material.scope
    return (
        (not windowed or scope.window is None or not _datable(one) or _within(date_of(one), scope))
        and set(scope.actors) <= actors_of(one)
        and (not scope.issue or not set(scope.issue).isdisjoint(issues_of(one)))
        and (not scope.pillar or getattr(one, "pillar", None) in scope.pillar)
        and _sourced(one.doc, material)
        and (not scope.text or any(scope.text in words for words in _words(one)))
    )


def actors_of(one: Finding) -> set[str]:
    """Whom a finding is of or about."""
    codes = {code for field in _ACTING for code in getattr(one, field, ())}
    for field in ("actor", "author", "claimed_by", "who"):
        if isinstance(code := getattr(one, field, None), str):
            codes.add(code)
    return codes


def issues_of(one: Finding) -> tuple[str, ...]:
    issue = getattr(one, "issue", None)
    return (issue,) if issue else getattr(one, "issues", ())


def _within(date: str | None, scope: Scope) -> bool:
    window = scope.window
    return date is not None and window is not None and parse_edtf(date).overlaps(window)


def _sourced(doc: str, material: Material) -> bool:
    scope, source = material.scope, material.sources.get(doc, Source())
    return ((not scope.docs or doc.startswith(scope.docs)) and (not scope.origin or source.origin in scope.origin)
            and (not scope.family or source.family in scope.family))


def _words(one: Finding) -> Iterable[str]:
    for field in ("text", "summary", "measure", "cause", "effect", "statement"):
        if isinstance(words := getattr(one, field, None), str):
            yield words
    yield from (span.quote for span in one.evidence)


def speaker(who: str | None, doc: str, material: Material) -> str:
    """Who says it: the one reported, else the writer of the document, by name as far as it is known."""
    source = material.sources.get(doc, Source())
    return who or "、".join(source.author) or source.publisher or WRITER


def in_time(date: str | None) -> str:
    """A key that puts what is dated in order and what is not behind it."""
    return parse_edtf(date).sort_key if date else "~"


def cited(material: Material, found: Sequence[Finding]) -> tuple[tuple[str, Source], ...]:
    docs = sorted({one.doc for one in found})
    return tuple((doc, material.sources.get(doc, Source())) for doc in docs)
