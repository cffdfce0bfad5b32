"""A document: its text with times, actors and events marked; of a PDF the page beside it, boxes over the characters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from keii.errors import UsageError
from keii.presenting.display import shown
from keii.values.document import Block, Document
from keii.values.offsets import Range
from keii.web.boxes import Box, boxes
from keii.web.marking import Marks, Run, Told, tags
from keii.web.page import render
from keii.web.parts import Part, Parts
from keii.web.shop import browser_of

WIDTHS = (900, 1400)
"""Pixels of a page's picture."""
_MOST_STRETCH = 20_000


@dataclass(frozen=True)
class Shown:
    """A block as it is shown: its marked text, or, for a row of a table, its cells."""

    kind: str
    level: int
    label: str | None
    runs: tuple[Run, ...] = ()
    cells: tuple[tuple[Run, ...], ...] = ()
    header: tuple[str, ...] = ()


def page(request: Request) -> Response:
    name = request.path_params["name"]
    browser = browser_of(request)
    document, mentions = browser.document(name)
    here = _here(request, document)
    parts = Parts(document)
    number = _number(request, parts, here)
    part = parts.all[number]
    every = [Told(at, event, row) for at, (event, row) in enumerate(browser.told_in(name), 1)]
    told = [one for one in every if any(span.start < part.end and part.start < span.end for span in one.event.evidence)]
    marks = Marks(document, tuple(tags(mentions, told, here)), told)
    held = next(one for one in browser.sources() if one.name == name)
    return render(request, "document.html", here="sources", document=document, held=held, part=part, number=number,
                  parts=len(parts.all), told=told, groups=tuple(_groups(_shown(marks, parts, part))), here_at=here,
                  marked=_boxes(document, part, [here] if here else []), widths=WIDTHS,
                  framed=[(one, _boxes(document, part, [(span.start, span.end) for span in one.event.evidence])) for one in told])


def picture(request: Request) -> Response:
    """A page of a PDF as PNG."""
    width = request.query_params.get("width", "")
    wide = int(width) if width in map(str, WIDTHS) else WIDTHS[0]
    data = browser_of(request).picture(request.path_params["name"], request.path_params["page"] - 1, wide)
    return Response(data, media_type="image/png", headers={"cache-control": "private, max-age=600"})


def place(request: Request) -> Response:
    """To the part of a document where a stretch of it stands: `start-end` in code points."""
    name = request.path_params["name"]
    return RedirectResponse(f"/documents/{quote(name, safe='')}?at={request.path_params['start']}-{request.path_params['end']}#here", 303)


def _here(request: Request, document: Document) -> Range | None:
    """The stretch somebody came for. Raises UsageError where the document has no such stretch."""
    asked = request.query_params.get("at")
    if not asked:
        return None
    low, dash, high = asked.partition("-")
    if not (dash and all(end.isascii() and end.isdigit() and len(end) < 12 for end in (low, high))):
        raise UsageError("web.no_place", place=asked[:40], name=document.name, length=len(document.text))
    start, end = int(low), int(high)
    if not 0 <= start < end <= len(document.text) or end - start > _MOST_STRETCH:
        raise UsageError("web.no_place", place=asked[:40], name=document.name, length=len(document.text))
    return start, end


def _number(request: Request, parts: Parts, here: Range | None) -> int:
    asked = request.query_params.get("part", "")
    if asked.isascii() and asked.isdigit() and len(asked) < 7:
        return min(max(int(asked), 1), len(parts.all)) - 1
    return parts.holding(here[0]) if here else 0


def _shown(marks: Marks, parts: Parts, part: Part) -> Iterator[Shown]:
    for block, pieces in parts.blocks(part):
        if block.kind == "row" and block.cells and pieces == block.pieces:
            yield Shown("row", 0, None, cells=tuple(_cells(marks, block)), header=tuple(shown(name) for name in block.header))
        else:
            yield Shown(block.kind, block.level, block.label, tuple(marks.runs(pieces)))


def _cells(marks: Marks, block: Block) -> Iterator[tuple[Run, ...]]:
    clean = marks.clean(block)
    for start, end in block.cells:
        yield tuple(marks.runs(clean.source(start, end))) if start < end else ()


def _groups(blocks: Iterator[Shown]) -> Iterator[Sequence[Shown]]:
    """Rows of one table together, every other block for itself."""
    table: list[Shown] = []
    for block in blocks:
        if table and (block.kind != "row" or block.header != table[0].header):
            yield table
            table = []
        if block.kind == "row" and block.cells:
            table.append(block)
        else:
            yield (block,)
    if table:
        yield table


def _boxes(document: Document, part: Part, stretches: Sequence[Range]) -> tuple[Box, ...]:
    return tuple(box for stretch in stretches for box in boxes(document, part.page, stretch)) if part.page else ()


ROUTES = (Route("/documents/{name}", page), Route("/documents/{name}/page/{page:int}.png", picture),
          Route("/documents/{name}/{start:int}-{end:int}", place))
