"""Rows in brief: made of whole rows, and chosen by a scope."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from keii.values.digest import FIRST, LAST, Digest
from keii.values.occurrence import Occurrence
from keii.values.scope import Scope
from keii.values.source import Source
from keii.workbench.queueing import standing_of

__all__ = ["FIRST", "LAST", "Chooser", "Digest", "choose", "digest", "plain"]


def digest(row: Occurrence, sources: Mapping[str, Source], independent: int) -> Digest:
    """The row of `row` in brief; `sources` are those of its documents, `independent` how many of them are."""
    lead = row.lead
    when = lead.when
    low, high = when.bounds
    ends = high is None and low is not None and lead.status != "ongoing"
    known = [sources[doc] for doc in row.docs if doc in sources]
    said = "\n".join(text for event in row.events for text in (event.summary, *(span.quote for span in event.evidence)))
    return Digest(
        row.id, lead.date, lead.mod, lead.summary, lead.actors, lead.action, lead.pillar, lead.status, lead.factuality,
        lead.issues, row.docs, tuple(event.id for event in row.events), tuple(source.origin for source in known),
        tuple(source.family for source in known), independent, row.conflicts,
        low or high or FIRST, high or low or LAST, low or FIRST, (low if ends else high) or LAST, when.sort_key, plain(said), standing_of(row),
        tuple(dict.fromkeys(id for event in row.events if event.review for id in event.review.decisions)))


def plain(text: str) -> str:
    """Text without white space, width and case, as words are looked up."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


@dataclass(frozen=True)
class Chooser:
    """Whether rows in brief belong to a scope: the same choice as `values.scope.matches` makes of whole rows."""

    scope: Scope

    def __call__(self, row: Digest) -> bool:
        scope = self.scope
        return ((not scope.pillar or row.pillar in scope.pillar)
                and (not scope.action or row.action in scope.action)
                and (not scope.status or row.status in scope.status)
                and (not scope.factuality or row.factuality in scope.factuality)
                and (not scope.actors or set(scope.actors) <= set(row.actors))
                and (not scope.issue or not set(scope.issue).isdisjoint(row.issues))
                and (not scope.conflicts or bool(row.conflicts))
                and row.independent >= scope.min_sources
                and (not scope.single_source or row.independent <= 1)
                and (not scope.docs or any(doc.startswith(scope.docs) for doc in row.docs))
                and (not scope.origin or any(origin in scope.origin for origin in row.origins))
                and (not scope.family or any(family in scope.family for family in row.families)))


def choose(rows: tuple[Digest, ...], scope: Scope) -> tuple[Digest, ...]:
    """The rows of `scope`, in the order they have. Raises ValueError for a window that is not EDTF."""
    fits, window, wanted = Chooser(scope), scope.window, plain(scope.text or "")
    found = rows if scope == Scope(since=scope.since, until=scope.until, text=scope.text) else tuple(filter(fits, rows))
    if window is not None:
        low, high = window.earliest or FIRST, window.latest or LAST
        found = tuple(row for row in found if row.since <= high and low <= row.until)
    return tuple(row for row in found if wanted in row.said) if wanted else found
