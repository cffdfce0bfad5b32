"""Adding: what is new or changed is read, coded and kept, a document a transaction; then everything is woven."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from keii.errors import KeiiError, UnreadableError
from keii.store import Earlier, SqliteStore
from keii.values.document import Document
from keii.values.ids import content_id
from keii.workbench.report import Added, Coded
from keii.workbench.unforeseen import unforeseen


class Watcher(Protocol):
    """Who is told how far adding has come: `size` are bytes of files, `characters` code points read."""

    def begin(self, files: int, size: int) -> None: ...
    def done(self, size: int, characters: int) -> None: ...
    def weave(self) -> None: ...


class Silent:
    """A watcher that looks away."""

    def begin(self, files: int, size: int) -> None: ...
    def done(self, size: int, characters: int) -> None: ...
    def weave(self) -> None: ...


@dataclass(frozen=True)
class Stages:
    """What adding does to a file: reading it with the date the user states of it, and coding it for its
    events, its passages and its findings.

    `sidecar` tells where its sidecar stands, `version` is that of codebook and coder, `published` what the user states
    now; what was stated once holds until something else is.
    """

    read: Callable[[Path, str | None], Document]
    code: Callable[[Document], Coded]
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

    def report(self, *, undated: int, events: int, occurrences: int, several: int, conflicts: int) -> Added:
        return Added(tuple(self.added), tuple(self.replaced), tuple(self.unchanged), tuple(self.renamed),
                     tuple(self.unreadable), tuple(self.encodings.most_common()), tuple(self.flags.most_common()),
                     self.characters, undated, events, occurrences, several, conflicts)


def add(store: SqliteStore, paths: Sequence[Path], stages: Stages, watcher: Watcher,
        faults: Iterable[KeiiError] = ()) -> Tally:
    """Add each of `paths`; one that cannot be read goes into the tally, after `faults`, and the others go on."""
    tally = Tally(unreadable=list(faults))
    earlier = store.earlier()
    sizes = [path.stat().st_size if path.exists() else 0 for path in paths]
    watcher.begin(len(paths), sum(sizes))
    for path, size in zip(paths, sizes, strict=True):
        before = tally.characters
        try:
            _add_one(store, path, stages, earlier, tally)
        except UnreadableError as fault:
            tally.unreadable.append(fault)
        except KeiiError:
            raise
        except Exception as error:  # noqa: BLE001 - one document at odds must not stop hundreds; it is told with the rest
            tally.unreadable.append(unforeseen(path, error))
        watcher.done(size, tally.characters - before)
    return tally


def _add_one(store: SqliteStore, path: Path, stages: Stages, earlier: Mapping[str, Earlier], tally: Tally) -> None:
    place = str(path.resolve())
    before = earlier.get(place, Earlier("", "", None))
    published = stages.published or before.stated
    stamp = _stamp(path, stages, published)
    if before.stamp == stamp:
        tally.unchanged.append(before.name)
        return
    read = stages.read(path, published)
    document = replace(read, name=store.name_for(read, place))
    known = store.known(document.name)
    if known == (document.id, stages.version):
        store.touch(document.name, path=place, stamp=stamp)
        tally.unchanged.append(document.name)
        return
    coded = stages.code(document)
    store.put(document, coded.events, stages.version, path=place, stamp=stamp, passages=coded.passages, found=coded.findings)
    (tally.replaced if known else tally.added).append(document.name)
    if document.name != read.name:
        tally.renamed.append((str(path), document.name))
    tally.encodings[document.encoding or document.media] += 1
    tally.flags.update(document.flags)
    tally.characters += len(document.text)


def _stamp(path: Path, stages: Stages, published: str | None) -> str:
    """A hash of all that reading and coding a file depend on: its bytes, its sidecar's, the version, what was stated."""
    return content_id(stages.version, published, _digest(path), _digest(stages.sidecar(path)))


def _digest(path: Path) -> str:
    """The hash of a file, "" where it cannot be read: the reader then says why."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
