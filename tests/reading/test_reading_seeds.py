"""The real documents: what a reader sees in them."""

from collections.abc import Callable

import pytest

from keii.values.document import Document

Seed = Callable[[str], Document]


def texts(document: Document, kind: str) -> list[str]:
    return [clean.text for block, clean in zip(document.blocks, document.cleaned, strict=True) if block.kind == kind]


@pytest.mark.parametrize(
    ("number", "marks", "tied"), [("000", 4, 4), ("001", 61, 0), ("002", 38, 38), ("003", 0, 0), ("004", 0, 0)]
)
def test_note_marks(seed: Seed, number: str, marks: int, tied: int) -> None:
    document = seed(number)
    assert [mark.number for mark in document.marks] == list(range(1, marks + 1))
    notes = [document.blocks[mark.note].label for mark in document.marks if mark.note is not None]
    assert notes == [str(mark.number) for mark in document.marks][:tied]


@pytest.mark.parametrize(
    "word",
    [
        "平昌冬季",
        "金英哲党副",
        "金正恩党委",
        "金正日時代",
        "「板門店宣言」",
        "東倉里の",
        "寧辺核施設",
        "千里馬に",
        "「山陰洞",
        "豊渓里核",
        "平壌近郊の",
        "崔善姫外務",
    ],
)
def test_furigana(seed: Seed, word: str) -> None:
    assert any(word in clean.text for clean in seed("004").cleaned)


@pytest.mark.parametrize(
    "seam",
    [
        "非核化に取り組む意向",
        "新たな米朝関係の確立",
        "北朝鮮は，核実験及び",
        "「相応の措置」に応じて",
        "合意し，金英哲党",
        "ものの，その直後に",
        "では，金党委員長が",
        "対米関係への配慮",
        "は，北朝鮮が「完全",
        "が，米中関係に",
        "場合には，米国の",
    ],
)
def test_broken_paragraphs(seed: Seed, seam: str) -> None:
    assert any(seam in text for text in texts(seed("004"), "paragraph"))


def test_no_paragraph_is_left_open(seed: Seed) -> None:
    for number in ("000", "001", "002", "004"):
        assert [text for text in texts(seed(number), "paragraph") if text[-1] not in "。」）、"] == []


def test_tables(seed: Seed) -> None:
    document = seed("003")
    rows = [block for block in document.blocks if block.kind == "row"]
    assert [row.header for row in rows] == [("年・月", "概要", "意義・補足")] * 6
    assert all(len(row.cells) == 3 for row in rows)
    four = seed("004")
    captions = {four.blocks[block.caption].label for block in four.blocks if block.caption is not None}
    assert captions == {"表1", "表2"}


def test_furniture(seed: Seed) -> None:
    asides = texts(seed("004"), "aside")
    assert any("回顧と展望" in text for text in asides)
    assert any(text.startswith("9特") for text in asides)


def test_stray_spaces_are_gone(seed: Seed) -> None:
    whole = "\n".join(clean.text for clean in seed("001").cleaned)
    assert "2017年2月18日" in whole
    assert "3軸体系" in whole
    assert "国連安保理決議2094" in whole
    assert "Track 1" in whole
    assert "約26年" in "".join(clean.text for clean in seed("000").cleaned)


@pytest.mark.parametrize(("number", "heads"), [("000", 8), ("002", 10), ("004", 7)])
def test_headings(seed: Seed, number: str, heads: int) -> None:
    assert len(texts(seed(number), "heading")) == heads
