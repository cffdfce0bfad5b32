"""The ordered, cited lines that people read."""

from dataclasses import dataclass

from keii.values.occurrence import Conflict, Occurrence
from keii.values.source import Source
from keii.values.span import Span
from keii.values.support import Support


@dataclass(frozen=True, slots=True)
class Citation:
    """One span with where a person finds it: document, page label, page printed, note numbers of its sentence."""

    span: Span
    page: str | None = None
    notes: tuple[int, ...] = ()


@dataclass(frozen=True)
class Entry:
    """One cited line: an occurrence, what it rests on, how many independent sources carry it, and what else of them is
    counted, where it was."""

    occurrence: Occurrence
    citations: tuple[Citation, ...]
    independent_sources: int
    support: Support | None = None

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        return self.occurrence.conflicts


@dataclass(frozen=True)
class Chronology:
    """Entries in the order of time, the sources they cite, and the filters that made the choice, in words."""

    entries: tuple[Entry, ...]
    sources: tuple[tuple[str, Source], ...]
    scope: tuple[tuple[str, str], ...] = ()
    title: str | None = None
