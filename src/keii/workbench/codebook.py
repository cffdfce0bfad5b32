"""What a person does with a codebook itself: have it checked, look somebody up, take a copy to edit, in Excel too."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from keii.codebooks import Finding, exchange, lint
from keii.codebooks.draft import read_draft
from keii.codebooks.loader import folder_of, load
from keii.errors import CodebookError, UnreadableError, UsageError
from keii.reading.sandbox import Sandbox
from keii.whole import write_whole

__all__ = ["Finding", "bring", "copy", "export", "lint", "places"]


def places(book: str) -> Mapping[str, str]:
    """`file:line` of each actor of the codebook of that name or folder, by the actor's id."""
    return {placed.value.id: f"{placed.file}:{placed.line}" for placed in read_draft(folder_of(book)).actors}


def copy(book: str, target: Path) -> int:
    """Copy the files of a codebook into a new folder; returns how many. Raises UsageError where it cannot be made: nothing is
    left of it then."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UsageError("usage.taken", file=str(target))
    origin = folder_of(book)
    found, fresh = sorted(origin.rglob("*.yaml")), not target.exists()
    try:
        for file in found:
            place = target / file.relative_to(origin)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, place)
    except OSError as error:
        if fresh:
            shutil.rmtree(target, ignore_errors=True)
        raise UsageError("usage.output", file=str(target), reason=error.strerror or str(error)) from error
    return len(found)


def export(book: str, target: Path) -> None:
    """Write a codebook's actors, roles, offices and words of actions as an Excel workbook."""
    content = exchange.export(book)
    try:
        write_whole(target, content)
    except OSError as error:
        raise UsageError("usage.output", file=str(target), reason=error.strerror or str(error)) from error


def bring(file: Path, book: str, folder: Path) -> tuple[str, ...]:
    """Take what a workbook says into the codebook of `folder`, or into a new copy of `book` there; returns the names of
    the files that changed.

    All or nothing: where the workbook, or what would come of it, is at fault, every file stays as it was.
    Raises CodebookError that names sheet, row and column.
    """
    tables = _tables(file)
    fresh = not any(folder.rglob("*.yaml")) if folder.is_dir() else True
    if fresh:
        copy(book, folder)
    before: dict[Path, bytes | None] = {}
    try:
        changed = exchange.write(folder, tables)
        for name, text in changed.items():
            place = folder / name
            before[place] = place.read_bytes() if place.exists() else None
            place.write_text(text, encoding="utf-8", newline="")
        load(folder)
    except CodebookError as fault:
        _undo(before, folder if fresh else None)
        if not fault.facts["file"]:
            fault.facts["file"] = str(file)
        raise
    return tuple(changed)


def _tables(file: Path) -> dict[str, list[list[str]]]:
    """The cells of a workbook, read as every file from elsewhere: in a process with limits."""
    sandbox = Sandbox()
    try:
        return sandbox.tables(file)
    except UnreadableError as fault:
        key = fault.key if fault.key.startswith("exchange.") else _UNREAD.get(fault.key, "exchange.heavy")
        raise CodebookError(key, file=str(file), line=0) from fault
    finally:
        sandbox.close()


_UNREAD = {"unreadable.missing": "exchange.missing", "unreadable.denied": "exchange.missing", "unreadable.special": "exchange.missing",
           "unreadable.empty": "exchange.broken", "unreadable.unforeseen": "exchange.broken"}


def _undo(before: Mapping[Path, bytes | None], fresh: Path | None) -> None:
    for place, content in before.items():
        if content is None:
            place.unlink(missing_ok=True)
        else:
            place.write_bytes(content)
    if fresh is not None:
        shutil.rmtree(fresh)
