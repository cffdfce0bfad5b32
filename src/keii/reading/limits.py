"""How much one document may cost to read, and how a process is held to it."""

import sys
from dataclasses import dataclass
from typing import Any

_MEGABYTE = 1024 * 1024
_FILES = 64
_PER_MEGABYTE = {".pdf": 15.0, ".docx": 20.0, ".xlsx": 20.0}
_USUAL = 4.0
"""Seconds a megabyte: twice what a slow laptop takes for files of nothing but text; a compressed Word file holds ten
megabytes of markup in one. A PDF of any size holds its letters, and few characters beside them."""
_DENSE = 25.0 * 0.25
"""Seconds more for a PDF, by size up to a quarter of a megabyte: so small a one may be nothing but text, 300,000 characters
in a megabyte."""


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` of computing for any document, more by its size (`_PER_MEGABYTE`, `_DENSE`); `memory` in megabytes of address space."""

    seconds: float = 4.0
    most_seconds: float = 1200.0
    memory: int = 2048

    def computing(self, suffix: str, size: int) -> float:
        """Seconds of processor time for a file of `size` bytes, by the suffix of its format."""
        form, megabytes = suffix.lower(), size / _MEGABYTE
        dense = _DENSE * min(4 * megabytes, 1) if form == ".pdf" else 0
        return min(self.seconds + dense + _PER_MEGABYTE.get(form, _USUAL) * megabytes, self.most_seconds)

    def waiting(self, seconds: float) -> float:
        """Seconds by the clock for so many of computing: more, as other programs share the machine; twice as many where
        processor time cannot be held."""
        return 6 * seconds + 10 if HELD else 2 * seconds


try:
    import resource as _resource
except ImportError:  # Windows knows no such limits: there only the clock holds
    _resource = None  # type: ignore[assignment]

HELD = _resource is not None
"""Whether this system can hold a process to its limits."""
_rights: Any = _resource


def confine(limits: Limits) -> None:
    """Hold this process to the memory, forbid it to write files, to start processes and to leave a core behind."""
    if not HELD:
        return
    _lower("RLIMIT_AS", limits.memory * _MEGABYTE)
    _lower("RLIMIT_FSIZE", 0)
    _lower("RLIMIT_CORE", 0)
    _lower("RLIMIT_NOFILE", _FILES)
    _lower("RLIMIT_NPROC", 0)
    sys.addaudithook(_refuse)


def allow(seconds: float) -> None:
    """Let this process compute so many seconds more, and be ended then."""
    if HELD:
        used = _rights.getrusage(_rights.RUSAGE_SELF)
        _, hard = _rights.getrlimit(_rights.RLIMIT_CPU)
        end = int(used.ru_utime + used.ru_stime + seconds) + 1
        _rights.setrlimit(_rights.RLIMIT_CPU, (end if hard == _rights.RLIM_INFINITY else min(end, hard), hard))


def _lower(name: str, value: int) -> None:
    which = getattr(_rights, name, None)
    if which is None:
        return
    _, hard = _rights.getrlimit(which)
    value = value if hard == _rights.RLIM_INFINITY else min(value, hard)
    try:
        _rights.setrlimit(which, (value, value))
    except (ValueError, OSError):  # a system that does not let this one be set: the others hold
        return


_REFUSED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.remove", "os.rename", "os.mkdir", "os.rmdir",
    "os.link",
            "os.symlink", "os.truncate", "shutil.", "ftplib.", "http.", "urllib.", "smtplib.", "webbrowser.")
_WRITING = 0o1 | 0o2
"""O_WRONLY and O_RDWR."""


def _refuse(event: str, facts: tuple[Any, ...]) -> None:
    """What reading a document never needs."""
    if event.startswith(_REFUSED) or (event == "open" and len(facts) > 2 and isinstance(facts[2], int) and facts[2] & _WRITING):
        raise PermissionError(f"{event} is not for a reading process")
