"""The bytes of a file: of a plain one only, and of no more than can be worked on."""

import errno
import os
import stat
from pathlib import Path

from keii.errors import UnreadableError

LARGEST = 2 * 1024 * 1024 * 1024
"""Bytes of one file."""
_WAY = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""Without waiting: opening a pipe that nobody writes to would never end."""


def content(path: Path) -> bytes:
    """What the file holds. Raises UnreadableError: `unreadable.missing`, `.denied`, `.special` for what is no plain file
    (a pipe, a device), `.large`, `.empty`."""
    data = raw(path)
    if not data.strip():
        raise UnreadableError("unreadable.empty", file=str(path))
    return data


def raw(path: Path) -> bytes:
    """As `content`, whatever is in the file."""
    try:
        handle = os.open(path, _WAY)
    except FileNotFoundError as error:
        raise UnreadableError("unreadable.missing", file=str(path)) from error
    except (OSError, ValueError) as error:
        raise _denied(path, error) from error
    try:
        facts = os.fstat(handle)
        if stat.S_ISDIR(facts.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(facts.st_mode):
            raise UnreadableError("unreadable.special", file=str(path))
        if facts.st_size > LARGEST:
            raise UnreadableError("unreadable.large", file=str(path), most=LARGEST // 1024**3)
        with os.fdopen(os.dup(handle), "rb") as file:
            return file.read(LARGEST)
    except OSError as error:
        raise _denied(path, error) from error
    finally:
        os.close(handle)


def _denied(path: Path, error: OSError | ValueError) -> UnreadableError:
    return UnreadableError("unreadable.denied", file=str(path), reason=getattr(error, "strerror", None) or str(error))
