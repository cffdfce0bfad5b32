"""Writes the samples that are no plain UTF-8 text: Shift_JIS, EUC-JP, ISO-2022-JP, HTML, DOCX and PDF.

The texts stand in `sample_sources/`. Run `python tools/build_samples.py [FOLDER]`; the same sources give the same bytes.
Needs python-docx and reportlab (a development dependency).
"""

import html
import io
import re
import sys
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from reportlab.lib.pagesizes import B5
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

SOURCES = Path(__file__).parent / "sample_sources"
SAMPLES = Path(__file__).parent.parent / "samples"
ENCODINGS = {"shimbun-2024-03": "shift_jis", "kaiso-2004": "euc_jp", "seimei-kor-2016": "iso2022_jp"}
RUBY = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
NOTE = re.compile(r"\[\^(\d+)\]")
MINCHO, GOTHIC = "HeiseiMin-W3", "HeiseiKakuGo-W5"


def read(name: str) -> tuple[dict[str, str], list[str]]:
    """The header of a source (`key: value` lines up to the first blank line) and the lines of its body."""
    head, _, body = (SOURCES / f"{name}.txt").read_text(encoding="utf-8").partition("\n\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    return facts, [line for line in body.splitlines() if line.strip()]


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]


# --- HTML


def ruby_html(text: str) -> str:
    return RUBY.sub(r"<ruby>\1<rp>（</rp><rt>\2</rt><rp>）</rp></ruby>", html.escape(text, quote=False))


def table_html(rows: list[str]) -> str:
    def line(row: str, tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{ruby_html(cell)}</{tag}>" for cell in cells(row)) + "</tr>"

    body = "\n".join(line(row, "td") for row in rows[1:])
    return (f"<table>\n<caption>主な制裁決議</caption>\n<thead>{line(rows[0], 'th')}</thead>\n"
            f"<tbody>\n{body}\n</tbody>\n</table>")


def html_parts(lines: list[str]) -> Iterator[str]:
    rows: list[str] = []
    for line in [*lines, ""]:
        if line.startswith("|"):
            rows.append(line)
            continue
        if rows:
            yield table_html(rows)
            rows = []
        if match := re.match(r"(#+) (.+)", line):
            yield f"<h{len(match[1])}>{ruby_html(match[2])}</h{len(match[1])}>"
        elif line:
            yield f"<p>{ruby_html(line)}</p>"


def build_html(name: str) -> bytes:
    """An article page as a site serves it: navigation, the article, related links and a footer around it."""
    facts, lines = read(name)
    article = "\n".join(html_parts(lines))
    page = f"""<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<title>{facts['title']} | {facts['site']}</title>
<meta name="author" content="{facts['author']}">
<meta property="og:site_name" content="{facts['site']}">
<meta property="article:published_time" content="{facts['published']}T09:00:00+09:00">
<meta property="article:modified_time" content="{facts['modified']}T09:00:00+09:00">
<style>body {{ font-family: serif; }} nav li {{ display: inline; }}</style>
<script>document.documentElement.className = "js";</script>
</head>
<body>
<nav><ul>
<li><a href="/">ホーム</a></li>
<li><a href="/world/">国際</a></li>
<li><a href="/about/">見本について</a></li>
</ul></nav>
<main>
<article>
<p class="byline">{facts['author']}　<time datetime="{facts['published']}">2018年1月15日</time></p>
{article}
</article>
</main>
<aside><h2>関連する記事</h2><ul><li><a href="/a">2010年5月24日の措置を読み直す</a></li></ul></aside>
<footer><p>© 2018 {facts['site']}（見本。実在しません）</p></footer>
</body>
</html>
"""
    return page.encode("utf-8")


# --- DOCX

NOTES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
{notes}
</w:footnotes>
"""
ONE_NOTE = ('<w:footnote w:id="{id}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
            '<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>')
NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def add_marked(paragraph: Paragraph, line: str) -> None:
    """Append a line whose `[^n]` become references to real footnotes."""
    for number, piece in enumerate(NOTE.split(line)):
        if number % 2 == 0:
            paragraph.add_run(piece)
            continue
        run = paragraph.add_run()
        run.font.superscript = True
        mark = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), piece)
        run._r.append(mark)


def settled(data: bytes) -> bytes:
    """The same ZIP with the date of every member fixed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, (2009, 3, 31, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return out.getvalue()


def build_docx(name: str) -> bytes:
    """A report with headings and footnotes in a footnotes part of its own, as Word writes them."""
    facts, lines = read(name)
    document = Document()
    core = document.core_properties
    core.title, core.author, core.language = facts["title"], facts["author"], "ja"
    core.created = core.modified = datetime.fromisoformat(facts["published"])
    core.last_modified_by, core.comments = facts["author"], "見本"
    notes = []
    for line in lines:
        if match := re.match(r"\[\^(\d+)\]: (.+)", line):
            notes.append(ONE_NOTE.format(id=match[1], text=escape(match[2])))
        elif match := re.match(r"(#+) (.+)", line):
            document.add_heading(match[2], len(match[1]) - 1)
            if len(match[1]) == 1:
                document.add_paragraph(f"{facts['author']}（{facts['publisher']}）")
        else:
            add_marked(document.add_paragraph(), "　" + line)
    blob = NOTES.format(notes="\n".join(notes)).encode("utf-8")
    part = Part(PackURI("/word/footnotes.xml"), NOTES_TYPE, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    out = io.BytesIO()
    document.save(out)
    return settled(out.getvalue())


# --- PDF

SIZE, LEADING, COLUMN, GAP = 9.5, 18.0, 199.5, 18.0
LEFT, TOP, BOTTOM = 41.0, 650.0, 60.0
NO_START, NO_END = "、。）」』，．～", "（「『"


def width(text: str, font: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, font, size))


def atoms(text: str) -> Iterator[tuple[str, str]]:
    """Pieces that do not break: one character, a run of digits or letters, or a word with its reading."""
    place = 0
    for match in RUBY.finditer(text):
        yield from ((piece, "") for piece in re.findall(r"[0-9A-Za-z,.\-]+|.", text[place : match.start()]))
        yield match[1], match[2]
        place = match.end()
    yield from ((piece, "") for piece in re.findall(r"[0-9A-Za-z,.\-]+|.", text[place:]))


def broken(text: str, font: str, size: float) -> Iterator[list[tuple[str, str]]]:
    """The lines of a paragraph; none begins with closing or ends with opening punctuation."""
    line: list[tuple[str, str]] = []
    for atom in atoms(text):
        used = sum(width(piece, font, size) for piece, _ in [*line, atom])
        if line and used > COLUMN and atom[0] not in NO_START:
            carried = [line.pop()] if line[-1][0] in NO_END else []
            yield line
            line = carried
        line.append(atom)
    yield line


class Sheet:
    """Two columns a page, filled from the top left; heads and page numbers are drawn on every page."""

    def __init__(self, out: io.BytesIO, facts: dict[str, str]) -> None:
        self.canvas = Canvas(out, pagesize=B5, invariant=1, pageCompression=1)
        self.canvas.setTitle(facts["title"])
        self.canvas.setAuthor(facts["author"])
        self.canvas.setSubject("見本")
        self.canvas.setCreator("Keii")
        year, month, day = map(int, facts["published"].split("-"))
        self.canvas._doc._timeStamp.YMDhms = (year, month, day, 0, 0, 0)
        self.head, self.number = facts["head"], int(facts["first"])
        self.canvas.addPageLabel(0, style="ARABIC", start=self.number)
        self.column, self.y = 0, TOP
        self.frame()

    def frame(self) -> None:
        self.canvas.setFont(GOTHIC, 8)
        self.canvas.drawString(LEFT, 685, self.head)
        self.canvas.drawCentredString(B5[0] / 2, 34, str(self.number))

    def room(self, height: float) -> None:
        """Go on in the next column or on the next page where `height` does not fit."""
        if self.y - height >= BOTTOM:
            return
        self.column, self.y = self.column + 1, TOP
        if self.column == 2:
            self.canvas.showPage()
            self.column, self.number = 0, self.number + 1
            self.frame()

    @property
    def left(self) -> float:
        return LEFT + self.column * (COLUMN + GAP)

    def line(self, pieces: list[tuple[str, str]], font: str, size: float) -> None:
        self.room(LEADING)
        self.y -= LEADING
        self.canvas.setFont(font, size)
        self.canvas.drawString(self.left, self.y, "".join(piece for piece, _ in pieces))
        x = self.left
        for piece, reading in pieces:
            wide = width(piece, font, size)
            if reading:
                self.canvas.setFont(font, 4.5)
                self.canvas.drawCentredString(x + wide / 2, self.y + size + 0.5, reading)
            x += wide

    def paragraph(self, text: str, font: str = MINCHO, size: float = SIZE) -> None:
        for pieces in broken(text, font, size):
            self.line(pieces, font, size)

    def row(self, row: str) -> None:
        """One row of a table with a rule under it."""
        self.room(LEADING)
        self.y -= LEADING
        self.canvas.setFont(MINCHO, 8.5)
        for number, cell in enumerate(cells(row)):
            self.canvas.drawString(self.left + (0, 80, 115)[number], self.y, cell)
        self.canvas.line(self.left, self.y - 4, self.left + COLUMN, self.y - 4)


def build_pdf(name: str) -> bytes:
    """A page of a yearbook in two columns with furigana, a running head, page numbers and page labels."""
    for font in (MINCHO, GOTHIC):
        pdfmetrics.registerFont(UnicodeCIDFont(font))
    facts, lines = read(name)
    out = io.BytesIO()
    sheet = Sheet(out, facts)
    for line in lines:
        if match := re.match(r"(#+) (.+)", line):
            sheet.room(3 * LEADING)
            sheet.y -= 6
            sheet.paragraph(match[2], GOTHIC, 14 if len(match[1]) == 1 else 11)
        elif line.startswith("^ "):
            sheet.room(4 * LEADING)
            sheet.paragraph(line[2:], GOTHIC, 8.5)
        elif line.startswith("|"):
            sheet.row(line)
        else:
            sheet.paragraph(line)
    sheet.canvas.save()
    return out.getvalue()


def built() -> Iterator[tuple[str, bytes]]:
    """Every built sample: its file name and its bytes."""
    for name, encoding in ENCODINGS.items():
        text = (SOURCES / f"{name}.txt").read_bytes().decode("utf-8")
        yield f"{name}.txt", text.encode(encoding)
    yield "seisai-kaisetsu.html", build_html("seisai-kaisetsu")
    yield "rokusha-2008.docx", build_docx("rokusha-2008")
    yield "boei-2023.pdf", build_pdf("boei-2023")


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in built():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES)
