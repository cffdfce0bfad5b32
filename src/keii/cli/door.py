"""What every command shares: its language and settings, how it writes, how it ends."""

import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from keii.errors import KeiiError, UsageError
from keii.presenting.faults import spoken
from keii.presenting.width import one_line
from keii.presenting.words import say
from keii.settings import Settings, settings
from keii.values.few import few
from keii.whole import write_whole

if TYPE_CHECKING:
    from keii.workbench import Viewer

COLUMNS = 100
"""The width of what does not go to a terminal."""


@dataclass(frozen=True, slots=True)
class Door:
    """`lang` is the language of what is said, `environment` the variables the settings come from."""

    lang: str
    environment: Mapping[str, str]

    def settings(self, db: str | None = None, codebook: str | None = None) -> Settings:
        return settings(self.environment, db=db, lang=self.lang, codebook=codebook)

    def say(self, key: str, **facts: object) -> str:
        return say(key, self.lang, **facts)

    def tell(self, fault: KeiiError, indent: str = "") -> None:
        """Say on standard error what went wrong: one sentence with file, reason and remedy. A name of a file that could
        steer a terminal or break the line is shown without what would."""
        self.warn(indent + self.told(fault.key, **spoken(fault.facts, self.lang)))

    def told(self, key: str, **facts: object) -> str:
        """As `say`, in one line, for facts that come from files and their names."""
        return self.say(key, **{name: one_line(fact) if isinstance(fact, str) else fact for name, fact in facts.items()})

    def warn(self, text: str) -> None:
        sys.stdout.flush()
        print(text, file=sys.stderr, flush=True)


def door(context: typer.Context) -> Door:
    found = context.obj
    assert isinstance(found, Door)
    return found


def columns() -> int:
    """The width of the terminal, or COLUMNS where there is none."""
    return shutil.get_terminal_size((COLUMNS, 24)).columns if sys.stdout.isatty() else COLUMNS


def end(failed: Iterable[object] | bool) -> None:
    """End with 1 where something failed, else go on to 0."""
    if failed if isinstance(failed, bool) else any(True for _ in failed):
        raise typer.Exit(1)


def stocked(viewer: "Viewer", docs: Sequence[str] = ()) -> None:
    """Asked where nothing was found. Raises KeiiError where that is so because no document was ever added, or none has a name
    that begins as one of `docs`."""
    known = [held.name for held in viewer.sources()]
    if not known:
        raise KeiiError("ask.no_documents")
    for doc in docs:
        if not any(name.startswith(doc) for name in known):
            raise UsageError("usage.no_such_doc", value=doc, known=few(known))


def write(content: str | bytes, output: Path | None) -> None:
    """Write to a file, whole or not at all, or to standard output where none is named. Raises UsageError where the file cannot be."""
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    if output is None:
        _to_stdout(data)
        return
    try:
        write_whole(output, data)
    except OSError as error:
        raise UsageError("usage.output", file=str(output), reason=os.strerror(error.errno or 0)) from error


def _to_stdout(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
