"""Messages between the reading process and its parent: a JSON head and two stretches of bytes, each told its length.

Nothing that is read back can run anything: it is JSON, text and numbers, checked against the types by `values.wire`.
"""

import json
import struct
from dataclasses import replace
from typing import IO, Any, NamedTuple

from keii.values.document import Document
from keii.values.wire import dump, load

_LENGTHS = struct.Struct(">QQQ")
_MOST = 4 * 1024**3


class Frame(NamedTuple):
    """One message."""

    head: Any
    first: bytes = b""
    second: bytes = b""


def send(stream: IO[bytes], frame: Frame) -> None:
    head = json.dumps(frame.head).encode("ascii")
    stream.write(_LENGTHS.pack(len(head), len(frame.first), len(frame.second)))
    for part in (head, frame.first, frame.second):
        stream.write(part)
    stream.flush()


def receive(stream: IO[bytes]) -> Frame:
    """Raises EOFError where the other side is gone, ValueError for what is no message."""
    lengths = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    if sum(lengths) > _MOST:
        raise ValueError("too long")
    head, first, second = (_exactly(stream, length) for length in lengths)
    return Frame(json.loads(head), first, second)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) != length:
        raise EOFError
    return data


def packed(document: Document) -> Frame:
    """A document as a message: its text and its boxes beside the rest."""
    bare = dump(replace(document, text="", boxes=b""))
    return Frame({"document": bare}, document.text.encode("utf-8", "surrogatepass"), document.boxes)


def unpacked(frame: Frame) -> Document:
    """Raises ValueError where the message holds no document."""
    bare = load(Document, frame.head["document"])
    return replace(bare, text=frame.first.decode("utf-8", "surrogatepass"), boxes=frame.second)
