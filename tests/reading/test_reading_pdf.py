"""PDF documents, drawn here with the fonts every PDF program knows."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from keii.errors import UnreadableError
from keii.reading import read
from keii.values.document import Document

MIN, GOTHIC = "HeiseiMin-W3", "HeiseiKakuGo-W5"
LEFT = (
    "　外務省は二日、次官級の協議を来月中旬に北京",
    "で開くと発表した。議題には国交正常化のほか、",
    "食糧支援と遺骨の収集が含まれる見通しである。",
    "　政府はこれまで三回の協議を重ねてきたが、双",
    "方の立場の隔たりは大きく、具体的な合意には至",
    "っていない。協議には双方から十名ほどが出席す",
)
RIGHT = (
    "る。会場は釣魚台の迎賓館とされ、日程は三日間",
    "の予定である。",
    "　これに先立ち、代表団は平壌を訪れ、外相と会",
    "談した。会談では、先の合意を互いに守ることが",
    "改めて確かめられた。次回の日程は、追って調整",
    "されることになった。",
)


@pytest.fixture(autouse=True, scope="module")
def fonts() -> None:
    for name in (MIN, GOTHIC):
        pdfmetrics.registerFont(UnicodeCIDFont(name))


def drawn(path: Path, draw: Callable[[Canvas], None], **options: object) -> Document:
    canvas = Canvas(str(path), pagesize=(595, 842), **options)
    draw(canvas)
    canvas.save()
    return read(path)


def column(canvas: Canvas, x: float, y: float, lines: tuple[str, ...], size: float = 10) -> None:
    for index, line in enumerate(lines):
        canvas.setFont(MIN, size)
        canvas.drawString(x, y - 17 * index, line)


def two_columns(canvas: Canvas) -> None:
    for number in (11, 12):
        canvas.setFont(MIN, 8)
        canvas.drawString(60, 805, "東アジア年報")
        canvas.drawCentredString(297, 30, str(number))
        canvas.setFont(GOTHIC, 18)
        canvas.drawString(150, 760, "交渉の歩みと課題" if number == 11 else "支援をめぐる議論")
        column(canvas, 60, 700, LEFT)
        column(canvas, 315, 700, RIGHT)
        canvas.setFont(MIN, 5)
        canvas.drawString(315 + 12 * 10, 700 - 17 * 2 + 9.5, "ピョンヤン")
        canvas.showPage()


def found(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, clean.text) for block, clean in zip(document.blocks, document.cleaned, strict=True)]


def test_two_columns_ruby_heads_and_pages(tmp_path: Path) -> None:
    document = drawn(tmp_path / "a.pdf", two_columns)
    page = [
        ("aside", "東アジア年報"),
        ("heading", "交渉の歩みと課題"),
        (
            "paragraph",
            "外務省は二日、次官級の協議を来月中旬に北京で開くと発表した。議題には国交正常化のほか、食糧支援と遺骨の収集が含まれる見通しである。",
        ),
        (
            "paragraph",
            "政府はこれまで三回の協議を重ねてきたが、双方の立場の隔たりは大きく、具体的な合意には至っていない。協議には双方から十名ほどが出席する。"
            "会場は釣魚台の迎賓館とされ、日程は三日間の予定である。",
        ),
        (
            "paragraph",
            "これに先立ち、代表団は平壌を訪れ、外相と会談した。会談では、先の合意を互いに守ることが改めて確かめられた。次回の日程は、追って調整されることになった。",
        ),
        ("aside", "11"),
    ]
    assert found(document)[:6] == page
    assert [made.label for made in document.pages] == ["11", "12"]
    assert "ruby" in document.flags
    assert "columns:2" in document.flags
    assert "ピョンヤン" not in document.text


def test_a_box_for_each_character(tmp_path: Path) -> None:
    document = drawn(tmp_path / "a.pdf", two_columns)
    boxes = list(struct.iter_unpack("<4f", document.boxes))
    assert len(boxes) == len(document.text)
    for char, (left, bottom, right, top) in zip(document.text, boxes, strict=True):
        assert (
            (left, bottom, right, top) == (0, 0, 0, 0)
            if char.isspace()
            else (0 < left < right < 595 and 0 < bottom < top < 842)
        )
    at = document.text.index("外務省")
    assert boxes[at][0] == pytest.approx(70, abs=2)
    assert boxes[at][1] == pytest.approx(700, abs=4)
    assert document.page_of(document.text.index("支援をめぐる議論")) == document.pages[1]


def test_a_paragraph_over_a_page(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for part in (LEFT, RIGHT):
            column(canvas, 100, 700, part)
            canvas.showPage()

    texts = [text for kind, text in found(drawn(tmp_path / "a.pdf", draw)) if kind == "paragraph"]
    assert any("十名ほどが出席する。会場は" in text for text in texts)


def test_raised_numbers_and_footnotes(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        column(canvas, 100, 700, (*LEFT[:3], "宣言は翌年に破棄された　。交渉は打ち切られた。"))
        canvas.setFont(MIN, 5)
        canvas.drawString(100 + 11 * 10 + 1, 700 - 17 * 3 + 4.5, "1")
        column(canvas, 100, 120, ("1 『外交青書』2003年、12頁。",), 8)

    document = drawn(tmp_path / "a.pdf", draw)
    assert found(document)[-1] == ("note", "『外交青書』2003年、12頁。")
    assert [(mark.number, document.text[mark.start : mark.end], mark.note) for mark in document.marks] == [
        (1, "1", len(document.blocks) - 1)
    ]
    assert any("破棄された。交渉は" in text for _, text in found(document))


def test_vertical_text(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(
            ("代表団は平壌を訪れ外相と会談した。会談では", "先の合意を互いに守ることが確かめられた。")
        ):
            canvas.setFont(MIN, 12)
            for index, char in enumerate(line):
                canvas.drawString(500 - 22 * number, 780 - 12.5 * index, char)

    document = drawn(tmp_path / "a.pdf", draw)
    assert found(document) == [
        ("paragraph", "代表団は平壌を訪れ外相と会談した。会談では先の合意を互いに守ることが確かめられた。")
    ]
    assert "vertical" in document.flags


def test_metadata(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setTitle("交渉の記録")
        canvas.setAuthor("山田太郎")
        column(canvas, 100, 700, LEFT)

    source = drawn(tmp_path / "a.pdf", draw, invariant=1).source
    assert (source.title, source.title_basis, source.author, source.published, source.published_basis) == (
        "交渉の記録",
        "metadata",
        ("山田太郎",),
        "2000-01-01",
        "metadata",
    )


@pytest.mark.parametrize(
    ("key", "options"),
    [("unreadable.no_text_layer", {}), ("unreadable.encrypted", {"encrypt": StandardEncryption("secret")})],
)
def test_unreadable(tmp_path: Path, key: str, options: dict[str, object]) -> None:
    with pytest.raises(UnreadableError) as error:
        drawn(tmp_path / "a.pdf", lambda canvas: canvas.rect(100, 100, 50, 50), **options)
    assert error.value.key == key
    assert str(error.value.facts["file"]).endswith("a.pdf")
