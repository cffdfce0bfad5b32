"""A library file into its references, by the format its name ends in."""

from collections.abc import Callable, Mapping
from pathlib import Path

from keii.errors import UnreadableError
from keii.sources.library.bibtex import from_bibtex
from keii.sources.library.csl import from_csl
from keii.sources.library.entry import Entry
from keii.sources.library.ris import from_ris

FORMATS: Mapping[str, Callable[[str], tuple[Entry, ...]]] = {".json": from_csl, ".ris": from_ris, ".bib": from_bibtex}


def entries(place: Path) -> tuple[Entry, ...]:
    """The references in a library of CSL-JSON, RIS or BibTeX.

    Raises UnreadableError: `library.format` (file, known), `library.form` (file, reason), `unreadable.denied`.
    """
    read = FORMATS.get(place.suffix.lower())
    if read is None:
        raise UnreadableError("library.format", file=str(place), known=", ".join(FORMATS))
    try:
        found = read(place.read_text("utf-8-sig"))
    except OSError as error:
        raise UnreadableError("unreadable.denied", file=str(place), reason=error.strerror or "") from error
    except UnicodeDecodeError as error:
        raise UnreadableError("library.form", file=str(place), reason="UTF-8") from error
    except Exception as error:
        raise UnreadableError("library.form", file=str(place), reason=str(error)[:200]) from error
    if not found:
        raise UnreadableError("library.form", file=str(place), reason="0")
    return found
