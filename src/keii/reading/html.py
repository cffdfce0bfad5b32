"""Web pages: the main part written down block by block, with its tables, notes, title and date."""

import re
from dataclasses import replace
from pathlib import Path

from lxml import etree, html

from keii.errors import UnreadableError
from keii.reading.encoding import Decoded, decode, kind_of_binary
from keii.reading.html_main import main_part
from keii.reading.html_meta import read_meta
from keii.reading.html_walk import write
from keii.reading.layout import lay_out
from keii.reading.manuscript import Manuscript
from keii.reading.provenance import over
from keii.reading.title_page import read_title_page
from keii.values.document import Document
from keii.values.source import Source

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-:]{3,24})", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_TEXTS = re.compile(r"utf-?(?:8|16|32)(?:-?[bl]e)?|(?:x-)?s(?:hift)?[-_]?jis.*|(?:x-)?euc-?(?:jp|kr|cn).*|(?:cs)?iso-?(?:2022|8859|ir)[-_].*|"
                    r"(?:windows|cp|ms|ibm)[-_]?\d.*|(?:us-)?ascii|latin-?\d+|gb(?:k|2312|18030)|big5.*|hz.*|koi8-[rut]|johab|ks_?c_.*|mac.*|tis-?620")
"""Names of encodings of texts. A page may declare others that Python knows (unicode_escape, punycode): they are none."""
_SAME = {"shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "sjis": "cp932", "windows-31j": "cp932",
         "x-euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp"}


class HtmlReader:
    """A page: its text is one line a block, table rows with tabs between cells."""

    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def __call__(self, path: Path, data: bytes, given: Source) -> Document:
        decoded = None if kind_of_binary(data) else _decode(data)
        if decoded is None:
            raise UnreadableError("unreadable.binary", file=str(path), kind=kind_of_binary(data) or "")
        root = _parse(path, decoded.text)
        book = Manuscript()
        stated = read_meta(root) if root is not None else Source()
        if root is not None:
            write(main_part(root), book)
        text = book.text()
        if root is None or not text.strip():
            raise UnreadableError("unreadable.empty", file=str(path))
        layout = lay_out(text, known=book.known())
        document = Document(path.stem, text, given, layout.blocks, layout.marks, media="text/html",
                            encoding=decoded.encoding, flags=tuple(book.flags))
        return replace(document, source=over(given, over(stated, read_title_page(document))))


def _decode(data: bytes) -> Decoded | None:
    """The text by the charset the page declares, by detection where it declares none or a wrong one."""
    match = _CHARSET.search(data[:4096])
    if match and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = match[1].decode("ascii").lower()
        try:
            if not _TEXTS.fullmatch(name):
                raise LookupError(name)
            return Decoded(data.decode(_SAME.get(name, name)), _SAME.get(name, name))
        except (UnicodeError, LookupError):
            pass
    return decode(data)


def _parse(path: Path, text: str) -> etree._Element | None:
    plain = _DECLARED.sub("", text.replace("\x00", ""))
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root: etree._Element = html.document_fromstring(plain, parser=parser)
    except (etree.ParserError, ValueError):
        return None
    except etree.XMLSyntaxError as error:  # nothing in HTML is one: this is how a parser tells that memory ran out
        raise MemoryError from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableError("unreadable.deep", file=str(path))  # from there on nothing was read
    return root
