"""The few pieces of WordprocessingML the chronology is made of, as strings, and the package they go into.

The package holds nothing but what is written here: no template, no clock, no name of a program. All entries carry the
same date (1980-01-01, the first a ZIP can hold), so the same values give the same bytes.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

from keii.presenting.display import shown

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MOMENT = (1980, 1, 1, 0, 0, 0)


def run(text: str, style: str | None = None, *, hidden: bool = False) -> str:
    """A run; line feeds and tabs as Word's own, characters that XML cannot hold as U+FFFD."""
    properties = (f'<w:rStyle w:val="{style}"/>' if style else "") + '<w:rFonts w:hint="eastAsia"/>'
    properties += "<w:vanish/>" if hidden else ""
    parts = "".join(_part(text, hidden=hidden))
    return f"<w:r><w:rPr>{properties}</w:rPr>{parts}</w:r>" if parts else ""


def _part(text: str, *, hidden: bool) -> Iterable[str]:
    """Text, `w:br` and `w:tab` in turn; in a hidden run the characters stay as they are."""
    if hidden:
        yield _text(text)
        return
    word = ""
    for char in shown(text):
        if char not in "\n\t":
            word += char
            continue
        yield _text(word) if word else ""
        yield "<w:br/>" if char == "\n" else "<w:tab/>"
        word = ""
    yield _text(word) if word else ""


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(shown(text), {chr(13): "&#13;"})}</w:t>'


def paragraph(content: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def footnote_mark(number: int) -> str:
    """The sign in the text that calls a footnote."""
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def footnote(number: int, content: str, more: Iterable[str] = ()) -> str:
    """A footnote of `content`, and of further paragraphs."""
    sign = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    return (f'<w:footnote w:id="{number}">{paragraph(sign + run(" ") + content, "FootnoteText")}'
            f'{"".join(paragraph(one, "FootnoteText") for one in more)}</w:footnote>')


def footnotes(notes: Iterable[str]) -> str:
    """The part of all footnotes, with the two separators Word asks for."""
    return (f'{HEAD}<w:footnotes xmlns:w="{NAMESPACE}">'
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
            f"</w:footnote>{''.join(notes)}</w:footnotes>")


def table(heads: Iterable[str], rows: Iterable[Iterable[str]], widths: tuple[int, ...], styles: tuple[str, ...]) -> str:
    """A ruled table over the width of the page: `widths` in twentieths of a point; cells are paragraphs' contents.

    Its head is repeated on every page and no row is broken over two.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row((run(name) for name in heads), widths, ("TableHead",) * len(widths), "<w:cantSplit/><w:tblHeader/>")
    body = "".join(_row(row, widths, styles, "<w:cantSplit/>") for row in rows)
    return (f'<w:tbl><w:tblPr><w:tblStyle w:val="Chronology"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>')


def _row(cells: Iterable[str], widths: tuple[int, ...], styles: tuple[str, ...], properties: str) -> str:
    inner = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(cell, style)}</w:tc>'
                    for cell, width, style in zip(cells, widths, styles, strict=True))
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts (name → XML, or bytes of a picture) as a .docx file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            info = zipfile.ZipInfo(name, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, part.encode("utf-8") if isinstance(part, str) else part)
    return file.getvalue()
