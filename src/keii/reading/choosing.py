"""Which reader a file is given to, and what is stated of its source beside it."""

from pathlib import Path

from keii.errors import UnreadableError
from keii.reading import sidecar
from keii.reading.docx import DocxReader
from keii.reading.html import HtmlReader
from keii.reading.pdf import PdfReader
from keii.reading.plain import PlainReader
from keii.reading.provenance import over, stated_by_user
from keii.values.protocols import Reader
from keii.values.source import Source

READERS: tuple[Reader, ...] = (PlainReader(), HtmlReader(), DocxReader(), PdfReader())


def suffixes() -> list[str]:
    return sorted({suffix for reader in READERS for suffix in reader.suffixes})


def reader_of(path: Path) -> Reader:
    """Raises UnreadableError `unreadable.suffix` where no reader takes the file."""
    for reader in READERS:
        if path.suffix.lower() in reader.suffixes:
            return reader
    raise UnreadableError("unreadable.suffix", file=str(path), suffix=path.suffix, known=", ".join(suffixes()))


def stated(path: Path, given: Source) -> Source:
    """What the user states of a file's source, then its sidecar. Raises UnreadableError for a sidecar at fault."""
    beside = sidecar.path_for(path)
    return over(stated_by_user(given), sidecar.load(beside) if beside.is_file() else Source())
