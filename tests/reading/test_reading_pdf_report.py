"""A report on A4 in one column, with a numbered heading, footnotes, page numbers and a paragraph over the page."""

from collections.abc import Iterator

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from keii.reading import read
from keii.values.document import Document

MIN, GOTHIC = "HeiseiMin-W3", "HeiseiKakuGo-W5"
SIZE, LEADING, LEFT, WIDE, TOP = 10.5, 17.0, 85.0, 40, 770.0
BODY = (
    "日ソ共同宣言は1956年10月19日にモスクワで署名され、同年12月12日に効力を生じた。両国はこれにより戦争状態を終わらせ、"
    "外交関係を回復した{1}。歯舞群島と色丹島は、平和条約が結ばれた後に引き渡すこととされた。",
    "交渉は前年の6月にロンドンで始まった。日本側の全権は松本俊一、ソ連側の全権はマリク駐英大使であった。領土をめぐる主張の"
    "隔たりは大きく、会談は9月に中断した{2}。翌年1月に再開された会談も、3月には行き詰まっている。その後、漁業をめぐる交渉が"
    "別に進められ、5月14日には北西太平洋の漁業に関する条約が署名された。河野農相が訪ソして得たこの条約は、国交の回復を条件と"
    "していたため、政府は交渉の再開を急ぐことになった。",
    "7月31日、重光外相を全権とする交渉がモスクワで始まった。重光は8月12日、ソ連案を受け入れるほかないと本国に伝えたが、閣議は"
    "これを認めなかった。鳩山首相は10月7日に東京を発ち、自らモスクワに赴いた{3}。",
)
NOTES = {
    1: "外務省『わが外交の近況』創刊号、1957年、34頁。",
    2: "松本俊一『モスクワにかける虹』朝日新聞社、1966年。交渉の記録として最も詳しく、全権自身の手になる。",
    3: "『朝日新聞』1956年10月8日付朝刊。",
}


def wrapped(text: str) -> Iterator[str]:
    """Lines of the width of the column; a mark {n} takes no room, none begins with closing punctuation."""
    line, wide = "　", 2
    for char in text:
        step = 0 if char in "{}" else 1 if char.isascii() else 2
        if wide + step > 2 * WIDE and char not in "、。）{}":
            yield line
            line, wide = "", 0
        line, wide = line + char, wide + step
    yield line


def draw_line(canvas: Canvas, y: float, line: str) -> None:
    x = LEFT
    for number, part in enumerate(piece for half in line.split("{") for piece in half.split("}")):
        size = SIZE if number % 2 == 0 else SIZE * 0.6
        canvas.setFont(MIN, size)
        canvas.drawString(x, y if number % 2 == 0 else y + 4, part)
        x += pdfmetrics.stringWidth(part, MIN, size)


def draw_notes(canvas: Canvas, numbers: list[int]) -> None:
    canvas.line(LEFT, 128, LEFT + 150, 128)
    y = 115.0
    canvas.setFont(MIN, 8.5)
    for number in numbers:
        text = f"{number}　{NOTES[number]}"
        for low in range(0, len(text), 46):
            canvas.drawString(LEFT, y, text[low : low + 46])
            y -= 12


def draw(canvas: Canvas) -> None:
    canvas.setFont(GOTHIC, 12.5)
    canvas.drawString(LEFT, TOP, "1．日ソ国交回復交渉の経過")
    lines = [line for text in BODY for line in wrapped(text)]
    pages = (lines[:7], lines[7:])
    for number, page in enumerate(pages):
        y = TOP - 34 if number == 0 else TOP
        for line in page:
            draw_line(canvas, y, line)
            y -= LEADING
        draw_notes(canvas, [int(part[0]) for part in "".join(page).split("{")[1:]])
        canvas.setFont(MIN, 9)
        canvas.drawCentredString(A4[0] / 2, 40, f"- {number + 21} -")
        canvas.showPage()


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    for name in (MIN, GOTHIC):
        pdfmetrics.registerFont(UnicodeCIDFont(name))
    path = tmp_path_factory.mktemp("report") / "report.pdf"
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    draw(canvas)
    canvas.save()
    return read(path)


def texts(document: Document, kind: str) -> list[str]:
    return [clean.text for block, clean in zip(document.blocks, document.cleaned, strict=True) if block.kind == kind]


def unmarked(text: str) -> str:
    return "".join(part for half in text.split("{") for part in half.split("}")[-1:])


def test_paragraphs_are_whole_and_in_order(document: Document) -> None:
    assert texts(document, "paragraph") == [unmarked(text) for text in BODY]


def test_one_paragraph_goes_over_the_page(document: Document) -> None:
    second = [block for block in document.blocks if block.kind == "paragraph"][1]
    assert document.page_of(second.pieces[0][0]) == document.pages[0]
    assert document.page_of(second.pieces[-1][0]) == document.pages[1]


def test_the_numbered_heading_is_one(document: Document) -> None:
    (heading,) = texts(document, "heading")
    assert heading == "1．日ソ国交回復交渉の経過"


def test_notes_are_tied_to_their_marks(document: Document) -> None:
    assert texts(document, "note") == list(NOTES.values())
    tied = [(mark.number, document.blocks[mark.note].label if mark.note is not None else None) for mark in document.marks]
    assert tied == [(1, "1"), (2, "2"), (3, "3")]


def test_page_numbers_are_set_aside_and_name_the_pages(document: Document) -> None:
    assert texts(document, "aside") == ["- 21 -", "- 22 -"]
    assert [page.label for page in document.pages] == ["21", "22"]
    assert document.flags == ()
