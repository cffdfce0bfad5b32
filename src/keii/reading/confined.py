"""The reading process: takes a file's bytes, gives back the document in them, and can do nothing else.

It is started by `sandbox` and ends when its parent does. Faults go back by key and facts; one that nobody foresaw with
the place in the program where it arose.
"""

import os
import signal
import traceback
from importlib import import_module
from pathlib import Path
from typing import IO

from keii.errors import UnreadableError
from keii.reading import docx, html, pdf  # noqa: F401 - loaded while anything may be opened
from keii.reading.choosing import reader_of
from keii.reading.drawing import draw
from keii.reading.frames import Frame, packed, receive, send
from keii.reading.limits import Limits, allow, confine
from keii.values.source import Source
from keii.values.wire import load


def main() -> None:
    """Answer until the parent closes its end. What libraries print goes nowhere."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    come, go = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    confine(load(Limits, receive(come).head))
    serve(come, go)


def serve(come: IO[bytes], go: IO[bytes]) -> None:
    while True:
        try:
            asked = receive(come)
        except EOFError:
            return
        allow(asked.head["seconds"])
        try:
            answer = _answer(asked)
        except UnreadableError as fault:
            answer = Frame({"fault": fault.key, "facts": {name: _plain(fact) for name, fact in fault.facts.items()}})
        except MemoryError:
            send(go, Frame({"memory": True}))
            return
        except Exception as error:  # noqa: BLE001 - told to the parent, which goes on with the next document
            answer = Frame({"unforeseen": " ".join(f"{type(error).__name__}: {error}".split()), "place": _place(error)})
        send(go, answer)


def _answer(asked: Frame) -> Frame:
    path = Path(asked.head["path"])
    if page := asked.head.get("page"):
        return Frame({"picture": True}, draw(path, asked.first, *page))
    if asked.head.get("tables"):
        return Frame({"tables": import_module("keii.reading.workbook").tables(path, asked.first)})
    return packed(reader_of(path)(path, asked.first, load(Source, asked.head["given"])))


def _plain(fact: object) -> str | int:
    return fact if isinstance(fact, int) else str(fact)


def _place(error: Exception) -> str:
    where = traceback.extract_tb(error.__traceback__)
    return f"{Path(where[-1].filename).name}:{where[-1].lineno}" if where else ""


if __name__ == "__main__":
    main()
