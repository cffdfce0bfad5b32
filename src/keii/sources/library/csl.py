"""CSL-JSON, as Zotero exports it."""

import json
from collections.abc import Iterator, Mapping

from keii.sources.library.entry import Entry, person, source_of


def from_csl(text: str) -> tuple[Entry, ...]:
    """The items of a CSL-JSON array. Raises ValueError where it is none."""
    items = json.loads(text)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise ValueError("CSL-JSON: [{…}, …]")
    return tuple(map(_entry, items))


def _entry(item: Mapping[str, object]) -> Entry:
    def text(name: str) -> str:
        return str(item.get(name) or "").strip()

    source = source_of(text("type"), title=text("title"), author=tuple(_names(item.get("author"))),
                       container=text("container-title"), publisher=text("publisher"), issued=_issued(item.get("issued")),
                       language=text("language"), url=text("URL"))
    return Entry(text("citation-key") or text("id"), source)


def _names(people: object) -> Iterator[str]:
    for one in people if isinstance(people, list) else []:
        if isinstance(one, dict):
            name = str(one.get("literal") or "") or person(str(one.get("family") or ""), str(one.get("given") or ""))
            if name:
                yield name


def _issued(found: object) -> tuple[int, ...]:
    """The first of the date's parts; a season or a circa adds nothing."""
    parts = found.get("date-parts") if isinstance(found, dict) else None
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    return tuple(int(part) for part in first if str(part).isdigit())
