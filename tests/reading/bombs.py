"""Files that are small and would become large, deep or endless. Made here, never kept."""

import io
import zipfile
import zlib
from collections.abc import Callable

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
_TEXT = b"BT /F1 12 Tf 72 700 Td (hello world) Tj ET "


def docx(body: str, doctype: str = "") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("word/document.xml", f"{doctype}<w:document {WORD}><w:body>{body}</w:body></w:document>")
    return held.getvalue()


def words(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(*objects: bytes) -> bytes:
    body, places = b"%PDF-1.5\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table, len(objects) + 1, len(body))


def stream(data: bytes, facts: bytes = b"") -> bytes:
    packed = zlib.compress(data, 9)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (len(packed), facts, packed)


def pages(kids: bytes, count: int, catalog: bytes = b"", content: bytes = _TEXT) -> bytes:
    return pdf(b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog, b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), _PAGE, stream(content), _FONT)


def _laughs() -> str:
    return "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{at} '{f'&a{at - 1};' * 10}'>" for at in range(1, 12)) + "]>"


def _forms() -> bytes:
    """Twelve forms, each of which draws the next one ten times."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
    nested = [stream(b"/X Do " * 10, form % (7 + at)) for at in range(12)]
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", _PAGE.replace(b"/Font", b"/XObject<</X 6 0 R>>/Font"),
               stream(b"/X Do " * 10), _FONT, *nested, stream(_TEXT))


REFUSED: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    "unfolds.docx": (lambda: docx(words("a" * 1000) * 110_000), ("unreadable.unfolds",)),
    "laughs.docx": (lambda: docx(words("&a11;"), _laughs()), ("unreadable.entities",)),
    "outside.docx": (lambda: docx(words("本文 &a;"), "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"), ("unreadable.entities",)),
    "declared.docx": (lambda: docx(words("本文"), "<!DOCTYPE x [<!ENTITY a 'b'>]>"), ("unreadable.entities",)),
    "deep.docx": (lambda: docx("<w:sdt><w:sdtContent>" * 50_000), ("unreadable.broken_zip",)),
    "deep.html": (lambda: b"<html><body>" + b"<div>" * 100_000 + "本文".encode(), ("unreadable.deep",)),
    "lists.html": (lambda: b"<html><body>" + b"<ul><li>a" * 20_000, ("unreadable.deep",)),
    "tables.html": (lambda: b"<html><body>" + b"<table><tr><td>" * 20_000 + b"a", ("unreadable.deep",)),
    "loop.pdf": (lambda: pages(b"2 0 R 3 0 R", 2), ("unreadable.broken_pdf",)),
    "labels.pdf": (lambda: pages(b"3 0 R", 1, b"/PageLabels 1 0 R/Kids[1 0 R]"), ("unreadable.killed", "unreadable.broken_pdf")),
    "forms.pdf": (_forms, ("unreadable.time", "unreadable.no_text_layer")),
    "blank.pdf": (lambda: pages(b"3 0 R", 1, content=b" " * 30_000_000), ("unreadable.no_text_layer",)),
    "objects.pdf": (lambda: b"%PDF-1.5\n1 0 obj<</Type/ObjStm/N 100000000/First 10>>stream\n1 0 \nendstream endobj\ntrailer<</Root 1 0 R>>",
                    ("unreadable.broken_pdf",)),
}
"""What cannot be read, with the keys of what may be said of it."""

READ: dict[str, tuple[Callable[[], bytes], str]] = {
    "nested.docx": (lambda: docx("<w:tbl><w:tr><w:tc>" * 60 + words("本文") + "</w:tc></w:tr></w:tbl>" * 60), "本文"),
    "nested.html": (lambda: b"<html><body>" + b"<div><span>" * 400 + "本文".encode(), "本文"),
    "menus.html": (lambda: b"<html><body>" + b"<div class=x><ul><li>" * 300 + b"<p>\xe6\x9c\xac\xe6\x96\x87" * 5_000, "本文"),
    "cells.html": (lambda: b"<html><body><table>" + b"<tr>" + b"<td colspan=9999 rowspan=65000>a" * 1_000, "a"),
    "ruby.html": (lambda: "<html><body><p>本文".encode() + b"<ruby>a<rt>" * 900, "本文"),
    "count.pdf": (lambda: pages(b"3 0 R", 2_000_000_000), "hello world"),
    "arrays.pdf": (lambda: pages(b"3 0 R", 1, b"/X " + b"[" * 200_000 + b"]" * 200_000), "hello world"),
    "glyphs.pdf": (lambda: pages(b"3 0 R", 1, content=b"BT /F1 12 Tf 72 700 Td " + b"(hello world) Tj 0 -1 Td " * 20_000 + b"ET"), "hello world"),
    "rules.pdf": (lambda: pages(b"3 0 R", 1, content=_TEXT + b"10 10 m 500 10 l S " * 50_000), "hello world"),
}
"""What is odd but can be read, with the words in it."""
