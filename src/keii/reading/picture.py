"""A page of a PDF as a picture: what a reader sees of the file from which the text was read."""

from collections import OrderedDict
from pathlib import Path
from threading import Lock

from keii.reading.sandbox import Sandbox

_MOST_KEPT = 24
_Key = tuple[str, int, int, int]


class Pictures:
    """Has pages drawn, one at a time, in a reading process; the last few are kept."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox, self._lock = sandbox, Lock()
        self._kept: OrderedDict[_Key, bytes] = OrderedDict()

    def png(self, path: Path, index: int, width: int, pages: int) -> bytes:
        """Page `index` of the PDF at `path`, `width` pixels wide, as PNG.

        Raises UnreadableError where the file is no PDF, or has another number of pages than `pages`.
        """
        key = (str(path), path.stat().st_mtime_ns, index, width)
        with self._lock:
            if key not in self._kept:
                self._kept[key] = self._sandbox.picture(path, index, width, pages)
                while len(self._kept) > _MOST_KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]

