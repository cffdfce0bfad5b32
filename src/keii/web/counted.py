"""The rows behind the numbers of an analysis: where each number leads, and what it is called."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from keii.presenting.analysis import figure
from keii.presenting.analysis.html import seen
from keii.presenting.analysis.inline import inline
from keii.presenting.analysis.shown import CELL, MOST_COUNTED, Look
from keii.presenting.words import label, say
from keii.values.analysis import Analysis, Counts, Line, Table, Value

PARTS = ("table", "line", "of", "is")
"""The parameters that name a number."""
Key = tuple[str, str]
_MOST_TOLD = 4
_SILENT = frozenset({"key", "region"})
RESTS = "rests"
"""The group of `Counts` by which a table tells the rows of single columns."""


@dataclass(frozen=True)
class Figure:
    """A piece of a cell: its text, and the address of the rows it counts, "" where it counts none."""

    text: str
    address: str = ""


class Counted:
    """The numbers of one analysis as it stands under the filters of an address (`query`, without those that name a number)."""

    def __init__(self, found: Analysis, look: Look, query: str) -> None:
        self.found, self.look = found, look
        self._tables: Mapping[str, Table] = {table.name: table for table in (found, *found.further)}
        self._kept = [(name, value) for name, value in parse_qsl(query.lstrip("?")) if name not in (*PARTS, "lang", "save")]

    def address(self, table: str, line: int, of: str = "", id: str = "") -> str:
        """Where the rows are that line `line` (from 1) of a table counts, or those of a group and id of its `Counts`."""
        parts = [("table", table), ("line", str(line) if line else ""), ("of", of), ("is", id)]
        return f"/analyses/{self.found.name}/rows?{urlencode([*self._kept, *((name, value) for name, value in parts if value)])}"

    def line(self, table: str, line: int) -> tuple[Table, Line] | None:
        held = self._tables.get(table)
        return (held, held.lines[line - 1]) if held and 0 < line <= len(held.lines) else None

    def cell_of(self, id: str) -> tuple[Key, Key, Sequence[Line]] | None:
        """Row and column of a cell of the cross table, by `row.column`, and the lines that stand there; None where there are none."""
        matrix, (row, dot, column) = self.found.matrix, id.partition(".")
        if matrix is None or not dot or not all(part.isascii() and part.isdigit() and len(part) < 6 for part in (row, column)):
            return None
        if int(row) >= len(matrix.rows) or int(column) >= len(matrix.columns) or not (held := matrix.cells[int(row)][int(column)]):
            return None
        return matrix.rows[int(row)], matrix.columns[int(column)], [self.found.lines[at] for at in held]

    def called(self, table: str, line: int, of: str = "", id: str = "") -> str:
        """What a number stands for: the values of its line that are no numbers, and the group and id."""
        if of == CELL:
            cell = self.cell_of(id)
            return say("join.clause", self.look.lang).join(self.look.key(key) for key in cell[:2]) if cell else ""
        found = self.line(table, line)
        if found is None:
            return ""
        held, chosen = found
        parts = [label(of, id, self.look.lang, self.look.names)] if id else []
        return say("join.clause", self.look.lang).join([*self._told(held, chosen), *parts])

    def _told(self, table: Table, line: Line) -> list[str]:
        """The words of a line, with its period as one; of a period that has a name its name and dates alone."""
        values = dict(zip(table.columns, line.values, strict=True))
        told = {name: words for name, words in self.look.told(table, line).items()
                if name in seen(table) and name not in _SILENT and isinstance(values[name], str | tuple)}
        if "start" in told and "end" in told:
            told["start"] = say("web.counted.period", self.look.lang, start=told["start"], end=told.pop("end"))
        if "label" in told:
            return [told["label"], told["start"]] if "start" in told else [told["label"]]
        return [words for words in told.values() if words][:_MOST_TOLD]

    def lead(self, table: str, line: int, of: str, id: str) -> tuple[str, str] | None:
        """Address and name of what a mark of a figure counts."""
        if of == CELL and (cell := self.cell_of(id)):
            number = say("web.counted.lines", self.look.lang, n=len(cell[2]))
            return self.address(table, 0, of, id), f"{self.called(table, 0, of, id)} {number}"
        found = self.line(table, line)
        if found is None:
            return None
        return self.address(table, line, of, id), f"{self.called(table, line, of, id)} {self._number(found[1], of, id)}".strip()

    def cell(self, table: Table, number: int, column: str) -> Sequence[Figure]:
        """A cell in pieces; each number that counts rows leads to them."""
        line = table.lines[number - 1]
        value = line.values[table.column(column)]
        if isinstance(value, Counts):
            return tuple(self._counts(value, table, number))
        text = self.look.told(table, line)[column]
        rests = ids_of(line, RESTS, column)
        if not _counts_rows(value) or not (line.ids or line.evidence):
            return (Figure(text),)
        return (Figure(text, self.address(table.name, number, *((RESTS, column) if rests else ()))),)

    def drawn(self) -> str:
        """The figure as a part of a page; its marks lead to what they count."""
        title = say("web.analysis.figure", self.look.lang, name=self.look.title(self.found))
        return inline(figure.analysis(self.found, self.look, "svg"), title, self.lead)

    def _counts(self, counts: Counts, table: Table, number: int) -> Iterator[Figure]:
        lang = self.look.lang
        for at, (group, _) in enumerate(counts.groups):
            yield Figure((say("join.counts", lang) if at else "") + say(f"counts.{group}", lang) + say("join.colon", lang))
            held = list(counts.of(group).items())[:MOST_COUNTED]
            for place, (id, many) in enumerate(held):
                yield Figure((say("join.list", lang) if place else "") + label(group, id, lang, self.look.names) + " ")
                yield Figure(str(many), self.address(table.name, number, group, id) if many else "")
            if not held:
                yield Figure("–")

    def _number(self, line: Line, of: str, id: str) -> str:
        ids = ids_of(line, of, id) if id else line.ids
        return say("web.counted.n", self.look.lang, n=len(ids)) if ids else say("web.counted.words", self.look.lang, n=len(line.evidence))


def _counts_rows(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and not (isinstance(value, int) and value == 0)


def ids_of(line: Line, of: str, id: str) -> tuple[str, ...] | None:
    """The rows that a line counts in a group under an id, None where its `Counts` do not tell."""
    for value in line.values:
        if isinstance(value, Counts):
            for group, held in value.groups:
                if group == of and id in dict(held):
                    return dict(held)[id]
    return None
