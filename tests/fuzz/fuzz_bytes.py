"""Files of each format that the readers take, whole and spoilt."""

import io
import zipfile
from collections.abc import Callable, Sequence
from random import Random

from fuzz_pieces import SIGNS, date, spoilt, text

_TAGS = tuple(
    """
    p div table tr td h1 h7 ruby rt sup a li ol main script style pre br svg template noscript title meta html body head
    iframe select math article nav footer x:y
""".split()
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RUNS = tuple(
    """
    w:p w:r w:t w:tbl w:tr w:tc w:ins w:del w:ruby w:rt w:rubyBase w:footnoteReference w:endnoteReference w:tab w:br
    w:sdt w:sdtContent w:hyperlink w:txbxContent w:pPr w:pStyle w:outlineLvl w:smartTag w:fldChar w:instrText w:sym
""".split()
)


def encoded(whole: str, rng: Random) -> bytes:
    name = rng.choice(
        ("utf-8", "utf-8", "utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16", "utf-16-le", "utf-32", "utf-8-sig")
    )
    return whole.encode(name, "replace" if "utf" not in name else "surrogatepass")


def battered(data: bytes, rng: Random) -> bytes:
    """Bytes with up to six of them changed, dropped, doubled or cut off."""
    held = bytearray(data)
    for _ in range(rng.choice((0, 1, 1, 2, 6))):
        at = rng.randint(0, len(held))
        act = rng.random()
        if act < 0.4 and at < len(held):
            held[at] = rng.randint(0, 255)
        elif act < 0.6:
            del held[at : at + rng.choice((1, 4, 64))]
        elif act < 0.8:
            held[at:at] = held[at : at + rng.choice((1, 8, 64))] * rng.choice((1, 3, 40))
        elif act < 0.9:
            held[at:at] = rng.choice(
                (b"\x00", b"\xff\xfe", b"\x1b$B", b"\x80" * 9, b"\xed\xa0\x80", rng.choice(SIGNS).encode())
            )
        else:
            del held[at:]
    return bytes(held)


def plain(rng: Random) -> bytes:
    return battered(encoded(text(rng), rng), rng)


def _nested(rng: Random, tags: Sequence[str], attribute: Callable[[Random], str]) -> str:
    made, opened = [], []
    for _ in range(rng.randint(2, 25)):
        act = rng.random()
        if act < 0.45:
            tag = rng.choice(tags)
            opened.append(tag)
            made.append(f"<{tag}{attribute(rng)}>")
        elif act < 0.65 and opened:
            made.append(f"</{opened.pop(rng.choice((-1, -1, 0)))}>")
        else:
            made.append(text(rng)[:120])
    return "".join(made) + "".join(f"</{tag}>" for tag in reversed(opened) if rng.random() < 0.9)


def _html_attribute(rng: Random) -> str:
    given = (
        "",
        "",
        ' href="#fn1"',
        ' id="fn1"',
        ' charset="utf-7"',
        ' charset="unicode_escape"',
        ' name="date" content="' + date(rng) + '"',
        ' colspan="9999999"',
        ' rowspan="-1"',
        " class=main",
        ' style="display:none"',
        ' property="article:published_time" content="2018-02-31"',
        ' lang="ja"',
    )
    return rng.choice(given)


def html(rng: Random) -> bytes:
    head = rng.choice(
        (
            "",
            "<!DOCTYPE html>",
            '<?xml version="1.0" encoding="x"?>',
            '<meta charset="shift_jis">',
            '<meta charset="utf-7">',
            '<meta charset="punycode">',
            '<!DOCTYPE html [<!ENTITY a "b">]>',
        )
    )
    return battered(encoded(head + spoilt(_nested(rng, _TAGS, _html_attribute), rng), rng), rng)


def _word_attribute(rng: Random) -> str:
    return rng.choice(
        (
            "",
            "",
            ' w:id="1"',
            ' w:val="1"',
            ' w:val="見出し 1"',
            ' w:val="99999999999"',
            ' w:val="²"',
            ' w:id=""',
            ' w:type="separator"',
            ' w:val="-1"',
        )
    )


def _xml(whole: str) -> str:
    return "".join(
        one
        for one in whole
        if one >= " " and one not in "&" and not 0xD800 <= ord(one) < 0xE000 and one not in "\uffff\ufffe"
    )


def docx(rng: Random) -> bytes:
    """A package whose parts are well formed but for a third of the times."""
    body = "".join(
        f"<w:p{_word_attribute(rng)}><w:r><w:t>{_xml(text(rng).replace('<', ''))[:200]}</w:t>{_nested_word(rng)}</w:r></w:p>"
        for _ in range(rng.randint(1, 4))
    )
    parts = {"word/document.xml": f"<w:document {_W}><w:body>{body}{_nested_word(rng)}</w:body></w:document>"}
    if rng.random() < 0.5:
        parts["word/footnotes.xml"] = (
            f'<w:footnotes {_W}><w:footnote w:id="1">{_nested_word(rng)}</w:footnote></w:footnotes>'
        )
    if rng.random() < 0.5:
        parts["word/styles.xml"] = (
            f'<w:styles {_W}><w:style w:styleId="1"><w:name w:val="heading {rng.choice("129²一")}"/><w:basedOn w:val="1"/></w:style></w:styles>'
        )
    if rng.random() < 0.5:
        parts["docProps/core.xml"] = (
            f"<a><title>{_xml(text(rng).replace('<', ''))[:50]}</title>"
            f"<created>{rng.choice(('2018-02-31T00:00:00Z', '', '9999', '２０１８'))}</created></a>"
        )
    spoil = rng.random()
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, part in parts.items():
            package.writestr(
                name, battered(part.encode("utf-8", "replace"), rng) if spoil < 0.3 else part.encode("utf-8", "replace")
            )
    return battered(held.getvalue(), rng) if spoil > 0.8 else held.getvalue()


def _nested_word(rng: Random) -> str:
    made, opened = [], []
    for _ in range(rng.randint(0, 14)):
        if rng.random() < 0.6:
            tag = rng.choice(_RUNS)
            opened.append(tag)
            made.append(f"<{tag}{_word_attribute(rng)}>")
        elif opened and rng.random() < 0.6:
            made.append(f"</{opened.pop()}>")
        else:
            made.append(f"<w:t>{_xml(text(rng).replace('<', ''))[:60]}</w:t>")
    return "".join(made) + "".join(f"</{tag}>" for tag in reversed(opened))


_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/PageLabels<</Nums[0<</S/D/St 5>>]>>>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate 0/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
    b"6 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate 90/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type0/BaseFont/HeiseiMin-W3/Encoding/UniJIS-UTF16-H/DescendantFonts[<</Type/Font/Subtype"
    b"/CIDFontType0/BaseFont/HeiseiMin-W3/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>>>]>>endobj\n"
    b"7 0 obj<</Title(\xfe\xff\x65\xe5\x67\x2c)/CreationDate(D:20180231)>>endobj\n4 0 obj<</Length 900>>stream\n"
)
_OPERATORS = (
    "BT",
    "ET",
    "/F1 12 Tf",
    "72 700 Td",
    "0 -14 Td",
    "1 0 0 1 72 600 Tm",
    "0 1 -1 0 300 300 Tm",
    "re f",
    "10 10 m 500 10 l S",
    "10 20 500 1 re f",
    "q",
    "Q",
    "2 0 0 2 0 0 cm",
    "0 0 0 0 0 0 cm",
    "1e9 0 0 1e9 0 0 cm",
    "T*",
    "3 Tr",
    "50 Tz",
    "0 Tz",
    "14 TL",
    "/F1 0 Tf",
    "/F1 -12 Tf",
    "/F1 1e30 Tf",
)


def pdf(rng: Random) -> bytes:
    made = ["BT /F1 12 Tf 72 700 Td"]
    for _ in range(rng.randint(1, 25)):
        if rng.random() < 0.6:
            made.append(
                f"<{text(rng)[:40].encode('utf-16-be', 'surrogatepass').hex()}> Tj 0 -{rng.choice((14, 14, 20, 0, 3))} Td"
            )
        else:
            made.append(rng.choice(_OPERATORS))
    whole = _PDF + "\n".join(made).encode() + b"\nendstream endobj\ntrailer<</Root 1 0 R/Info 7 0 R>>\n%%EOF"
    if rng.random() < 0.4:
        number = str(rng.choice((0, -1, 1, 99999, 2147483648, 0.001, 1e30))).encode()
        old = rng.choice((b"595", b"842", b"Rotate 90", b"Count 2", b"St 5", b"700", b"[3 0 R 6 0 R]", b"2 0 R"))
        whole = whole.replace(
            old, old.rstrip(b"0123456789") + number if old.startswith(b"R") else number, rng.choice((1, -1))
        )
    return battered(whole, rng)
