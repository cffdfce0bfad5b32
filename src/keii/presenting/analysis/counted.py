"""How the numbers of a table lead to the rows they count: each counted row has a number in a list of its own, in the order of time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from keii.presenting.analysis.shown import Look
from keii.presenting.words import label, say
from keii.values.analysis import Analysis, Counts, Line

MOST = 5_000
"""So many rows are listed; of more, the JSON form tells the ids."""
_RUN = 2


@dataclass(frozen=True)
class Numbers:
    """The number of each counted row by its id; none where too many are counted to be listed."""

    of: Mapping[str, int]

    @classmethod
    def made(cls, found: Analysis) -> "Numbers":
        held = found.counted if len(found.counted) <= MOST else ()
        return cls({one.id: at for at, one in enumerate(held, 1)})

    def told(self, ids: Sequence[str]) -> list[int]:
        """The numbers of rows, in their order."""
        return sorted({self.of[id] for id in ids if id in self.of})


def runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Numbers as (first, last) of each run: 1, 2, 3, 7 is (1, 3), (7, 7)."""
    start = before = None
    for number in numbers:
        if before is not None and number == before + 1:
            before = number
            continue
        if start is not None and before is not None:
            yield start, before
        start = before = number
    if start is not None and before is not None:
        yield start, before


def listed(numbers: Sequence[int], lang: str) -> str:
    """Numbers as people write them: 1–3, 7."""
    return say("join.list", lang).join(f"{first}–{last}" if last - first >= _RUN else say("join.list", lang).join(
        str(one) for one in range(first, last + 1)) for first, last in runs(numbers))


def groups(line: Line, look: Look) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a line counts: by group and kind where it tells them apart, else all."""
    told = False
    for value in line.values:
        if isinstance(value, Counts):
            for group, kinds in value.groups:
                for id, rows in kinds:
                    told = True
                    yield label(group, id, look.lang, look.names), rows
    if line.ids and not told:
        yield say("counted.all", look.lang), line.ids
