"""One page of a PDF drawn."""

import io
from math import isfinite
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from keii.errors import UnreadableError

_OPEN: Any = pdfium.PdfDocument
"""pypdfium2 carries no types."""
_WIDEST, _TALLEST = 4_000, 6_000


def draw(path: Path, data: bytes, index: int, width: int, pages: int) -> bytes:
    """Page `index` of a PDF, `width` pixels wide or less where it would be too tall, as PNG.

    Raises UnreadableError where the file is no PDF, has another number of pages than `pages`, or a page without size.
    """
    try:
        pdf = _OPEN(data)
    except pdfium.PdfiumError as error:
        raise UnreadableError("unreadable.broken_pdf", file=str(path), reason=str(error)) from error
    try:
        if len(pdf) != pages:
            raise UnreadableError("web.file_changed", file=str(path))
        page = pdf[index]
        broad, tall = page.get_size()
        if not (isfinite(broad) and isfinite(tall) and broad > 0 and tall > 0):
            raise UnreadableError("unreadable.broken_pdf", file=str(path), reason=f"page {index + 1}: {broad} x {tall}")
        held = io.BytesIO()
        page.render(scale=min(min(width, _WIDEST) / broad, _TALLEST / tall)).to_pil().save(held, "PNG")
        return held.getvalue()
    except pdfium.PdfiumError as error:
        raise UnreadableError("unreadable.broken_pdf", file=str(path), reason=f"page {index + 1}: {error}") from error
    finally:
        pdf.close()
