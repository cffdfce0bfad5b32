"""A file written whole or not at all."""

import errno
import os
import shutil
from pathlib import Path
from secrets import token_hex


def write_whole(file: Path, data: bytes) -> None:
    """Put `data` into `file`. What stood there is put away only when all of the new is on the disk; a device or a pipe is written to.

    Raises OSError where the file cannot be written: it is then as it was, and nothing lies beside it.
    """
    place = Path(os.path.realpath(file))
    if place.exists() and not place.is_file():
        place.write_bytes(data)
        return
    if place.exists() and not os.access(place, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    fresh = place.with_name(f".keii-{token_hex(8)}.part")
    try:
        with fresh.open("xb") as held:
            held.write(data)
            held.flush()
            os.fsync(held.fileno())
        if place.exists():
            shutil.copymode(place, fresh)
        fresh.replace(place)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
