"""A fault nobody foresaw in one document, told like any other so that the rest goes on."""

import traceback
from pathlib import Path

from keii.errors import UnreadableError


def unforeseen(path: Path, error: Exception) -> UnreadableError:
    """`error`, met while `path` was worked on, with the place in the program where it arose."""
    where = traceback.extract_tb(error.__traceback__)
    place = f"{Path(where[-1].filename).name}:{where[-1].lineno}" if where else ""
    reason = " ".join(f"{type(error).__name__}: {error}".split())
    return UnreadableError("unreadable.unforeseen", file=str(path), reason=reason, place=place)
