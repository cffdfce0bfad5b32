"""The table of sources on a terminal: what each document is, when it was published and how that is known."""

from collections.abc import Mapping, Sequence

from keii.presenting.dates import short_date
from keii.presenting.width import balanced, one_line, pad, width
from keii.presenting.words import label, say
from keii.values.document import Document

_COLUMNS = ("doc", "title", "kind", "origin", "published", "basis", "encoding", "characters", "events")
_NUMBERS = frozenset({"characters", "events"})
_GAP = "  "
_LEAST_TITLE, _WIDEST_NAME = 16, 24


def sources(documents: Sequence[Document], counts: Mapping[str, int], *, lang: str = "ja", columns: int = 100) -> str:
    """A row a document, in the order given; `counts` holds its number of events by name.

    What is not known says so. The title takes what room the other columns leave; ends with a line break.
    """
    if not documents:
        return say("none.sources", lang) + "\n"
    head = tuple(say(f"column.{column}", lang) for column in _COLUMNS)
    rows = [head, *(_cells(document, counts.get(document.name, 0), lang) for document in documents)]
    sizes = [max(width(row[at]) for row in rows) for at in range(len(_COLUMNS))]
    sizes[0] = min(sizes[0], _WIDEST_NAME)
    others = sum(sizes) - sizes[1] + len(_GAP) * (len(sizes) - 1)
    sizes[1] = min(sizes[1], max(_LEAST_TITLE, columns - others))
    return "\n".join(line for row in rows for line in _lines(row, sizes)) + "\n"


def _cells(document: Document, events: int, lang: str) -> tuple[str, ...]:
    source, unknown = document.source, say("unknown", lang)
    return (one_line(document.name), one_line(source.title or unknown),
            label("kind", source.kind, lang) or unknown, label("actor", source.origin, lang) or unknown,
            _published(source.published, lang) or unknown,
            label("basis", source.published_basis, lang) if source.published else "–",
            document.encoding or "–", f"{len(document.text):,}", f"{events:,}")


def _published(edtf: str | None, lang: str) -> str:
    try:
        return short_date(edtf, lang=lang) if edtf else ""
    except ValueError:
        return edtf or ""


def _lines(row: tuple[str, ...], sizes: list[int]) -> list[str]:
    """A row; a name or title wider than its column goes on in the next line."""
    cells = [balanced(text, size) if at < 2 else [text] for at, (text, size) in enumerate(zip(row, sizes, strict=True))]
    height = max(len(cell) for cell in cells)
    right = [column in _NUMBERS for column in _COLUMNS]
    return [_GAP.join(pad(cell[line] if line < len(cell) else "", size, right=flush)
                      for cell, size, flush in zip(cells, sizes, right, strict=True)).rstrip()
            for line in range(height)]
