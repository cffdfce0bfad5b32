"""What a person does with a codebook itself: have it checked, look somebody up, take a copy to edit."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from keii.codebooks import Finding, lint
from keii.codebooks.draft import read_draft
from keii.codebooks.loader import folder_of
from keii.errors import UsageError

__all__ = ["Finding", "copy", "lint", "places"]


def places(book: str) -> Mapping[str, str]:
    """`file:line` of each actor of the codebook of that name or folder, by the actor's id."""
    return {placed.value.id: f"{placed.file}:{placed.line}" for placed in read_draft(folder_of(book)).actors}


def copy(book: str, target: Path) -> int:
    """Copy the files of a codebook into a new folder; returns how many. Raises UsageError where it cannot be made."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UsageError("usage.taken", file=str(target))
    origin = folder_of(book)
    found = sorted(origin.rglob("*.yaml"))
    try:
        for file in found:
            place = target / file.relative_to(origin)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, place)
    except OSError as error:
        raise UsageError("usage.output", file=str(target), reason=error.strerror or str(error)) from error
    return len(found)
