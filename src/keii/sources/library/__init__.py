"""A researcher's library of references, as Zotero and others export it, put beside the documents it speaks of."""

from keii.sources.library.entries import FORMATS, entries
from keii.sources.library.entry import Entry
from keii.sources.library.match import Match, matched

__all__ = ["FORMATS", "Entry", "Match", "entries", "matched"]
