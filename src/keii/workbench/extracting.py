"""Files into what they hold: documents, mentions, events. Touches no store."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Literal, Self

from keii import evaluation, language, reading, weaving
from keii.coding import Coder
from keii.coding.findings import FindingsCoder
from keii.errors import KeiiError, UnreadableError, UsageError
from keii.language import notes, publications, times
from keii.language.actors import Finder
from keii.presenting import lines
from keii.reading.limits import Limits
from keii.reading.sandbox import Sandbox
from keii.values.document import Document
from keii.values.event import Event
from keii.values.mention import Mentions
from keii.values.source import Source
from keii.workbench.desk import Desk
from keii.workbench.outcomes import Coded
from keii.workbench.passing import passages
from keii.workbench.timed import in_time
from keii.workbench.uncollected import uncollected
from keii.workbench.versions import version_of

What = Literal["times", "events", "actors", "notes"]
WHATS: tuple[What, ...] = ("times", "events", "actors", "notes")
LONGEST = 2_000_000
"""Characters of a document: coding one of them takes the memory and time of all its events at once."""


class Extractor(Desk):
    """From files to events, by one codebook."""

    @cached_property
    def version(self) -> str:
        """Of codebook, coder and product: events of another version are coded anew."""
        return version_of(self.codebook)

    def load(self) -> None:
        """Read codebook and grammar now, not with the first document."""
        with uncollected():
            _ = self.version, self._finder, self._findings, self._coder

    def copy(self) -> Self:
        """Another with the same codebook and grammar, and a reading process of its own."""
        found = type(self)(self.settings)
        vars(found).update({name: one for name, one in vars(self).items() if name != "_sandbox"})
        return found

    def documents(self, paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[KeiiError, ...]]:
        """The readable files that `paths` name, folders gone through, and what could not be found."""
        found: dict[Path, None] = {}
        faults: list[KeiiError] = []
        for path in paths:
            try:
                if not path.exists():
                    raise UnreadableError("unreadable.missing", file=str(path))
                if path.is_dir():
                    faults += reading.strays(path)
                found.update(dict.fromkeys(reading.documents([path])))
            except KeiiError as fault:
                faults.append(fault)
        return tuple(found), tuple(faults)

    def read(self, path: Path, published: str | None = None) -> Document:
        """The document at `path`; `published` (EDTF) is what the user says of its date."""
        return self._sandbox.read(path, _given(published))

    def parts(self, path: Path, published: str | None = None) -> tuple[Document, ...]:
        """The document at `path`; a text of more than LONGEST characters in parts, each a document with a name of its own.

        Raises UnreadableError, also `unreadable.long` for a format that cannot be read in parts.
        """
        if path.exists() and path.stat().st_size > LONGEST:
            found = tuple(self._sandbox.parts(path, _given(published)))
            size = sum(len(part.text) for part in found)
            if size > LONGEST:
                if len(found) == 1:
                    raise UnreadableError("unreadable.long", file=str(path), characters=f"{size:,}", most=f"{LONGEST:,}")
                return tuple(replace(part, name=f"{part.name}（{number}）") if number > 1 else part for number, part in enumerate(found, 1))
        return (self.read(path, published),)

    def mentions(self, document: Document) -> Mentions:
        return language.read(document, self._finder)

    def events(self, document: Document, found: Mentions | None = None) -> tuple[Event, ...]:
        """One event for each happening the document tells, in its order, with every span that tells it.

        `found` are its mentions, where they are at hand.
        """
        told = map(weaving.told, weaving.within(self._coder(document, found or self.mentions(document))))
        return tuple(sorted(told, key=lambda event: (event.evidence[0].start, event.evidence[0].end, event.id)))

    def coded(self, document: Document) -> Coded:
        """The events of a document, the passages by which it is searched, and what the analyses need beside events."""
        found = self.mentions(document)
        events = self.events(document, found)
        cited = publications.citings(document)
        return Coded(events, passages(document, found, events), (*self._findings(document, found), *cited))

    def extract(self, path: Path, what: What, published: str | None = None) -> Iterator[lines.Line]:
        """The findings of one kind in one file, as lines of the published format. Touches no store.

        A very long text goes through part by part, so that memory stays flat; notes are looked for in the whole. Raises
        UnreadableError where a part takes longer than its length allows.
        """
        given = _given(published)
        for document in self._sandbox.parts(path, given, whole=what == "notes"):
            yield from in_time(path, document, self.settings.coding_seconds, lambda part: tuple(self._lines(part, what)))

    def _lines(self, document: Document, what: What) -> Iterator[lines.Line]:
        base = document.offset
        if what == "times":
            return (lines.time(found, base) for found in times.in_document(document))
        if what == "events":
            return (lines.event(found, base) for found in self.events(document))
        if what == "actors":
            return (lines.actor(found, base) for found in self.mentions(document).actors)
        return map(lines.note, notes.of(document))

    def evaluate(self, layer: evaluation.Layer, gold: Sequence[evaluation.Row], paths: Sequence[Path]
                 ) -> evaluation.Score:
        """Score what is extracted from those of `paths` that the reference lines speak of.

        Of several files of one name the one highest up in its folder is meant. Raises UsageError where one is missing.
        """
        wanted = tuple(sorted({str(row.get("doc", "")) for row in gold}))
        found, faults = self.documents(paths)
        for fault in faults:
            raise fault
        deepest_first = sorted(found, key=lambda path: (-len(path.parts), path))
        asked = {path.stem: path for path in deepest_first if path.stem.startswith(wanted)}
        if lost := [doc for doc in wanted if not any(stem.startswith(doc) for stem in asked)]:
            raise UsageError("usage.no_document", doc=lost[0], folder=", ".join(map(str, paths)))
        rows = [row for path in asked.values() for row in self.extract(path, layer)]
        return evaluation.score(layer, gold, rows)

    @cached_property
    def _sandbox(self) -> Sandbox:
        return Sandbox(Limits(seconds=self.settings.reading_seconds, memory=self.settings.reading_memory))

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.codebook)

    @cached_property
    def _findings(self) -> FindingsCoder:
        return FindingsCoder(self.codebook)

    @cached_property
    def _coder(self) -> Coder:
        return Coder(self.codebook)


def _given(published: str | None) -> Source:
    return Source(published=published, published_basis="user" if published else None)
