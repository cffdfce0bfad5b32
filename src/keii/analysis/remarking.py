"""What a reader must be told with a table: that nothing was found, what was left out, how few cases there are."""

from collections.abc import Sequence

from keii.values.analysis import Line
from keii.values.material import Material

Remarks = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def remarks(lines: Sequence[Line], material: Material, undated: int = 0) -> Remarks:
    """(key, facts) of the sentences that go with a table of `lines`."""
    found: list[tuple[str, tuple[tuple[str, str], ...]]] = []
    if not lines:
        found.append(("analysis.none_scope" if material.scope.filters else "analysis.none", (("documents", str(len(material.sources))),)))
    if undated:
        found.append(("analysis.undated", (("n", str(undated)),)))
    return tuple(found)
