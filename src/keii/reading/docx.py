"""Word documents: paragraphs, headings by style, tables, notes, tracked changes, read from the parts of the package."""

import io
import struct
import zipfile
import zlib
from dataclasses import replace
from lzma import LZMAError
from pathlib import Path

from lxml import etree

from keii.errors import UnreadableError
from keii.reading.docx_styles import Styles, read_styles
from keii.reading.docx_text import W, Words, read_words
from keii.reading.layout import Tag, lay_out
from keii.reading.layout.dateline import published
from keii.reading.manuscript import Manuscript, looks_headed
from keii.reading.provenance import from_file, over
from keii.reading.title_page import read_title_page
from keii.values.document import Document
from keii.values.source import Source

_PARTS = {"document": "word/document.xml", "styles": "word/styles.xml", "footnotes": "word/footnotes.xml",
          "endnotes": "word/endnotes.xml", "core": "docProps/core.xml"}
_LARGEST = 96 * 1024 * 1024
"""Bytes that all parts which are read may unfold to: ten thousand pages take half of it."""
_OLE = b"\xd0\xcf\x11\xe0"
_TEMPLATE_STAMP = "2013-12-23T23:15:00Z"
"""The day of creation in the template of a widespread writer library: it says nothing of the document."""
_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class DocxReader:
    """A Word document: its text is one line a paragraph, table rows with tabs between cells, notes at the end."""

    suffixes: tuple[str, ...] = (".docx",)

    def __call__(self, path: Path, data: bytes, given: Source) -> Document:
        parts = _parts(path, data)
        book = Manuscript()
        notes = _notes(path, parts)
        writer = _Writer(book, read_styles(_xml(path, parts, "styles")), notes)
        root = _xml(path, parts, "document")
        writer.body(root.find(f"{W}body") if root is not None else None)
        writer.write_notes()
        text = book.text()
        if not text.strip():
            raise UnreadableError("unreadable.empty", file=str(path))
        layout = lay_out(text, known=book.known())
        document = Document(path.stem, text, given, layout.blocks, layout.marks, media=_MEDIA, flags=tuple(book.flags))
        stated = _core(_xml(path, parts, "core"))
        return replace(document, source=over(given, _ranked(stated, read_title_page(document))))


def _ranked(stated: Source, page: Source) -> Source:
    """The title the file states before the one on its first page, but the date of its dateline before the file's."""
    return over(from_file(stated.title, None, stated.author), over(page, stated))


class _Writer:
    """Walks the body in order and writes it down; remembers which notes were called, in order."""

    def __init__(self, book: Manuscript, styles: Styles, notes: dict[str, Words]) -> None:
        self.book, self.styles, self.notes = book, styles, notes
        self.called: dict[str, int] = {}

    def body(self, parent: etree._Element | None) -> None:
        for child in parent if parent is not None else ():
            if child.tag == f"{W}p":
                self.paragraph(child)
            elif child.tag == f"{W}tbl":
                self.table(child)
            elif child.tag == f"{W}sdt":
                self.body(child.find(f"{W}sdtContent"))
            elif child.tag in (f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"):
                self.body(child)

    def paragraph(self, element: etree._Element) -> None:
        words = self.words(element)
        tag = self.styles.tag(element)
        marks = [((number, start, end), key) for key, number, start, end in words.marks]
        for index, (text, low, high) in enumerate(_split(words.text)):
            here = [((n, a - low, b - low), key) for (n, a, b), key in marks if low <= a < high]
            self.book.line(text, _begun(tag, index == 0), here)
        for box in words.boxes:
            self.body(box)

    def words(self, element: etree._Element) -> Words:
        words = read_words(element, self.called)
        self.book.flags.update(dict.fromkeys(words.flags))
        return words

    def table(self, element: etree._Element) -> None:
        rows: list[list[str]] = []
        headed = False
        for line in element.iter(f"{W}tr"):
            if next(line.iterancestors(f"{W}tbl"), None) is not element:
                continue
            cells = [cell for cell in line if cell.tag == f"{W}tc"]
            if len(cells) == 1 and len(list(element.iter(f"{W}tc"))) == 1:
                self.body(cells[0])
                return
            headed = headed or (not rows and line.find(f"{W}trPr/{W}tblHeader") is not None)
            rows.append([" ".join(self.words(p).text for p in cell.iter(f"{W}p")) for cell in cells])
        self.book.table(rows, headed=headed or looks_headed(rows))

    def write_notes(self) -> None:
        for key, number in self.called.items():
            note = self.notes.get(key)
            if note:
                self.book.note(key, number, " ".join(note.text.split()))


def _begun(tag: Tag | None, begins: bool) -> Tag | None:
    return tag._replace(begins=begins) if tag else None


def _split(text: str) -> list[tuple[str, int, int]]:
    """The lines of a paragraph with manual breaks, each with its range in the paragraph."""
    lines, at = [], 0
    for part in text.split("\n"):
        lines.append((part, at, at + len(part) + 1))
        at += len(part) + 1
    return lines


def _parts(path: Path, data: bytes) -> dict[str, bytes]:
    if data.startswith(_OLE):
        raise UnreadableError("unreadable.encrypted", file=str(path))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            if _PARTS["document"] not in names:
                raise UnreadableError("unreadable.not_docx", file=str(path))
            _weigh(path, package, names)
            return {part: package.read(name) for part, name in _PARTS.items() if name in names}
    except (zipfile.BadZipFile, EOFError, NotImplementedError, zlib.error, LZMAError, OSError, ValueError, OverflowError, struct.error) as error:
        raise UnreadableError("unreadable.broken_zip", file=str(path), reason=str(error)) from error
    except RuntimeError as error:
        raise UnreadableError("unreadable.encrypted", file=str(path)) from error


def _weigh(path: Path, package: zipfile.ZipFile, names: set[str]) -> None:
    """Raises UnreadableError where little unfolds to much. (What a package states too small, `zipfile` does not unfold.)"""
    sizes = {name: package.getinfo(name).file_size for name in _PARTS.values() if name in names}
    if sum(sizes.values()) > _LARGEST:
        part = max(sizes, key=lambda name: sizes[name])
        raise UnreadableError("unreadable.unfolds", file=str(path), megabytes=_LARGEST // 1024**2, part=part)


def _xml(path: Path, parts: dict[str, bytes], part: str) -> etree._Element | None:
    if part not in parts:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(parts[part], parser)
    except etree.XMLSyntaxError as error:
        key = "unreadable.entities" if "entity" in str(error) else "unreadable.broken_zip"
        raise UnreadableError(key, file=str(path), reason=f"{_PARTS[part]}: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError("unreadable.entities", file=str(path))
    return root


def _notes(path: Path, parts: dict[str, bytes]) -> dict[str, Words]:
    """Foot- and endnotes by the key their references give, the separators left out."""
    notes: dict[str, Words] = {}
    for part, name in (("footnotes", "footnote"), ("endnotes", "endnote")):
        root = _xml(path, parts, part)
        for note in root.iter(f"{W}{name}") if root is not None else ():
            if note.get(f"{W}type") in (None, "normal"):
                words = [read_words(p, {}) for p in note.iter(f"{W}p")]
                notes[f"{name}:{note.get(f'{W}id')}"] = Words(" ".join(word.text for word in words))
    return notes


def _core(root: etree._Element | None) -> Source:
    """Title, author and date of the core properties."""
    if root is None:
        return Source()
    values = {etree.QName(child).localname: (child.text or "").strip() for child in root if isinstance(child.tag, str)}
    stamp = values.get("issued") or values.get("date") or values.get("created", "")
    author = tuple(filter(None, [values.get("creator") if values.get("creator") != "python-docx" else ""]))
    return from_file(values.get("title"), None if stamp == _TEMPLATE_STAMP else published(stamp[:10]), author)
