"""Which reader a file is given to, and what is stated of its source beside it."""

from importlib import import_module
from pathlib import Path
from typing import cast

from keii.errors import UnreadableError
from keii.reading import sidecar
from keii.reading.plain import PlainReader
from keii.reading.provenance import over, stated_by_user
from keii.values.document import Document
from keii.values.protocols import Reader
from keii.values.source import Source


class _Later:
    """The reader `name` of a module beside this one, loaded with its libraries when there is something to read."""

    def __init__(self, module: str, name: str, *suffixes: str) -> None:
        self.suffixes = suffixes
        self._module, self._name = module, name

    def __call__(self, path: Path, data: bytes, given: Source) -> Document:
        return self.loaded()(path, data, given)

    def loaded(self) -> Reader:
        return cast(Reader, getattr(import_module(f"keii.reading.{self._module}"), self._name)())


READERS: tuple[Reader, ...] = (PlainReader(), _Later("html", "HtmlReader", ".html", ".htm", ".xhtml"),
                               _Later("docx", "DocxReader", ".docx"), _Later("pdf", "PdfReader", ".pdf"))


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
