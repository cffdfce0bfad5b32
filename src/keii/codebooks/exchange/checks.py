"""Whether the rows of a workbook can be a codebook, said by sheet, row and column before anything is written."""

import re
from collections.abc import Iterable

from keii.codebooks.exchange.read import Row
from keii.codebooks.faults import date_problem
from keii.codebooks.shape import misfit
from keii.values.codebook import Role

Rows = dict[str, list[Row]]
_FILE = re.compile(r"actors/[\w-]+\.yaml")
_SHAPES = {"actors": ("actor", ("file",)), "roles": ("role", ("actor",)), "offices": ("office", ()),
           "actions": ("group", ("id", "label", "label_en"))}


def check(rows: Rows, actors: Iterable[str], offices: Iterable[str]) -> None:
    """Raises CodebookError at the first row that does not fit; `actors` and `offices` are the ids known beside the rows."""
    for key, held in rows.items():
        shape, others = _SHAPES[key]
        for row in held:
            _shaped(row, shape, others)
    _once(rows.get("actors", ()))
    _once(rows.get("offices", ()))
    for row in rows.get("actors", ()):
        if not _FILE.fullmatch(row.data["file"]):
            raise row.fault("exchange.file", "file", value=row.data["file"])
    people = set(actors) | {row.data["id"] for row in rows.get("actors", ())}
    posts = {row.data["id"] for row in rows["offices"]} if "offices" in rows else set(offices)
    for row in rows.get("roles", ()):
        _known(row, people, posts)
    for row in rows.get("actions", ()):
        _compiles(row)


def _shaped(row: Row, shape: str, others: tuple[str, ...]) -> None:
    wrong = misfit({key: value for key, value in row.data.items() if key not in others}, shape)
    if wrong is None:
        return
    path, key, facts = wrong
    column = str(path[0]) if path else facts.get("lacks", "").split(", ")[0]
    said = row.fault(key, column, **facts)
    said.facts["place"] = f"{said.facts['sheet']} / {said.facts['column']}"
    raise said


def _once(rows: Iterable[Row]) -> None:
    seen: dict[str, Row] = {}
    for row in rows:
        name = row.data["id"]
        if name in seen:
            raise row.fault("exchange.double", "id", value=name, first=seen[name].number)
        seen[name] = row


def _known(row: Row, people: set[str], posts: set[str]) -> None:
    for column, known in (("actor", people), ("office", posts)):
        if row.data[column] not in known:
            raise row.fault("exchange.unknown", column, value=row.data[column])
    problem = date_problem(Role(row.data["office"], "", row.data.get("since"), row.data.get("until")))
    if problem:
        raise row.fault("exchange.date", "since" if problem == row.data.get("since") else "until", value=problem)


def _compiles(row: Row) -> None:
    try:
        re.compile(row.data.get("objects", ""))
    except re.error as fault:
        raise row.fault("exchange.pattern", "objects", value=row.data["objects"], problem=str(fault)) from fault
