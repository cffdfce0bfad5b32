"""An element tree written down: a line for each block, white space as a browser shows it."""

import re
from dataclasses import dataclass, field

from lxml import etree

from keii.reading.layout import Tag
from keii.reading.layout.signs import number
from keii.reading.manuscript import Manuscript, Mark, looks_headed

_BLOCKS = {"p", "div", "section", "article", "main", "body", "html", "ul", "ol", "dl", "dt", "dd", "blockquote", "figure", "pre",
           "address", "details", "summary", "fieldset", "center", "hr", "header", "footer", "aside", "hgroup", "table", "li",
           "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "tr", "td", "th", "thead", "tbody", "tfoot"}
_TAGS = {f"h{level}": Tag("heading", level=level) for level in range(1, 7)} | {
    "li": Tag("item"), "figcaption": Tag("caption"), "caption": Tag("caption"), "dt": Tag("heading", level=5)}
_CALL = re.compile(r"\s*[\[(（〔*＊]?\s*(?:注|註)?\s*([0-9０-９]{1,3})\s*[\])）〕]?\s*$")
_LONGEST_CELL = 600
_DEEPEST = 200
"""Elements within each other; what lies deeper is read as plain words. No page that a person made is so deep."""


@dataclass
class _Pen:
    """The line being written: its words, the note markers in it, the tag of the block it stands in."""

    book: Manuscript
    text: str = ""
    tag: Tag | None = None
    depth: int = 0
    marks: list[tuple[Mark, str | None]] = field(default_factory=list)

    def put(self, words: str | None) -> None:
        if words:
            flat = re.sub(r"[ \t\r\n\f]+", " ", words)
            self.text += flat.lstrip() if not self.text or self.text[-1] == " " else flat

    def end(self) -> None:
        if self.book.line(self.text, self.tag, self.marks) is not None and self.tag and self.tag.kind == "item":
            self.tag = None
        self.text, self.marks = "", []


def write(element: etree._Element, book: Manuscript) -> None:
    """Write an element down into `book`."""
    pen = _Pen(book)
    _walk(element, pen)
    pen.end()


def _walk(element: etree._Element, pen: _Pen) -> None:
    name = element.tag
    if name == "table" and _holds_data(element):
        pen.end()
        _table(element, pen)
    elif name == "br":
        pen.end()
    elif name in ("rt", "rp", "rtc"):
        pen.book.flags["ruby"] = None
    elif name == "pre":
        pen.end()
        for line in "".join(map(str, element.itertext())).splitlines():
            pen.book.line(line)
    elif name == "sup" and _calls(element, pen):
        pass
    else:
        _element(element, pen)


def _element(element: etree._Element, pen: _Pen) -> None:
    block = element.tag in _BLOCKS
    outer = pen.tag
    if block:
        pen.end()
        pen.tag = _TAGS.get(element.tag, outer if element.tag in ("div", "p", "section") else None)
    pen.put(element.text)
    pen.depth += 1
    for child in element:
        if pen.depth > _DEEPEST:
            pen.put("".join(map(str, child.itertext())))
        elif isinstance(child.tag, str):
            _walk(child, pen)
        pen.put(child.tail)
    pen.depth -= 1
    if block:
        pen.end()
        pen.tag = outer


def _calls(element: etree._Element, pen: _Pen) -> bool:
    """Whether a raised number calls a note; an exponent (m²) does not. Writes it down."""
    words = "".join(map(str, element.itertext())).strip()
    match = _CALL.match(words)
    value = number(match[1]) if match else None
    if not value or (pen.text[-1:].isascii() and pen.text[-1:].isalnum() and element.find(".//a") is None):
        return False
    start = len(pen.text)
    pen.text += words
    pen.marks.append(((value, start, len(pen.text)), None))
    return True


def _holds_data(table: etree._Element) -> bool:
    """Whether a table holds data and not the layout of the page."""
    if table.find(".//table") is not None or table.get("role") == "presentation":
        return False
    rows = _rows(table)
    wide = [row for row in rows if len(row) > 1]
    if table.find(".//th") is not None:
        return bool(rows)
    longest = max((len("".join(map(str, cell.itertext()))) for row in rows for cell in row), default=0)
    return len(wide) >= 2 and longest <= _LONGEST_CELL


def _rows(table: etree._Element) -> list[list[etree._Element]]:
    return [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]


def _table(table: etree._Element, pen: _Pen) -> None:
    for caption in table.iter("caption"):
        pen.book.line(_cell(caption), Tag("caption"))
    rows = _rows(table)
    cells = [[_cell(cell) for cell in row] for row in rows if row]
    ruled = bool(rows and rows[0]) and len(rows[0]) > 1 and all(cell.tag == "th" for cell in rows[0])
    if table.find(".//rt") is not None:
        pen.book.flags["ruby"] = None
    pen.book.table(cells, headed=ruled or looks_headed(cells))


def _cell(element: etree._Element) -> str:
    parts: list[str] = []
    _gather(element, parts)
    return " ".join("".join(parts).split())


def _gather(element: etree._Element, parts: list[str], depth: int = 0) -> None:
    if depth > _DEEPEST:
        parts.extend(map(str, element.itertext()))
        return
    if element.tag in ("rt", "rp", "rtc"):
        return
    parts.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str):
            parts.append(" " if child.tag in _BLOCKS or child.tag == "br" else "")
            _gather(child, parts, depth + 1)
        parts.append(child.tail or "")
