"""What came of the workbench's work, as it is told."""

from dataclasses import dataclass
from typing import NamedTuple

from keii.errors import KeiiError
from keii.values.event import Event
from keii.values.finding import Finding
from keii.values.judgement import Judgement
from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.values.support import Support
from keii.values.view import Passage


class Coded(NamedTuple):
    """What reading a document once yields."""

    events: tuple[Event, ...]
    passages: tuple[Passage, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Added:
    """What adding did. `added`, `replaced`, `unchanged` are names of documents.

    `renamed` are (path, name) where two files bear one name; `encodings` and `flags` are (what, how many documents) of
    those read now; `filed` tells how many of these have for their date the day on which the file was made; the counts of
    `undated` documents, `events`, `occurrences`, those of `several` independent sources and those with `conflicts` are of the
    whole store.
    """

    added: tuple[str, ...]
    replaced: tuple[str, ...]
    unchanged: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    unreadable: tuple[KeiiError, ...]
    encodings: tuple[tuple[str, int], ...]
    flags: tuple[tuple[str, int], ...]
    characters: int
    undated: int
    events: int
    occurrences: int
    several: int
    conflicts: int
    filed: int = 0


@dataclass(frozen=True)
class Explanation:
    """Why a row reads as it does: its events with their traces, and what was judged of them.

    `asked` is the event that was asked for, None where it was the row.
    """

    occurrence: Occurrence
    sources: tuple[tuple[str, Source], ...]
    judgements: tuple[Judgement, ...]
    support: Support
    asked: Event | None = None

    @property
    def independent_sources(self) -> int:
        return self.support.independent
