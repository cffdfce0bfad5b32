"""In which form a command writes: asked for by name, or told by the suffix of the file."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from keii.cli.options import one_of
from keii.errors import UsageError


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one command. `screen` is the one written where none is asked for; `only_files` are bytes and never
    shown on a screen."""

    known: tuple[str, ...]
    by_suffix: Mapping[str, str]
    screen: str
    only_files: frozenset[str] = frozenset()

    def chosen(self, format: str | None, output: Path | None) -> str:
        """The form asked for, else the one the output's suffix tells, else the screen's.

        Raises UsageError for an unknown form, for a suffix that tells none, and where bytes would hit a screen.
        """
        form = one_of("--format", format, self.known) if format else self._told_by(output) if output else self.screen
        if form in self.only_files and output is None and sys.stdout.isatty():
            raise UsageError("usage.needs_output", format=form)
        return form

    def _told_by(self, output: Path) -> str:
        form = self.by_suffix.get(output.suffix.lower())
        if form is None:
            raise UsageError("usage.suffix", file=str(output), known=" ".join(self.by_suffix))
        return form
