"""What a person asked to see of a chronology: a window of time, actors, actions, and how well it is supported."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields

from keii.values.event import Event
from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.values.when import When, parse_edtf

_CALLED = {"since": "from", "until": "to", "issue": "issues"}


@dataclass(frozen=True, slots=True)
class Scope:
    """Filters that must all hold. Within one filter any value will do, save `actors`: all of them must take part.

    since, until   EDTF; the window runs from the first day of one to the last day of the other
    actors         chronology codes (`PRK`, `UNSC`, `ORG:名`)
    origin, family of a source; `docs` are names of documents or their beginnings
    min_sources    so many independent sources at least; `single_source` exactly one; `conflicts` sources that disagree
    text           words that stand in the summary or a quote, whatever their width and line breaks
    """

    since: str | None = None
    until: str | None = None
    actors: tuple[str, ...] = ()
    action: tuple[str, ...] = ()
    pillar: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    factuality: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    issue: tuple[str, ...] = ()
    min_sources: int = 0
    single_source: bool = False
    conflicts: bool = False
    text: str | None = None

    @property
    def window(self) -> When | None:
        """The window of time, None where neither end is set. Raises ValueError for what is not EDTF."""
        if not (self.since or self.until):
            return None
        first = parse_edtf(self.since).earliest if self.since else None
        last = parse_edtf(self.until).latest if self.until else None
        return When(f"{first or '..'}/{last or '..'}")

    @property
    def filters(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The filters that are set: what people call the filter, and its values."""
        return tuple((_CALLED.get(field.name, field.name), _values(getattr(self, field.name)))
                     for field in fields(self) if getattr(self, field.name) != field.default)


def matches(occurrence: Occurrence, scope: Scope, sources: Mapping[str, Source], independent: int = 1) -> bool:
    """Whether the row of `occurrence` belongs to `scope`.

    `sources` are those of its documents by name, `independent` is how many independent ones carry it. What is compared
    is what the row shows, that is the leading event, but for documents, sources and text, where any event counts.
    """
    lead = occurrence.lead
    window = scope.window
    return (
        (window is None or _falls(lead, window))
        and set(scope.actors) <= set(lead.actors)
        and _among(scope.action, lead.action)
        and _among(scope.pillar, lead.pillar)
        and _among(scope.status, lead.status)
        and _among(scope.factuality, lead.factuality)
        and (not scope.issue or not set(scope.issue).isdisjoint(lead.issues))
        and _supported(occurrence, scope, independent)
        and _sourced(occurrence, scope, sources)
        and (not scope.text or _says(occurrence, scope.text))
    )


def _falls(event: Event, window: When) -> bool:
    """Whether an event lies in the window. What is only said to have begun (2013/..) lies where it began, unless it
    still goes on."""
    when = event.when
    if when.latest is None and when.earliest is not None and event.status != "ongoing":
        when = When(when.earliest.isoformat())
    return when.overlaps(window)


def _among(wanted: tuple[str, ...], value: str) -> bool:
    return not wanted or value in wanted


def _supported(occurrence: Occurrence, scope: Scope, independent: int) -> bool:
    return (
        independent >= scope.min_sources
        and (not scope.single_source or independent <= 1)
        and (not scope.conflicts or bool(occurrence.conflicts))
    )


def _sourced(occurrence: Occurrence, scope: Scope, sources: Mapping[str, Source]) -> bool:
    known = [sources[doc] for doc in occurrence.docs if doc in sources]
    return (
        (not scope.docs or any(doc.startswith(scope.docs) for doc in occurrence.docs))
        and (not scope.origin or any(source.origin in scope.origin for source in known))
        and (not scope.family or any(source.family in scope.family for source in known))
    )


def _says(occurrence: Occurrence, text: str) -> bool:
    wanted = _plain(text)
    return any(wanted in _plain(said) for event in occurrence.events
               for said in (event.summary, *(span.quote for span in event.evidence)))


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _values(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ("only" if value is True else str(value),)
