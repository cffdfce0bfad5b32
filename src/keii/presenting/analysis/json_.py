"""An analysis as the JSON object other programs read."""

from keii.presenting.analysis.shown import Look
from keii.presenting.json_ import dump
from keii.presenting.words import say
from keii.values.analysis import Analysis, Counts, Line, Table, Value
from keii.values.event import Quantity

_FOR_PEOPLE = frozenset(("change", "use"))


def analysis(found: Analysis, look: Look) -> str:
    """`{"measure", "rows", …}`; `measures` are the definitions of the tables beside the rows;
    `remarks` are sentences on what is missing or left out, where there is anything to say."""
    remarks = look.remarks(found)
    whole: dict[str, object] = {"measure": say(found.measure, look.lang), "rows": [_row(found, line) for line in found.lines]}
    whole |= {table.name: [_row(table, line) for line in table.lines] for table in found.further}
    measures = {table.name: method for table in found.further if (method := look.beside(table.name))}
    whole |= {"measures": measures} if measures else {}
    return dump({**whole, "remarks": remarks} if remarks else whole, indent=1) + "\n"


def cells(found: Table, line: Line) -> dict[str, object]:
    """The values of a line by column, as plain data."""
    return {column: _plain(value) for column, value in zip(found.columns, line.values, strict=True) if column not in _FOR_PEOPLE}


def _row(found: Table, line: Line) -> dict[str, object]:
    row = cells(found, line)
    row["evidence"] = [[span.doc, span.start, span.end] for span in line.evidence]
    row["quotes"] = [span.quote for span in line.evidence]
    counted = next((value for value in line.values if isinstance(value, Counts)), None)
    if counted:
        row["counted"] = {group: {id: list(rows) for id, rows in ids} for group, ids in counted.groups}
    return {**row, "ids": list(line.ids)} if line.ids else row


def _plain(value: Value) -> object:
    if isinstance(value, Quantity):
        number = int(value.value) if float(value.value).is_integer() else value.value
        return {"value": number, "unit": value.unit, "per": value.per}
    if isinstance(value, Counts):
        return {group: value.of(group) for group, _ in value.groups}
    return list(value) if isinstance(value, tuple) else value
