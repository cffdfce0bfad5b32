"""Plain text and Markdown."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from keii.errors import UnreadableError
from keii.reading.encoding import Decoded, decode, kind_of_binary
from keii.reading.layout import Known, Tag, lay_out
from keii.reading.layout.lines import split
from keii.reading.pages import form_feed_pages
from keii.reading.provenance import over
from keii.reading.title_page import read_front_matter, read_title_page
from keii.values.document import Document
from keii.values.source import Source
from keii.values.stretches import stretches

AT_ONCE = 250_000  # code points: a longer text than twice that is a bundle, and no book


class PlainReader:
    """Text in any Japanese encoding: the document's text is the file decoded, newlines untouched."""

    suffixes: tuple[str, ...] = (".txt", ".md", ".markdown", ".text")

    def __call__(self, path: Path, data: bytes, given: Source) -> Document:
        return _document(path, _decoded(path, data), given)

    def parts(self, path: Path, data: bytes, given: Source) -> Iterator[Document]:
        """The document in stretches that are read one after another, each with its `offset`; a text of common length is
        one. Headings and the source hold for what follows; notes and their markers meet only within a stretch."""
        decoded = _decoded(path, data)
        for low, high in stretches(decoded.text, AT_ONCE):
            part = _document(path, decoded._replace(text=decoded.text[low:high]), given)
            given = over(given, part.source)
            yield replace(part, offset=low) if low else part


def _decoded(path: Path, data: bytes) -> Decoded:
    if kind := kind_of_binary(data):
        raise UnreadableError("unreadable.binary", file=str(path), kind=kind)
    decoded = decode(data)
    if decoded is None:
        raise UnreadableError("unreadable.binary", file=str(path), kind="")
    if not decoded.text.strip():
        raise UnreadableError("unreadable.empty", file=str(path))
    return decoded


def _document(path: Path, decoded: Decoded, given: Source) -> Document:
    markdown = path.suffix.lower() in (".md", ".markdown")
    front, skip = read_front_matter(decoded.text) if markdown else (Source(), 0)
    layout = lay_out(decoded.text, markdown=markdown, known=_front_matter(decoded.text, skip))
    flags = layout.flags if decoded.sure else (*layout.flags, "bytes-lost")
    document = Document(path.stem, decoded.text, given, layout.blocks, layout.marks, form_feed_pages(decoded.text),
                        media="text/markdown" if markdown else "text/plain", encoding=decoded.encoding, flags=flags)
    return replace(document, source=over(given, over(front, read_title_page(document))))


def _front_matter(text: str, size: int) -> Known:
    """The YAML head of a Markdown file, as one aside."""
    starts = [line.start for line in split(text[:size])]
    return Known({start: Tag("aside", begins=start == starts[0], label="front") for start in starts})
