"""What is layout in a quote, and what is the paragraph around it. ⏎ is a line feed; pieces stand in [ ], of a second block in < >."""

import pytest

from keii.presenting.layout import Layout
from keii.presenting.passages import passages
from keii.values.chronology import Citation
from keii.values.document import Block, Document


def drawn(drawing: str) -> Document:
    """A document from a drawing of its pieces."""
    text, pieces = "", {"[": [], "<": []}
    for char in drawing.replace("⏎", "\n"):
        if char in "[<":
            pieces[char].append(len(text))
        elif char in "]>":
            opener = "[" if char == "]" else "<"
            pieces[opener][-1] = (pieces[opener][-1], len(text))
        else:
            text += char
    return Document("a", text, blocks=tuple(Block("paragraph", tuple(held)) for held in pieces.values() if held))


@pytest.mark.parametrize(("drawing", "read"), [
    ("[北朝]⏎[鮮は]", "北朝鮮は"), ("[2016年] [2] [月]", "2016年2月"), ("[in the] ⏎[north]", "in thenorth"),
    ("[an open letter]", "an open letter"), ("[拉]（らち）[致]", "拉（らち）致"), ("[一]⏎⏎<二>", "一\n\n二"), ("一⏎二", "一\n二"),
    ("[北]⏎<図 1>⏎[朝鮮]", "北図 1朝鮮"),
])
def test_white_space_of_layout_is_not_read(drawing: str, read: str):
    document = drawn(drawing)
    assert Layout({"a": document}).readable(document.span(0, len(document.text))) == read


def test_a_long_gap_of_one_block_hides_nothing_of_what_stands_in_it():
    document = drawn("[左段]<" + "a b " * 10 + ">[右段]")
    span = document.span(2, 42)
    assert Layout({"a": document}).readable(span) == span.quote


@pytest.mark.parametrize(("drawing", "words", "paragraph"), [
    ("[前の段落]⏎⏎<北朝鮮が>⏎<発射した>", "発射", "北朝鮮が\n発射した"), ("前⏎⏎北朝鮮が⏎発射した⏎⏎後", "発射", "北朝鮮が\n発射した"),
    ("北朝鮮が発射した", "発射", "北朝鮮が発射した"), ("[左]" + "＊" * 300 + "[右の段]", "右", "右の段"),
])
def test_the_paragraph_around(drawing: str, words: str, paragraph: str):
    document = drawn(drawing)
    at = document.text.index(words)
    low, high = Layout({"a": document}).paragraph(document.span(at, at + len(words)))
    assert document.text[low:high] == paragraph


def test_overlapping_quotes_stand_in_passages_of_their_own():
    document = drawn("[北朝鮮が発射した]")
    told = tuple(Citation(document.span(*cut)) for cut in ((0, 4), (3, 6), (6, 8)))
    found = list(passages(told, Layout({"a": document})))
    assert [[one.span.quote for one in passage.citations] for passage in found] == [["北朝鮮が", "した"], ["が発射"]]
    assert all("".join(piece.text for piece in passage.pieces) == "北朝鮮が発射した" for passage in found)
