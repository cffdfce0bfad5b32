"""Describing: what a researcher's library says of documents becomes the sidecars beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from keii.errors import KeiiError, UnreadableError
from keii.sources import library
from keii.sources.beside import stated
from keii.workbench.extracting import Extractor


@dataclass(frozen=True)
class Described:
    """Documents that got a sidecar, those that had one, those of which no one reference speaks, and what failed."""

    written: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    unknown: tuple[Path, ...] = ()
    faults: tuple[KeiiError, ...] = ()


class Describer(Extractor):
    """From libraries of references to sidecars."""

    def describe(self, paths: Sequence[Path], libraries: Sequence[Path]) -> Described:
        """Write a sidecar beside each document among `paths` that a reference speaks of and that has none."""
        entries: list[library.Entry] = []
        faults: list[KeiiError] = []
        for place in libraries:
            try:
                entries += library.entries(place)
            except KeiiError as fault:
                faults.append(fault)
        documents, _ = self.documents(paths)
        matches = library.matched(documents, entries)
        written: list[Path] = []
        kept: list[Path] = []
        for match in matches:
            try:
                (written if stated(match.document, match.source) else kept).append(match.document)
            except OSError as error:
                faults.append(UnreadableError("library.unwritten", file=str(match.document), reason=error.strerror or ""))
        known = {match.document for match in matches}
        return Described(tuple(written), tuple(kept), tuple(one for one in documents if one not in known), tuple(faults))
