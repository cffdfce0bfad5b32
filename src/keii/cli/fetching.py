"""What `keii add` fetches before it adds: speeches of the Diet record, asked for or saved."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from time import sleep

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from keii.cli.door import Door
from keii.errors import KeiiError, UsageError
from keii.workbench import Fetched, Fetcher, Narrowing

SCHEME = "kokkai:"


def gathered(here: Door, fetcher: Fetcher, paths: Sequence[Path], saved: Sequence[Path], narrowing: Narrowing,
             delay: float) -> tuple[tuple[Path, ...], tuple[KeiiError, ...]]:
    """The files to add: `paths`, with what `kokkai:WORDS` among them fetches and what saved answers hold in its place.

    Raises UsageError where a filter of the record stands alone, or nothing is named at all.
    """
    questions = [str(path)[len(SCHEME):].strip() for path in paths if str(path).startswith(SCHEME)]
    if not questions and narrowing != Narrowing():
        raise UsageError("usage.kokkai_alone", scheme=SCHEME)
    if (not paths and not saved) or "" in questions:
        raise UsageError("usage.nothing_to_add", scheme=SCHEME)
    found = list(_fetched(here, fetcher, questions, saved, narrowing, delay))
    own = [path for path in paths if not str(path).startswith(SCHEME)]
    for one in found:
        if one.files:
            print(here.say("add.fetched", n=f"{len(one.files):,}", folder=str(fetcher.fetching_folder)))
    return (*own, *(file for one in found for file in one.files)), tuple(fault for one in found for fault in one.faults)


def _fetched(here: Door, fetcher: Fetcher, questions: Sequence[str], saved: Sequence[Path], narrowing: Narrowing,
             delay: float) -> Iterator[Fetched]:
    for words in questions:
        here.warn(here.say("add.fetching", words=words))
        with _Bar() as bar:
            yield fetcher.kokkai(words, narrowing, pause=lambda: sleep(delay), watcher=bar)
    if saved:
        yield fetcher.saved(saved)


class _Bar(Progress):
    """Speeches here of speeches there are, on a terminal's standard error."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        super().__init__(TextColumn("  "), BarColumn(bar_width=28), MofNCompleteColumn(), console=console, transient=True,
                         disable=not console.is_terminal)
        self._task = self.add_task("", total=None)

    def fetched(self, done: int, total: int) -> None:
        self.update(self._task, completed=done, total=total)
