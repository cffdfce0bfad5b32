"""How far adding has come, on standard error: one line that moves on a terminal, a plain line elsewhere."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from keii.cli.door import Door


class Watch:
    """A watcher of the workbench that draws a bar with rate and time left, and takes it away when done."""

    def __init__(self, here: Door, console: Console | None = None) -> None:
        self._here = here
        self._console = console or Console(stderr=True)
        self._bar = Progress(
            TextColumn("{task.description}"), BarColumn(bar_width=28),
            TextColumn("{task.fields[done]}/{task.fields[files]}"), _Rate(here),
            TimeRemainingColumn(compact=True), console=self._console, transient=True)
        self._task = self._bar.add_task(here.say("add.reading"), total=None, done=0, files=0, characters=0)
        self._done = 0
        self._characters = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        if self._console.is_terminal:
            self._bar.stop()

    def begin(self, files: int, size: int) -> None:
        self._bar.update(self._task, total=size, files=files)
        if self._console.is_terminal:
            self._bar.start()
        self._plainly(self._here.say("add.begin", n=files))

    def done(self, size: int, characters: int, *, last: bool = True) -> None:
        self._done += last
        self._characters += characters
        self._bar.update(self._task, advance=size, done=self._done, characters=self._characters)

    def weave(self) -> None:
        self._bar.update(self._task, description=self._here.say("add.weaving"))
        self._plainly(self._here.say("add.weaving"))

    def _plainly(self, text: str) -> None:
        if not self._console.is_terminal:
            self._here.warn(text)


class _Rate(ProgressColumn):
    """Characters read, and how many in a second."""

    def __init__(self, here: Door) -> None:
        super().__init__()
        self._here = here

    def render(self, task: Task) -> Text:
        characters = task.fields["characters"]
        rate = characters / task.elapsed if task.elapsed else 0.0
        return Text(self._here.say("add.rate", characters=f"{characters:,}", rate=f"{rate:,.0f}"))
