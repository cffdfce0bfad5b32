"""Adding: what is new or changed is read, coded and kept, a document a transaction; then everything is woven."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from keii.errors import KeiiError, UnreadableError
from keii.reading import place_of, raw
from keii.store import Earlier, Store
from keii.store.prepared import Prepared
from keii.values.document import Document
from keii.values.ids import content_id
from keii.workbench.crew import Crew, Read
from keii.workbench.outcomes import Added

_FAR = 24
"""How many times as many files as their number demands are in work where they are small …"""
_SIZE = 2_000_000
"""… in bytes, all that are in work together."""


class Watcher(Protocol):
    """Who is told how far adding has come: `size` are bytes of files, `characters` code points read, `last` tells that nothing of
    the file is left to do."""

    def begin(self, files: int, size: int) -> None: ...
    def done(self, size: int, characters: int, *, last: bool = True) -> None: ...
    def weave(self) -> None: ...


class Silent:
    """A watcher that looks away."""

    def begin(self, files: int, size: int) -> None: ...
    def done(self, size: int, characters: int, *, last: bool = True) -> None: ...
    def weave(self) -> None: ...


@dataclass(frozen=True)
class Stages:
    """What a file's treatment depends on: `sidecar` tells where its sidecar stands, `version` is that of codebook and
    coder, `published` what the user states now; what was stated once holds until something else is.
    """

    sidecar: Callable[[Path], Path]
    version: str
    published: str | None = None


@dataclass
class Tally:
    """What has been done so far."""

    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    renamed: list[tuple[str, str]] = field(default_factory=list)
    unreadable: list[KeiiError] = field(default_factory=list)
    encodings: Counter[str] = field(default_factory=Counter)
    flags: Counter[str] = field(default_factory=Counter)
    characters: int = 0
    filed: int = 0

    def stored(self, document: Document, path: Path, *, was: str, known: bool) -> None:
        """`document`, whose file calls it `was`, is kept; `known` where it took the place of another."""
        (self.replaced if known else self.added).append(document.name)
        if document.name != was:
            self.renamed.append((str(path), document.name))
        self.encodings[document.encoding or document.media] += 1
        self.flags.update(document.flags)
        self.filed += document.source.published_basis == "metadata" and not document.media.startswith("text/")
        self.characters += len(document.text)

    def report(self, *, undated: int, events: int, occurrences: int, several: int, conflicts: int) -> Added:
        return Added(tuple(self.added), tuple(self.replaced), tuple(self.unchanged), tuple(self.renamed),
                     tuple(self.unreadable), tuple(self.encodings.most_common()), tuple(self.flags.most_common()),
                     self.characters, undated, events, occurrences, several, conflicts, self.filed)


@dataclass(frozen=True)
class _Work:
    """A file that is new or changed, given to be read, or one of the `parts` of a very long one."""

    path: Path
    size: int
    stamp: str
    read: Callable[[], Read]
    part: int = 1
    parts: int = 1

    @property
    def place(self) -> str:
        return _place(self.path, self.part)

    @property
    def mark(self) -> str:
        """What is noted of the file with a document; nothing as long as parts of it may be missing."""
        return self.stamp if self.parts == 1 else ""


@dataclass(frozen=True)
class _Coding:
    """A document under the name it is kept by, given to be coded."""

    work: _Work
    document: Document
    named: str
    code: Callable[[], Prepared | KeiiError]


class Adding:
    """One run over files. `crew.ahead` of them are in work at once, more where they are small; they are stored in their order,
    each in one transaction, so that a run that is broken off has kept what it had finished. `stored` is told of each, in which
    turn it was, and whether there are files that are not in work yet."""

    def __init__(self, store: Store, stages: Stages, crew: Crew, watcher: Watcher, faults: Iterable[KeiiError] = (),
                 stored: Callable[[int, Prepared, bool], None] = lambda *_: None) -> None:
        self._store, self._stages, self._crew, self._watcher = store, stages, crew, watcher
        self._stored = stored
        self._size, self._more = 0, True
        self._earlier = store.earlier()
        self._reading: deque[_Work] = deque()
        self._coding: deque[_Coding] = deque()
        self._parts: dict[Path, dict[int, str]] = defaultdict(dict)
        self.tally = Tally(unreadable=list(faults))

    def run(self, paths: Sequence[Path]) -> Tally:
        """Add each of `paths`; one that cannot be read goes into the tally, after the faults, and the others go on."""
        sizes = [path.stat().st_size if path.exists() else 0 for path in paths]
        self._watcher.begin(len(paths), sum(sizes))
        for path, size in zip(paths, sizes, strict=True):
            self._begin(path, size)
            while not self._room():
                self._step()
        self._more = False
        while self._reading or self._coding:
            self._step()
        return self.tally

    def _begin(self, path: Path, size: int) -> None:
        """Give a file to be read, unless it is as it was."""
        before = self._earlier.get(place_of(path), Earlier("", "", None))
        published = self._stages.published or before.stated
        stamp = _stamp(path, self._stages, published)
        if before.stamp == stamp:
            self.tally.unchanged += [before.name, *(one.name for one in self._further(path, 1))]
            self._watcher.done(size, 0)
        else:
            self._size += size
            self._reading.append(_Work(path, size, stamp, self._crew.read(path, published)))

    def _room(self) -> bool:
        """Whether another file can be taken into work: while the writer weaves, the others should not run out of it."""
        number, ahead = len(self._reading) + len(self._coding), self._crew.ahead
        return number < ahead or (ahead > 1 and number < _FAR * ahead and self._size < _SIZE)

    def _step(self) -> None:
        """The oldest file that is read goes on to be coded, or the oldest that is coded is stored: as many are read as coded."""
        if len(self._reading) > len(self._coding):
            self._name(self._reading.popleft())
        else:
            self._keep(self._coding.popleft())

    def _name(self, work: _Work) -> None:
        """Find the name a document is kept under; what is known under it already needs no coding."""
        read = work.read()
        if isinstance(read, KeiiError):
            self._fail(work, read)
            return
        first = None
        for number, document in enumerate(read, 1):
            size = work.size * number // len(read) - work.size * (number - 1) // len(read)
            first = self._named(replace(work, size=size, part=number, parts=len(read)), document, first)

    def _named(self, work: _Work, read: Document, first: str | None) -> str:
        """Have a document, or a part of the one named `first`, coded under the name it is kept by; returns that."""
        while any(other.named == read.name for other in self._coding):
            self._keep(self._coding.popleft())
        document = replace(read, name=self._store.name_for(read, work.place), source=replace(read.source, whole=first))
        if self._store.known(document.name) == (document.id, self._stages.version):
            self._store.touch(document.name, path=work.place, stamp=work.mark)
            self.tally.unchanged.append(document.name)
            self._finish(work, document.name, 0)
        else:
            self._coding.append(_Coding(work, document, read.name, self._crew.code(work.path, document)))
        return first or document.name

    def _keep(self, one: _Coding) -> None:
        work, document, coded = one.work, one.document, one.code()
        if isinstance(coded, KeiiError):
            self._fail(work, coded)
            return
        known = self._store.known(document.name)
        turn = self._store.take(coded, path=work.place, stamp=work.mark)
        self.tally.stored(document, work.path, was=one.named, known=known is not None)
        self._finish(work, document.name, len(document.text))
        self._stored(turn, coded, self._more)

    def _fail(self, work: _Work, fault: KeiiError) -> None:
        self.tally.unreadable.append(fault)
        self._done(work, 0)

    def _finish(self, work: _Work, name: str, characters: int) -> None:
        """A document is kept. Only where all parts of a file are does it count as read; what it had more of before goes."""
        kept = self._parts[work.path]
        kept[work.part] = name
        if len(kept) == work.parts:
            if work.parts > 1:
                self._store.touch(kept[1], path=place_of(work.path), stamp=work.stamp)
            for other in self._further(work.path, work.parts):
                self._store.remove(other.name)
        self._done(work, characters)

    def _further(self, path: Path, number: int) -> Iterator[Earlier]:
        """What was kept of a file beyond so many parts."""
        while other := self._earlier.get(_place(path, number := number + 1)):
            yield other

    def _done(self, work: _Work, characters: int) -> None:
        self._size -= work.size
        self._watcher.done(work.size, characters, last=work.part == work.parts)


def _place(path: Path, part: int) -> str:
    """Where a document was read, or a part of one."""
    return place_of(path) if part == 1 else f"{place_of(path)}#{part}"


def _stamp(path: Path, stages: Stages, published: str | None) -> str:
    """A hash of all that reading and coding a file depend on: its bytes, its sidecar's, the version, what was stated."""
    return content_id(stages.version, published, _digest(path), _digest(stages.sidecar(path)))


def _digest(path: Path) -> str:
    """The hash of a file, "" where it cannot be read: the reader then says why."""
    try:
        return sha256(raw(path)).hexdigest()
    except UnreadableError:
        return ""
