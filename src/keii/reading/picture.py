"""A page of a PDF as a picture: what a reader sees of the file from which the text was read."""

import io
from collections import OrderedDict
from pathlib import Path
from threading import Lock
from typing import Any

import pypdfium2 as pdfium

from keii.errors import UnreadableError

_OPEN: Any = pdfium.PdfDocument
"""pypdfium2 carries no types."""
_MOST_KEPT = 24
_TALLEST = 6_000
_Key = tuple[str, int, int, int]


class Pictures:
    """Draws pages, one at a time, as pdfium is not for several threads; the last few are kept."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[_Key, bytes] = OrderedDict()

    def png(self, path: Path, index: int, width: int, pages: int) -> bytes:
        """Page `index` of the PDF at `path`, `width` pixels wide, as PNG.

        Raises UnreadableError where the file is no PDF, or has another number of pages than `pages`.
        """
        key = (str(path), path.stat().st_mtime_ns, index, width)
        with self._lock:
            if key not in self._kept:
                self._kept[key] = _draw(path, index, width, pages)
                while len(self._kept) > _MOST_KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]


def _draw(path: Path, index: int, width: int, pages: int) -> bytes:
    try:
        pdf = _OPEN(path)
    except pdfium.PdfiumError as error:
        raise UnreadableError("unreadable.broken_pdf", file=str(path), reason=str(error)) from error
    try:
        if len(pdf) != pages:
            raise UnreadableError("web.file_changed", file=str(path))
        page = pdf[index]
        broad, tall = page.get_size()
        scale = min(width / broad, _TALLEST / tall)
        held = io.BytesIO()
        page.render(scale=scale).to_pil().save(held, "PNG")
        return held.getvalue()
    except pdfium.PdfiumError as error:
        raise UnreadableError("unreadable.broken_pdf", file=str(path), reason=f"page {index + 1}: {error}") from error
    finally:
        pdf.close()
