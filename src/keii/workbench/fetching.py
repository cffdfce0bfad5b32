"""Fetching: what is asked of a service elsewhere becomes files in a folder, which are then added like any others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from keii import __version__
from keii.errors import KeiiError, UnreadableError
from keii.sources import kokkai
from keii.sources.fetch import fetched
from keii.values.when import parse_edtf
from keii.workbench.desk import Desk

_HEAD = "会議録情報"


@dataclass(frozen=True)
class Fetched:
    """The files that are here now, in the order they came, and what could not be had."""

    files: tuple[Path, ...]
    faults: tuple[KeiiError, ...]


@dataclass(frozen=True)
class Narrowing:
    """What a question to the record may be narrowed by; `since` and `until` are EDTF."""

    since: str | None = None
    until: str | None = None
    house: str | None = None
    meeting: str | None = None
    speaker: str | None = None

    def query(self, words: str) -> kokkai.Query:
        first = parse_edtf(self.since).earliest if self.since else None
        last = parse_edtf(self.until).latest if self.until else None
        return kokkai.Query(words, first.isoformat() if first else None, last.isoformat() if last else None, self.house, self.meeting,
                            self.speaker)


class Fetcher(Desk):
    """From a question to the files that answer it."""

    @property
    def fetching_folder(self) -> Path:
        """Where fetched speeches lie: beside the store, under its name."""
        return self.settings.db.with_name(self.settings.db.stem + ".kokkai")

    def kokkai(self, words: str, narrowing: Narrowing, *, pause: Callable[[], None], watcher: kokkai.Watcher) -> Fetched:
        """The speeches of the Diet record in which `words` stand; what was had before a failure is kept and given."""
        folder, files = self.fetching_folder, []
        get = partial(fetched, agent=f"keii/{__version__}")
        try:
            for speech in kokkai.harvest(narrowing.query(words), self.settings.kokkai, folder / "answers", get, pause, watcher):
                if speech.speaker != _HEAD:
                    files.append(kokkai.filed(speech, folder))
        except KeiiError as fault:
            return Fetched(tuple(files), (fault,))
        except OSError as error:
            return Fetched(tuple(files), (UnreadableError("fetch.unwritten", file=str(folder), reason=error.strerror or ""),))
        return Fetched(tuple(files), ())

    def saved(self, answers: Sequence[Path]) -> Fetched:
        """The speeches in answers of the service that were saved as files."""
        files, faults = [], []
        for place in answers:
            try:
                speeches = kokkai.page_of(place.read_bytes(), str(place)).speeches
                files += [kokkai.filed(speech, self.fetching_folder) for speech in speeches if speech.speaker != _HEAD]
            except KeiiError as fault:
                faults.append(fault)
            except OSError as error:
                faults.append(UnreadableError("unreadable.denied", file=str(place), reason=error.strerror or ""))
        return Fetched(tuple(dict.fromkeys(files)), tuple(faults))
