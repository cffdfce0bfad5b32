"""A table that an analysis makes: rows with the words each rests on, and the cross table that sums them up."""

from dataclasses import dataclass, field

from keii.values.event import Quantity
from keii.values.source import Source
from keii.values.span import Span


@dataclass(frozen=True)
class Counts:
    """How many rows by group and id (`status` → `realised`): each number is told by the ids of the rows it counts."""

    groups: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]

    def of(self, group: str) -> dict[str, int]:
        """The numbers of one group."""
        return {id: len(rows) for id, rows in dict(self.groups).get(group, ())}


Value = str | bool | int | float | None | Quantity | Counts | tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """One row: its values in the order of the table's columns, and the spans they rest on, best first.

    `ids` are the events or occurrences it counts, where it counts any.
    """

    values: tuple[Value, ...]
    evidence: tuple[Span, ...]
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Matrix:
    """A cross table over the rows: `cells[row][column]` holds the indices of the lines that stand there.

    `rows` and `columns` are (group, id) pairs, so that what people call them can be looked up; group "" is text as it is.
    """

    rows: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    cells: tuple[tuple[tuple[int, ...], ...], ...]


@dataclass(frozen=True)
class Table:
    """`name`, the names of its columns, its lines."""

    name: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]

    def column(self, name: str) -> int:
        return self.columns.index(name)


@dataclass(frozen=True, slots=True)
class Counted:
    """A row that is counted: its id, its EDTF date, what it says, its best words."""

    id: str
    date: str
    summary: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True)
class Analysis(Table):
    """What one analysis gives: `name`, the names of its columns, its lines, and by what `measure` they were made.

    `remarks` are (key, facts) of sentences a reader must know (nothing found, few cases); `sources` the documents cited.
    `further` are tables that stand beside it, under their names; `counted` the rows whose ids lines tell, in the order of time.
    """

    measure: str
    matrix: Matrix | None = None
    remarks: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    sources: tuple[tuple[str, Source], ...] = field(default=(), repr=False)
    scope: tuple[tuple[str, str], ...] = ()
    further: tuple[Table, ...] = ()
    counted: tuple[Counted, ...] = field(default=(), repr=False)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all rows that its numbers count."""
        lines = [line for table in (self, *self.further) for line in table.lines]
        groups = [rows for line in lines for value in line.values if isinstance(value, Counts) for _, kinds in value.groups for _, rows in kinds]
        return frozenset(id for ids in (*(line.ids for line in lines), *groups) for id in ids)
