"""PDF: text in reading order with a box for each character, pages and their labels."""

import struct
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from keii.errors import UnreadableError
from keii.reading.layout import Known, Tag, lay_out
from keii.reading.layout.dateline import published
from keii.reading.layout.signs import number
from keii.reading.pdf_columns import columns
from keii.reading.pdf_glyphs import Glyph, Sheaf, raw, read_glyphs
from keii.reading.pdf_lines import PdfLine, make_lines
from keii.reading.pdf_roles import body_size, find_footnotes, find_headings, find_heads, note_label, page_number
from keii.reading.provenance import from_file, over
from keii.reading.title_page import read_title_page
from keii.values.document import Document, Page
from keii.values.source import Source

_OPEN: Any = pdfium.PdfDocument
"""pypdfium2 carries no types."""
_ZERO = struct.pack("<4f", 0, 0, 0, 0)
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
    sheaves = [_page(path, pdf, index) for index in range(len(pdf))]
    if not any(sheaf.glyphs for sheaf in sheaves):
        raise UnreadableError("unreadable.no_text_layer", file=str(path), pages=len(sheaves))
    made = [make_lines(sheaf.glyphs) for sheaf in sheaves]
    pages = [lines for lines, _ in made]
    find_heads(pages, [sheaf.width if sheaf.vertical else sheaf.height for sheaf in sheaves])
    copy = _Copy(body_size(pages))
    for index, (sheaf, lines) in enumerate(zip(sheaves, pages, strict=True)):
        copy.page(sheaf, lines, pdf.get_page_label(index) or page_number(lines))
    layout = lay_out(copy.text(), known=copy.known())
    flags = {"ruby": any(ruby for _, ruby in made), f"columns:{copy.most}": copy.most > 1,
             "vertical": any(sheaf.vertical for sheaf in sheaves)}
    document = Document(path.stem, copy.text(), given, layout.blocks, layout.marks, tuple(copy.pages), b"".join(copy.boxes),
                        media="application/pdf", flags=tuple(name for name, holds in flags.items() if holds))
    stated = _metadata(pdf)
    page = read_title_page(document)
    return replace(document, source=over(given, over(from_file(stated.title, None, stated.author), over(page, stated))))


def _page(path: Path, pdf: Any, index: int) -> Sheaf:
    try:
        return read_glyphs(pdf[index])
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


@dataclass
class _Copy:
    """The text being written down, with its boxes, pages and what is known of its lines."""

    size: float
    chars: list[str] = field(default_factory=list)
    boxes: list[bytes] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    tags: dict[int, Tag] = field(default_factory=dict)
    marks: list[tuple[int, int, int, int | None]] = field(default_factory=list)
    notes: dict[str, int] = field(default_factory=dict)
    widths: dict[int, int] = field(default_factory=dict)
    most: int = 1

    def text(self) -> str:
        return "".join(self.chars)

    def known(self) -> Known:
        return Known(self.tags, marks=tuple(self.marks), widths=self.widths)

    def page(self, sheaf: Sheaf, lines: list[PdfLine], label: str | None) -> None:
        start = len(self.chars)
        if self.pages:
            self._add("\f")
            start += 1
        heads = [line for line in lines if line.role == "head"]
        found = columns([line for line in lines if line.role != "head"])
        self.most = max(self.most, sum(len(column) >= 4 for column in found) if len(found) > 1 else 1)
        upper = [line for line in heads if line.bottom > (sheaf.width if sheaf.vertical else sheaf.height) / 2]
        self._column(upper, 0.0)
        for column in found:
            find_headings(column, self.size)
            find_footnotes(column, self.size)
            self._column(column, min(line.left for line in column))
        self._column([line for line in heads if line not in upper], 0.0)
        self.pages.append(Page(len(self.pages), label, start, len(self.chars), sheaf.width, sheaf.height))

    def _column(self, column: list[PdfLine], left: float) -> None:
        previous: PdfLine | None = None
        for line in column:
            if previous and previous.bottom - line.top > 0.9 * max(line.size, previous.size):
                self._add("\n")
            if not line.role and 0.7 * line.size < line.left - left < 2.6 * line.size:
                self._add("\u3000")
            self._tag(line, previous)
            self.widths[len(self.chars)] = round(2 * (line.right - left) / line.size)
            self._line(line)
            previous = line

    def _tag(self, line: PdfLine, previous: PdfLine | None) -> None:
        start = len(self.chars)
        follows = previous is not None and previous.role == line.role
        if line.role == "head":
            self.tags[start] = Tag("aside", label="page" if line.text.isdigit() else "head")
        elif line.role == "heading":
            same = follows and previous is not None and abs(previous.size - line.size) < 0.5
            self.tags[start] = Tag("heading", not same, level=line.level)
        elif line.role == "note":
            label = note_label(line)
            value = number(label[0]) if label else None
            begins = label is not None and value is not None and (not follows or value <= 1 + max(map(int, self.notes), default=0))
            self.tags[start] = Tag("note", begins, str(value) if begins else None, label[1] if label and begins else 0)
            if begins:
                self.notes[str(value)] = start

    def _line(self, line: PdfLine) -> None:
        start = len(self.chars)
        where: list[int] = []
        last: Glyph | None = None
        for glyph in line.glyphs:
            if last and (space := _space(last, glyph)):
                self._add(space)
            where.append(len(self.chars))
            self._add(glyph.char, glyph.box)
            last = glyph
        for low, high in line.marks if line.role != "note" else ():
            digits = "".join(glyph.char for glyph in line.glyphs[low:high] if glyph.char.isdigit())
            if value := number(digits):
                self.marks.append((value, where[low], where[high - 1] + 1, None))
        if len(self.chars) > start:
            self._add("\n")

    def _add(self, char: str, box: tuple[float, float, float, float] | None = None) -> None:
        self.chars.append(char)
        self.boxes.append(struct.pack("<4f", *box) if box else _ZERO)


def _space(last: Glyph, glyph: Glyph) -> str:
    """The space that the distance of two glyphs shows: a full-width one between wide glyphs, else one between words."""
    gap = glyph.left - last.right
    size = max(last.size, glyph.size)
    if last.char.isascii() and glyph.char.isascii():
        return " " if gap > 0.15 * size else ""
    return "\u3000" if gap > 0.75 * size else ""
