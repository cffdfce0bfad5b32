"""Reading what comes from elsewhere in a process of its own, which has limits and is replaced when it falls.

PDF, Word and HTML go through libraries in C, and what is wrong with a file there must cost no more than the file. The
process stays warm from one document to the next. Text and Markdown, which are read by this program alone, stay here.
"""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Lock, Timer
from weakref import finalize

from keii.errors import UnreadableError
from keii.reading.choosing import reader_of, stated
from keii.reading.content import content
from keii.reading.frames import Frame, receive, send, unpacked
from keii.reading.limits import Limits
from keii.reading.names import under_plain_name
from keii.reading.plain import PlainReader
from keii.values.document import Document
from keii.values.source import Source
from keii.values.wire import dump

_START = "import sys; sys.path[:] = {path!r}; from keii.reading.confined import main; main()"
_MOST_KEY = 60


class Sandbox:
    """One reading process, started when it is first needed. Several threads may use it, one after another."""

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008 - a frozen value
        self._limits, self._lock = limits, Lock()
        self._child: _Child | None = None

    def read(self, path: Path, given: Source = Source()) -> Document:  # noqa: B008 - a frozen value
        """As `reading.read`. Raises UnreadableError, also `unreadable.time`, `.memory` and `.killed`."""
        return next(self.parts(path, given, whole=True))

    def parts(self, path: Path, given: Source = Source(), *, whole: bool = False) -> Iterator[Document]:  # noqa: B008
        """As `reading.parts`; in one part where the `whole` is wanted."""
        reader, known, data = reader_of(path), stated(path, given), content(path)
        if isinstance(reader, PlainReader):
            yield from map(under_plain_name, [reader(path, data, known)] if whole else reader.parts(path, data, known))
            return
        found = self._asked(path, {"given": dump(known)}, data)
        try:
            yield under_plain_name(unpacked(found))
        except (ValueError, KeyError, TypeError) as error:
            raise UnreadableError("unreadable.killed", file=str(path)) from error

    def picture(self, path: Path, index: int, width: int, pages: int) -> bytes:
        """Page `index` of the PDF at `path` as PNG: see `picture.draw`."""
        return self._asked(path, {"page": [index, width, pages]}, content(path)).first

    def tables(self, path: Path) -> dict[str, list[list[str]]]:
        """The texts of the cells of an Excel workbook, row by row, by the names of its sheets: see `workbook.tables`."""
        found: dict[str, list[list[str]]] = self._asked(path, {"tables": True}, content(path)).head.get("tables")
        if not isinstance(found, dict) or not all(isinstance(text, str) for rows in found.values() for row in rows for text in row):
            raise UnreadableError("unreadable.killed", file=str(path))
        return found

    def close(self) -> None:
        with self._lock:
            if self._child:
                self._child.end()
                self._child = None

    def _asked(self, path: Path, head: dict[str, object], data: bytes) -> Frame:
        """The answer on one file. What falls in a process that has read others is tried once more in a fresh one, so that
        no document pays for what another left behind; what takes too long is not."""
        with self._lock:
            fresh = self._child is None or not self._child.alive()
            try:
                return self._tried(path, head, data)
            except UnreadableError as fault:
                if fresh or fault.key not in ("unreadable.killed", "unreadable.memory"):
                    raise
            return self._tried(path, head, data)

    def _tried(self, path: Path, head: dict[str, object], data: bytes) -> Frame:
        if self._child is None or not self._child.alive():
            self._child = _Child(self._limits)
        child, seconds = self._child, self._limits.computing(path.suffix, len(data))
        try:
            answer = child.ask(Frame({"path": str(path), "seconds": seconds, **head}, data), self._limits.waiting(seconds))
        except (EOFError, OSError, ValueError) as error:
            self._child = None
            if child.end() in _OUT_OF_TIME or child.late:
                raise UnreadableError("unreadable.time", file=str(path), seconds=round(seconds)) from error
            raise UnreadableError("unreadable.killed", file=str(path)) from error
        if not isinstance(answer.head, dict) or answer.head.get("memory"):
            self._child = None
            child.end()
            raise UnreadableError("unreadable.memory", file=str(path), megabytes=self._limits.memory)
        return _checked(path, answer)


def _checked(path: Path, answer: Frame) -> Frame:
    told = answer.head
    if "unforeseen" in told:
        raise UnreadableError("unreadable.unforeseen", file=str(path), reason=str(told["unforeseen"]), place=str(told.get("place", "")))
    if "fault" in told:
        raise UnreadableError(str(told["fault"])[:_MOST_KEY], **{"file": str(path), **dict(told["facts"])})
    return answer


_OUT_OF_TIME = (-int(signal.SIGXCPU),) if hasattr(signal, "SIGXCPU") else ()


class _Child:
    """A reading process; `late` tells that it was ended because it took too long by the clock."""

    def __init__(self, limits: Limits) -> None:
        start = _START.format(path=[place for place in sys.path if place])
        self._process = subprocess.Popen([sys.executable, "-I", "-c", start], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL)
        self._end = finalize(self, _ended, self._process)
        self.late = False
        self._tell(Frame(dump(limits)))

    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, question: Frame, seconds: float) -> Frame:
        """Raises EOFError or OSError where the process falls, ValueError where it talks nonsense."""
        timer = Timer(seconds, self._cut)
        timer.daemon = True
        timer.start()
        try:
            self._tell(question)
            assert self._process.stdout is not None
            return receive(self._process.stdout)
        finally:
            timer.cancel()

    def end(self) -> int:
        """Its exit code; a process that still runs is ended."""
        self._end()
        return self._process.returncode

    def _tell(self, frame: Frame) -> None:
        assert self._process.stdin is not None
        try:
            send(self._process.stdin, frame)
        except BrokenPipeError as error:
            raise EOFError from error

    def _cut(self) -> None:
        self.late = True
        self._process.kill()


def _ended(process: "subprocess.Popen[bytes]") -> None:
    """End a process; one that is ending by itself is let, so that its exit code tells why."""
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            try:
                stream.close()
            except OSError:
                continue
    try:
        process.wait(timeout=1)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
