"""Tables that are set in words only: the rows under a caption 表1, wider than the column of the text."""

from keii.reading.layout.items import sign
from keii.reading.layout.tags import Sheet, Tag

_WIDER = 4


def tag_text_tables(sheet: Sheet) -> None:
    """Tag the lines under a table's caption as rows, as long as they are wider than the text or end such a line."""
    for at in range(len(sheet.lines) - 1):
        tag = sheet.tags.get(at)
        if tag and tag.kind == "caption" and (tag.label or "").lstrip("【［[＜<〈").startswith(("表", "Table")):
            last = at
            while last + 1 in sheet.tags and not sheet.tags[last + 1].begins:
                last += 1
            _tag_rows(sheet, last + 1)


def _tag_rows(sheet: Sheet, at: int) -> None:
    widest, previous = 0, -1
    wrap = sheet.shape.wraps[at] if at < len(sheet.lines) else 0
    while wrap and sheet.free(at):
        last = _visual_end(sheet, at)
        line, width = sheet.lines[at], sheet.lines[last].width
        text = sheet.lines[last].text
        if line.indent.endswith("\u3000") and sheet.shape.indents:
            break
        goes_on = previous >= 0 and _goes_on(sheet, previous, at, widest)
        small = previous >= 0 and (text[-1] in "）)" or width < 0.75 * wrap)
        if not (width > wrap + _WIDER or goes_on or small):
            break
        found = sign(line.text)
        bullet = found if found and found.kind == "bullet" else None
        sheet.tags[at] = Tag("row", not goes_on, bullet.label if bullet else None, bullet.size if bullet else 0)
        for inner in range(at + 1, last + 1):
            if inner not in sheet.tags:
                sheet.tags[inner] = Tag("row", False)
        widest = max(widest, width)
        previous, at = last, last + 1


def _visual_end(sheet: Sheet, at: int) -> int:
    """The last of the lines that furigana cut out of one line."""
    while at + 2 < len(sheet.lines) and at + 1 in sheet.tags and at + 2 in sheet.glued:
        at += 2
    return at


def _goes_on(sheet: Sheet, previous: int, at: int, widest: int) -> bool:
    text = sheet.lines[at].text
    if sign(text) or sheet.shape.ends[previous] or (sheet.gap(at) and text[0] in "「『｢（("):
        return False
    return sheet.lines[previous].width >= widest - 6
