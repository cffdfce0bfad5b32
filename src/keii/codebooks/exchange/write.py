"""The rows of a workbook into the YAML of a codebook's folder: the files that change, as they will be."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from keii.codebooks.exchange.checks import Rows, check
from keii.codebooks.exchange.columns import BY_KEY
from keii.codebooks.exchange.entries import Data, Entry, Listing, flow, groups_of, listing, settled
from keii.codebooks.exchange.export import actors
from keii.codebooks.exchange.read import Row, Tables, read

_OF_ACTOR = ("id", "kind", "counts_as", "names", "weak", "names_other", "surname", "reading", "roles", "source")
_NEW_FILE = Listing("actors:\n", (), "", "  ")


def write(folder: Path, tables: Tables) -> Mapping[str, str]:
    """The new text of each file of `folder` that the workbook of these `tables` changes, by its name. Sheets that the workbook lacks, and
    all that is on no sheet (topics, hedges, compounds, comments), stay as they are.

    Raises CodebookError with sheet, row and column.
    """
    rows = read(tables)
    known = {data["id"] for _, data in actors(folder)}
    offices = [entry.data["id"] for entry in _held(folder, "offices.yaml").entries]
    check(rows, () if "actors" in rows else known, offices)
    texts = {**_actor_files(folder, rows), **_offices(folder, rows), **_actions(folder, rows)}
    return {name: text for name, text in texts.items() if text != _text(folder / name)}


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8-sig") if path.is_file() else None


def _held(folder: Path, name: str) -> Listing:
    path = folder / name
    return listing(path, name) if path.is_file() else Listing("", (), "", "")


def _actor_files(folder: Path, rows: Rows) -> dict[str, str]:
    before = list(actors(folder))
    roles = _roles(rows["roles"]) if "roles" in rows else {data["id"]: data.get("roles", []) for _, data in before}
    wanted: dict[str, list[Data]] = {name: [] for name, _ in before}
    for name, data in ([(row.data["file"], row.data) for row in rows["actors"]] if "actors" in rows else before):
        whole = {**data, "roles": roles.get(data["id"])}
        wanted.setdefault(name, []).append({key: whole[key] for key in _OF_ACTOR if whole.get(key)})
    return {name: (_held(folder, name) if (folder / name).is_file() else _NEW_FILE).having(items)
            for name, items in wanted.items()}


def _roles(rows: Iterable[Row]) -> dict[str, list[Data]]:
    found: dict[str, list[Data]] = {}
    keys = [column.key for column in BY_KEY["roles"].columns if column.key != "actor"]
    for row in rows:
        found.setdefault(row.data["actor"], []).append({key: row.data[key] for key in keys if key in row.data})
    return found


def _offices(folder: Path, rows: Rows) -> dict[str, str]:
    if "offices" not in rows or not (rows["offices"] or (folder / "offices.yaml").is_file()):
        return {}
    return {"offices.yaml": _held(folder, "offices.yaml").having([row.data for row in rows["offices"]])}


def _actions(folder: Path, rows: Rows) -> dict[str, str]:
    if "actions" not in rows or not (rows["actions"] or (folder / "actions.yaml").is_file()):
        return {}
    held = _held(folder, "actions.yaml")
    before = {entry.data["id"]: entry for entry in held.entries}
    wanted: dict[str, Data] = {}
    for row in rows["actions"]:
        name = row.data["id"]
        told: Data = {key: row.data[key] for key in ("id", "label", "label_en") if key in row.data}
        action = wanted.setdefault(name, {**told, **_unlisted(before.get(name)), "groups": []})
        action["groups"].append({key: value for key, value in row.data.items() if key not in told})
    return {"actions.yaml": held.having(list(wanted.values()), lambda data: _action(data, before.get(data["id"])))}


def _unlisted(action: Entry | None) -> Data:
    """What an action says that is on no sheet."""
    return {key: action.data[key] for key in ("note", "examples") if key in action.data} if action else {}


def _action(data: Data, before: Entry | None) -> str:
    """An action's text: only the groups that changed are written anew where nothing else of it did."""
    rest = {key: value for key, value in data.items() if key != "groups"}
    if before is not None and settled(rest) == settled({key: before.data.get(key) for key in rest}):
        return groups_of(before).having(data["groups"])
    head = "".join(f"  {key}: {flow([value])[1:-1]}\n" for key, value in rest.items() if key != "id")
    return Listing(f"- id: {data['id']}\n{head}  groups:\n", (), "", "    ").having(data["groups"])
