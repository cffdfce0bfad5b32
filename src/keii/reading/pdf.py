"""PDF: text in reading order with a box for each character, pages and their labels."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from keii.errors import UnreadableError
from keii.reading.layout import lay_out
from keii.reading.layout.dateline import published
from keii.reading.pdf_columns import abreast
from keii.reading.pdf_copy import Copy
from keii.reading.pdf_glyphs import Sheaf, raw, read_glyphs
from keii.reading.pdf_lines import PdfLine, make_lines
from keii.reading.pdf_order import page_columns, usual_gap
from keii.reading.pdf_roles import body_size, find_headings, find_heads, heads, page_number
from keii.reading.pdf_rules import Rules, read_rules
from keii.reading.provenance import from_file, over
from keii.reading.title_page import read_title_page
from keii.values.document import Document
from keii.values.source import Source

_OPEN: Any = pdfium.PdfDocument
"""pypdfium2 carries no types."""
_NO_TITLE = ("untitled", "(anonymous)", "microsoft word", "microsoft powerpoint", "無題", "untitled document")


class PdfReader:
    """A PDF with a text layer: the document's text has one line a printed line, pages parted by form feeds."""

    suffixes: tuple[str, ...] = (".pdf",)

    def __call__(self, path: Path, data: bytes, given: Source) -> Document:
        pdf = _open(path, data)
        try:
            return _read(path, pdf, given)
        finally:
            pdf.close()


def _open(path: Path, data: bytes) -> Any:
    if b"%PDF-" not in data[:1024]:
        raise UnreadableError("unreadable.broken_pdf", file=str(path), reason="%PDF")
    try:
        return _OPEN(data)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY) or "assword" in str(error)
        key = "unreadable.encrypted" if locked else "unreadable.broken_pdf"
        raise UnreadableError(key, file=str(path), reason=str(error)) from error


def _read(path: Path, pdf: Any, given: Source) -> Document:
    sheaves, drawn = zip(*(_page(path, pdf, index) for index in range(len(pdf))), strict=True) if len(pdf) else ((), ())
    if not any(sheaf.glyphs for sheaf in sheaves):
        raise UnreadableError("unreadable.no_text_layer", file=str(path), pages=len(sheaves))
    made = [make_lines(sheaf.glyphs) for sheaf in sheaves]
    pages = [lines for lines, _ in made]
    find_heads(pages, [sheaf.across for sheaf in sheaves])
    found = page_columns(pages, drawn)
    size = body_size(pages)
    find_headings([[item for column in columns for item in column.items if isinstance(item, PdfLine)] for columns in found], size)
    copy = Copy(size, usual_gap(found))
    for index, sheaf in enumerate(sheaves):
        copy.page(sheaf, heads(pages[index]), found[index], pdf.get_page_label(index) or page_number(pages[index]))
    layout = lay_out(copy.text(), known=copy.known())
    most = max(map(abreast, found))
    flags = {"ruby": any(ruby for _, ruby in made), f"columns:{most}": most > 1, "tables": bool(copy.rows),
             "vertical": any(sheaf.vertical for sheaf in sheaves)}
    document = Document(path.stem, copy.text(), given, layout.blocks, layout.marks, tuple(copy.pages), b"".join(copy.boxes),
                        media="application/pdf", flags=tuple(name for name, holds in flags.items() if holds))
    stated = _metadata(pdf)
    page = read_title_page(document)
    return replace(document, source=over(given, over(from_file(stated.title, None, stated.author), over(page, stated))))


def _page(path: Path, pdf: Any, index: int) -> tuple[Sheaf, Rules]:
    try:
        page = pdf[index]
        sheaf = read_glyphs(page)
        return sheaf, read_rules(page, sheaf.quarters)
    except pdfium.PdfiumError as error:
        raise UnreadableError("unreadable.broken_pdf", file=str(path), reason=f"page {index + 1}: {error}") from error


def _metadata(pdf: Any) -> Source:
    facts = pdf.get_metadata_dict(skip_empty=True)
    title = facts.get("Title", "").strip()
    if title.lower().startswith(_NO_TITLE) or title.lower().endswith((".doc", ".docx", ".indd", ".pdf", ".jtd")):
        title = ""
    stamp = facts.get("CreationDate", "").removeprefix("D:")[:8]
    day = published(f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:]}") if len(stamp) == 8 and stamp.isdigit() else None
    author = facts.get("Author", "").strip()
    return from_file(title, day, (author,) if author and author.lower() not in ("anonymous", "(anonymous)") else ())
