"""PDF pages of many layouts: columns, tiers, and tables with and without rules."""

import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

import cost
from keii.reading import read
from keii.values.document import Document

MIN = "HeiseiMin-W3"
TALKS = (
    "交渉は前年の六月にロンドンで始まった。日本側の全権は元の駐英大使、先方の全権は現職の大使であった。主張の隔たりは大きく、会談は九月に中断し、"
    "双方は本国に戻ることとなった。翌年の一月に再開された会談も、三月にはふたたび行き詰まってしまい、漁業をめぐる話し合いだけが別の場で進められた。"
)
HEADER = ("年月", "出来事", "備考")
ROWS = (
    ("1955年6月", "ロンドンで交渉が始まる", "全権は松本俊一"),
    ("1956年3月", "交渉が行き詰まり、無期限の休会に入った後、漁業交渉に移る", "ブルガーニン・ライン"),
    ("1956年10月", "共同宣言に署名", ""),
)
Draw = Callable[[Canvas], None]


@pytest.fixture(autouse=True, scope="module")
def fonts() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(MIN))


def drawn(path: Path, *draw: Draw) -> Document:
    canvas = Canvas(str(path / "made.pdf"), pagesize=(595, 842), invariant=1)
    for page in draw:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return read(path / "made.pdf")


def texts(document: Document, kind: str = "paragraph") -> list[str]:
    return [clean.text for block, clean in zip(document.blocks, document.cleaned, strict=True) if block.kind == kind]


def cut(text: str, size: int) -> Iterator[str]:
    return (text[low : low + size] for low in range(0, len(text), size))


def write(canvas: Canvas, x: float, y: float, text: str, size: int) -> float:
    """A paragraph of lines of `size` characters, 10 points high; returns where the next line goes."""
    canvas.setFont(MIN, 10)
    for line in cut("　" + text, size):
        canvas.drawString(x, y, line)
        y -= 16
    return y


def abreast(count: int, size: int, step: float, *, y: float = 740, name: str = "") -> Draw:
    """Columns of two paragraphs each, which say where they stand."""

    def draw(canvas: Canvas) -> None:
        for number in range(count):
            at = y
            for part in range(2):
                at = write(canvas, 50 + number * step, at, f"{name}第{number}段{part}。" + TALKS, size)

    return draw


def spoken(count: int, name: str = "") -> list[str]:
    return [f"{name}第{number}段{part}。" + TALKS for number in range(count) for part in range(2)]


@pytest.mark.parametrize(
    ("count", "size", "step"), [(2, 23, 255.0), (2, 24, 255.0), (2, 23, 243.0), (3, 15, 170.0)],
    ids=["two", "two, a space and a half between", "two, a space between", "three"],
)
def test_columns_are_read_one_after_the_other(tmp_path: Path, count: int, size: int, step: float) -> None:
    document = drawn(tmp_path, abreast(count, size, step))
    assert texts(document) == spoken(count)
    assert f"columns:{count}" in document.flags


def test_a_title_over_some_columns_stands_before_them(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(MIN, 16)
        canvas.drawString(200, 780, "三段組の見出し")
        abreast(3, 15, 170.0)(canvas)

    document = drawn(tmp_path, draw)
    assert document.blocks[0].kind == "heading"
    assert texts(document) == spoken(3)


def test_the_last_page_has_the_gutter_of_the_others(tmp_path: Path) -> None:
    def last(canvas: Canvas) -> None:
        write(canvas, 50, 740, "左の段の終わりである。" + TALKS, 23)
        write(canvas, 305, 740, "右の段は二行で終わる。会談はここで閉じられ、次の会談は来月に開かれる。", 23)

    document = drawn(tmp_path, abreast(2, 23, 255.0), last)
    assert texts(document)[-2].startswith("左の段の終わり")
    assert texts(document)[-1].startswith("右の段は二行")


def test_tiers_of_vertical_text(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(MIN, 11)
        for tier in range(2):
            for number, line in enumerate(cut(f"　第{tier}段。" + TALKS, 24)):
                for index, char in enumerate(line):
                    canvas.drawString(520 - 20 * number, 780 - 370 * tier - 12 * index, char)

    document = drawn(tmp_path, draw)
    assert texts(document) == [f"第{tier}段。" + TALKS for tier in range(2)]
    assert "vertical" in document.flags


def table(canvas: Canvas, y: float, rules: str) -> float:
    """A table whose second column is wrapped; returns the place under it."""
    canvas.setFont(MIN, 9)
    edges, top, under = (70, 150, 360, 500), y + 12, []
    for row in (HEADER, *ROWS):
        cells = [list(cut(cell, size)) for cell, size in zip(row, (8, 22, 14), strict=True)]
        for x, lines in zip(edges, cells, strict=False):
            for index, line in enumerate(lines):
                canvas.drawString(x + 3, y - 12 * index, line)
        y -= 12 * max(map(len, cells)) + 6
        under.append(y + 10)
    level = {"all": [top, *under], "three": [top, under[0], under[-1]], "grid": under[:-1], "inner": under, "": []}[rules]
    for height in level:
        canvas.line(edges[0], height, edges[-1], height)
    if rules == "grid":
        canvas.rect(edges[0], under[-1], edges[-1] - edges[0], top - under[-1])
        for x in edges[1:-1]:
            canvas.line(x, top, x, under[-1])
    return y


def with_table(rules: str) -> Draw:
    def draw(canvas: Canvas) -> None:
        y = write(canvas, 70, 760, "前の本文。" + TALKS, 43)
        canvas.setFont(MIN, 9)
        canvas.drawString(70, y - 20, "表1　交渉の経過")
        write(canvas, 70, table(canvas, y - 45, rules) - 20, "後の本文。" + TALKS, 43)

    return draw


@pytest.mark.parametrize("rules", ["all", "three", "grid", "inner", ""])
def test_tables_are_read_in_rows(tmp_path: Path, rules: str) -> None:
    document = drawn(tmp_path, with_table(rules))
    rows = [(block, clean.text) for block, clean in zip(document.blocks, document.cleaned, strict=True) if block.kind == "row"]
    assert [tuple(text[a:b] for a, b in block.cells) for block, text in rows] == list(ROWS)
    assert {block.header for block, _ in rows} == {HEADER}
    assert texts(document, "caption") == ["表1　交渉の経過"]
    assert texts(document) == ["前の本文。" + TALKS, "後の本文。" + TALKS]


def test_a_table_over_both_columns_parts_what_is_over_from_what_is_under_it(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        abreast(2, 23, 255.0, name="上の")(canvas)
        table(canvas, 460, "all")
        abreast(2, 23, 255.0, y=340, name="下の")(canvas)

    document = drawn(tmp_path, draw)
    assert texts(document) == spoken(2, "上の") + spoken(2, "下の")
    assert len(texts(document, "row")) == len(ROWS)


def test_a_table_goes_on_over_the_page_with_its_header(tmp_path: Path) -> None:
    def part(rows: tuple[tuple[str, ...], ...]) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.setFont(MIN, 9)
            for number, row in enumerate(rows):
                for x, cell in zip((70, 200, 400), row, strict=True):
                    canvas.drawString(x, 700 - 20 * number, cell)

        return draw

    years = tuple((f"{year}年", "会談を開く", "三日間") for year in range(1956, 1966))
    document = drawn(tmp_path, part((("年", "出来事", "長さ"), *years[:5])), part(years[5:]))
    assert len(texts(document, "row")) == 10
    assert {block.header for block in document.blocks if block.kind == "row"} == {("年", "出来事", "長さ")}


def test_framed_text_is_no_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for height in (780, 400, 100):
            canvas.line(50, height, 540, height)
        abreast(2, 23, 255.0)(canvas)

    document = drawn(tmp_path, draw)
    assert texts(document) == spoken(2)
    assert "tables" not in document.flags


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
@pytest.mark.parametrize("shown", [True, False])
def test_turned_text_is_read_level(tmp_path: Path, angle: int, shown: bool) -> None:
    """Whether the page says that it is turned, or only its text is."""

    def draw(canvas: Canvas) -> None:
        if shown:
            canvas.setPageRotation(angle)
        canvas.translate(420, 300)
        canvas.rotate(angle)
        write(canvas, -150, 60, TALKS, 30)

    document = drawn(tmp_path, draw)
    assert texts(document) == [TALKS]
    assert document.flags == ()
    page = document.pages[0]
    for left, bottom, right, top in struct.iter_unpack("<4f", document.boxes):
        assert 0 <= left <= right <= page.width
        assert 0 <= bottom <= top <= page.height


def test_time_grows_with_the_length_of_a_page(tmp_path: Path) -> None:
    def tall(count: int) -> float:
        canvas = Canvas(str(tmp_path / f"{count}.pdf"), pagesize=(595, 17 * count), invariant=1)
        canvas.setFont(MIN, 10)
        for number in range(count):
            canvas.drawString(50 + 255 * (number % 2), 17 * count - 10 - 8 * number, "交渉は前年の六月に始まった")
            canvas.line(50, 17 * count - 12 - 8 * number, 300 + number % 7 * 20, 17 * count - 12 - 8 * number)
        canvas.save()
        return cost.seconds(lambda: read(tmp_path / f"{count}.pdf"))

    tall(50)
    assert tall(1600) < 12 * max(tall(400), 0.05)
