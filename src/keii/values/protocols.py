"""The whole contract between the stages and whoever extends or replaces one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from keii.values.document import Document
from keii.values.event import Event
from keii.values.judgement import Judgement
from keii.values.mention import Mentions
from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.values.span import Span


class Reader(Protocol):
    """Bytes of one format into a document. `suffixes` are lower case with the dot."""

    suffixes: tuple[str, ...]

    def __call__(self, path: Path, data: bytes, given: Source) -> Document:
        """Read `data`; `given` holds what sidecar or user state of the source and outranks the file's own metadata.

        Raises UnreadableError.
        """
        ...


class Coder(Protocol):
    """Document and mentions into events of that document, best evidence first."""

    def __call__(self, document: Document, mentions: Mentions) -> tuple[Event, ...]: ...


class Store(Protocol):
    """Where documents, events and judgements are kept. Every write is one transaction."""

    def sources(self) -> Sequence[tuple[str, Source]]: ...
    def document(self, name: str) -> Document | None: ...
    def events(self) -> Iterator[Event]: ...
    def occurrences(self) -> Iterator[Occurrence]: ...

    def known(self, name: str) -> tuple[str, str] | None:
        """(document id, version of codebook and coder) under which `name` is stored, None where it is not."""
        ...

    def put(self, document: Document, events: Iterable[Event], version: str) -> None:
        """Store a document with its events in place of what stood under its name."""
        ...

    def remove(self, name: str) -> None: ...
    def put_judgements(self, judgements: Iterable[Judgement]) -> None: ...
    def judgements(self) -> Iterator[Judgement]: ...
    def close(self) -> None: ...


Progress = Callable[[int, int], None]
Cut = Callable[[int, int], Span]
