"""A yearbook in two columns, with furigana, running heads, a ruled table and paragraphs over columns and pages."""

import re
from pathlib import Path

import pytest

from keii.reading import read
from keii.values.document import Document

ROOT = Path(__file__).parents[2]
RUBY = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
SOURCE = (ROOT / "tools/sample_sources/boei-2023.txt").read_text(encoding="utf-8").partition("\n\n")[2]
LINES = [line for line in SOURCE.splitlines() if line.strip()]
READINGS = [reading for _, reading in RUBY.findall(SOURCE)]


@pytest.fixture(scope="module")
def document() -> Document:
    return read(ROOT / "samples/boei-2023.pdf")


def expected(line: str) -> tuple[str, str]:
    plain = RUBY.sub(r"\1", line).strip()
    if plain.startswith("#"):
        return "heading", plain.lstrip("# ")
    if plain.startswith("|"):
        return "row", "\t".join(cell.strip() for cell in plain.strip("|").split("|"))
    return ("caption", plain[2:]) if plain.startswith("^ ") else ("paragraph", plain)


def kept(document: Document) -> list[tuple[str, str]]:
    """What is read, in its order, the head of the table with it."""
    found = zip(document.blocks, document.cleaned, strict=True)
    return [(block.kind if block.kind != "aside" else "row", clean.text) for block, clean in found
            if block.kind != "aside" or block.label == "header"]


def test_every_block_is_as_in_the_source_and_in_its_order(document: Document) -> None:
    whole = [(kind, text.replace("\t", "")) for kind, text in kept(document)]
    assert whole == [(kind, text.replace("\t", "")) for kind, text in map(expected, LINES)]


def test_paragraphs_over_a_column_and_a_page_are_whole(document: Document) -> None:
    paragraphs = [block for block in document.blocks if block.kind == "paragraph"]
    over_pages = [block for block in paragraphs if document.page_of(block.pieces[0][0]) != document.page_of(block.pieces[-1][0])]
    assert len(over_pages) == 1


def test_headings_have_the_levels_of_their_sizes(document: Document) -> None:
    assert [block.level for block in document.blocks if block.kind == "heading"] == [1, 2, 2, 2, 2]


def test_rows_have_cells_header_and_caption(document: Document) -> None:
    rows = [(block, clean.text) for block, clean in zip(document.blocks, document.cleaned, strict=True) if block.kind == "row"]
    header, *body = [tuple(expected(line)[1].split("\t")) for line in LINES if line.startswith("|")]
    assert [tuple(text[a:b] for a, b in block.cells) for block, text in rows] == body
    assert {block.header for block, _ in rows} == {header}
    captions = {document.cleaned[block.caption].text for block, _ in rows if block.caption is not None}
    assert captions == {"図表1　北朝鮮の主な弾道ミサイル"}


def test_furigana_are_out(document: Document) -> None:
    assert len(READINGS) == 6
    assert not [reading for reading in READINGS if reading in document.text]


def test_running_heads_and_page_numbers_are_set_aside(document: Document) -> None:
    asides = [clean.text for block, clean in zip(document.blocks, document.cleaned, strict=True)
              if block.kind == "aside" and block.label != "header"]
    head = "第Ⅰ部　わが国を取り巻く環境"
    assert sorted(asides) == sorted([head, "87", head, "88"])
    assert [page.label for page in document.pages] == ["87", "88"]
    assert document.flags == ("ruby", "columns:2", "tables")


def test_quotes_are_the_text_of_the_file(document: Document) -> None:
    for block, clean in zip(document.blocks, document.cleaned, strict=True):
        assert clean.text == "".join(document.text[start:end] for start, end in block.pieces)
    assert len(document.boxes) == 16 * len(document.text)
